package dev.mlestate.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a key of a file means and may hold. The reader, the JSON Schema and the reference page are
 * all made from it, so a key is described in one place.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Key {
  /** The meaning, as a sentence without a full stop. */
  String value();

  /** The unit of a number, in the plural; empty for a count or for what is no number. */
  String unit() default "";

  boolean required() default false;

  /** The default at every stage, as JSON. */
  String standard() default "";

  /** The default in dev, as JSON. */
  String dev() default "";

  /** The default in staging, as JSON. */
  String staging() default "";

  /** The default in prod, as JSON. */
  String prod() default "";

  /** The default in words, where it depends on other keys; see {@link ComputedDefaults}. */
  String computed() default "";

  /** The least number. */
  double min() default Double.NEGATIVE_INFINITY;

  /** The greatest number. */
  double max() default Double.POSITIVE_INFINITY;

  /** The form of a text, or of each text in a list or map. */
  Format format() default Format.TEXT;

  /** The longest text. */
  int longest() default 256;

  /** The fewest items of a list. */
  int fewest() default 0;

  /** The most items of a list. */
  int most() default Integer.MAX_VALUE;

  /** The only keys of a map, where they are words of ours. */
  String[] keys() default {};
}
