package dev.mlestate.pulumi;

import com.pulumi.resources.ComponentResourceOptions;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the builder of every component has.
 *
 * @param <T> the component
 * @param <B> the builder itself
 */
public abstract class ComponentBuilder<T, B extends ComponentBuilder<T, B>> {
  private final String name;
  private Map<String, String> tags = Map.of();
  private ComponentResourceOptions options = ComponentResourceOptions.builder().build();

  /**
   * Starts a component.
   *
   * @param name of the component in the stack; what it makes is named after it
   */
  protected ComponentBuilder(String name) {
    this.name = name;
  }

  /** Tags of everything that takes tags. Default: none. */
  public B tags(Map<String, String> value) {
    tags = Collections.unmodifiableMap(new TreeMap<>(value));
    return self();
  }

  /** Parent, providers and dependencies of the component. Default: the stack's. */
  public B options(ComponentResourceOptions value) {
    options = value;
    return self();
  }

  /** Registers the component and its children. */
  public abstract T build();

  /** This builder. */
  protected abstract B self();

  public final String name() {
    return name;
  }

  public final Map<String, String> tags() {
    return tags;
  }

  public final ComponentResourceOptions options() {
    return options;
  }

  /**
   * The value that the caller had to set.
   *
   * @throws IllegalStateException naming the setter that was not called
   */
  public static <V> V required(@Nullable V value, String setter) {
    if (value == null) {
      throw new IllegalStateException("." + setter + "(…) is required before build()");
    }
    return value;
  }
}
