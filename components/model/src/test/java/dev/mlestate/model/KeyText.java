package dev.mlestate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the schema and the reference say of a key. */
final class KeyText {
  private KeyText() {}

  static String description(Key key) {
    StringBuilder text = new StringBuilder(key.value()).append('.');
    if (!key.unit().isEmpty()) {
      text.append(" Unit: ").append(key.unit()).append('.');
    }
    String standard = standard(key);
    if (!standard.isEmpty()) {
      text.append(" Default: ").append(standard).append('.');
    }
    return text.toString();
  }

  /** The default in words; empty where there is none to say. */
  static String standard(Key key) {
    List<String> parts = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      Keys.standard(key, stage)
          .ifPresent(
              value -> values.add(value.toString().replace(",", ", ") + " in " + stage.word()));
    }
    if (sameEverywhere(key).isPresent()) {
      parts.add(sameEverywhere(key).get().replace(",", ", "));
    } else if (!values.isEmpty()) {
      parts.add(String.join(", ", values));
    }
    if (!key.computed().isEmpty()) {
      parts.add(key.computed());
    }
    return String.join("; ", parts);
  }

  /** The JSON of a default that no stage changes. */
  static Optional<String> sameEverywhere(Key key) {
    Optional<String> dev = Keys.standard(key, Stage.DEV).map(Object::toString);
    boolean same =
        dev.equals(Keys.standard(key, Stage.STAGING).map(Object::toString))
            && dev.equals(Keys.standard(key, Stage.PROD).map(Object::toString));
    return same && key.computed().isEmpty() ? dev : Optional.empty();
  }
}
