package dev.mlestate.simulated.gcp;

import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.diff.InputFlags;
import dev.mlestate.simulated.diff.Sameness;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Bool;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Num;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValue.Unknown;
import java.util.Optional;

/** What the Google provider takes for the same: the rows of values.tsv on that. */
final class GcpFlags implements InputFlags {
  private final GcpValues values;

  GcpFlags(GcpValues values) {
    this.values = values;
  }

  @Override
  public boolean isComputed(String token, String place) {
    return values.of(token).computed().contains(place);
  }

  @Override
  public Sameness of(String token) {
    GcpValues.OfType type = values.of(token);
    return new Sameness() {
      @Override
      public boolean isSet(String place) {
        return type.sets().contains(place);
      }

      @Override
      public boolean fillsIn(String place) {
        return type.computed().contains(place);
      }

      @Override
      public boolean same(String place, PropertyValue before, PropertyValue after) {
        if (before instanceof Unknown || after instanceof Unknown) {
          return false;
        }
        Optional<String> fallback = Optional.ofNullable(type.defaults().get(place));
        Optional<String> old = text(before, fallback);
        Optional<String> fresh = text(after, fallback);
        return old.isPresent()
            && fresh.isPresent()
            && (old.equals(fresh)
                || Optional.ofNullable(type.suppressed().get(place))
                    .filter(by -> GcpSpelling.same(by, old.get(), fresh.get()))
                    .isPresent());
      }

      @Override
      public boolean silent(String place, PropertyValue value, boolean coming) {
        String fallback = type.defaults().getOrDefault(place, "");
        return coming
            ? !zero(fallback).isEmpty() && fallback.equals(PropertyText.of(value))
            : type.computed().contains(place);
      }
    };
  }

  /** A plain value's text, in which nothing, false and 0 are alike; empty for what is not plain. */
  private static Optional<String> text(PropertyValue value, Optional<String> fallback) {
    if (value instanceof Null) {
      return fallback.map(GcpFlags::zero).or(() -> Optional.of(""));
    }
    return value instanceof Str || value instanceof Num || value instanceof Bool
        ? Optional.of(zero(PropertyText.of(value)))
        : Optional.empty();
  }

  private static String zero(String text) {
    return text.equals("false") || text.equals("0") ? "" : text;
  }
}
