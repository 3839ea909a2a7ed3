package dev.mlestate.testkit.graph;

import dev.mlestate.problem.Nearest;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValues;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the inputs or outputs of something.
 *
 * @param owner whose they are, as messages call it
 * @param kind input or output
 */
record PropertyCheck(String owner, String kind, Properties properties) {
  static PropertyCheck of(String owner, String kind, Properties properties) {
    return new PropertyCheck(owner, kind, properties);
  }

  Verdict hasValue(String path, PropertyValue expected) {
    Optional<PropertyValue> found = properties.find(path);
    if (found.isEmpty()) {
      return missing(path);
    }
    PropertyValue value = found.get();
    if (Values.same(value, expected)) {
      return Verdict.GOOD;
    }
    String shown = PropertyValues.containsSecrets(value) ? "another one" : Values.shown(expected);
    return Verdict.bad(
        "the %s %s of %s is %s, expected was %s%s"
            .formatted(
                kind,
                path,
                owner,
                Values.shown(value),
                shown,
                PropertyValues.containsUnknowns(value)
                    ? "; a preview cannot tell: assert hasUnknown, or take up instead of preview"
                    : ""));
  }

  Verdict isThere(String path) {
    return properties.find(path).isPresent() ? Verdict.GOOD : missing(path);
  }

  Verdict isAbsent(String path) {
    return properties
        .find(path)
        .map(value -> Verdict.bad(said(path) + " is " + Values.shown(value) + ", not absent"))
        .orElse(Verdict.GOOD);
  }

  Verdict isSecret(String path) {
    return properties.find(path).isEmpty()
        ? missing(path)
        : Verdict.when(properties.isSecret(path), said(path) + " is not secret");
  }

  Verdict isUnknown(String path) {
    if (properties.isUnknown(path)) {
      return Verdict.GOOD;
    }
    return properties
        .find(path)
        .map(value -> Verdict.bad(said(path) + " is known: " + Values.shown(value)))
        .orElseGet(() -> missing(path));
  }

  Verdict isKnown(String path) {
    return properties.find(path).isEmpty() && !properties.isUnknown(path)
        ? missing(path)
        : Verdict.when(!properties.isUnknown(path), said(path) + " is not known yet");
  }

  /** Hands the value to a check of the test's own. */
  Verdict satisfies(String path, Consumer<@Nullable Object> check) {
    Optional<PropertyValue> found = properties.find(path);
    if (found.isEmpty()) {
      return missing(path);
    }
    if (PropertyValues.containsUnknowns(found.get())) {
      return Verdict.bad(said(path) + " is not known yet: " + Values.shown(found.get()));
    }
    try {
      check.accept(Values.plain(found.get()));
      return Verdict.GOOD;
    } catch (AssertionError e) {
      return Verdict.bad(
          said(path)
              + " does not satisfy: "
              // What the check says may show the value.
              + (PropertyValues.containsSecrets(found.get()) ? "[secret]" : e.getMessage()));
    }
  }

  private Verdict missing(String path) {
    Collection<String> paths = properties.paths();
    String remedy =
        paths.isEmpty()
            ? "it has none"
            : Nearest.of(path, paths)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElseGet(
                    () -> "it has " + String.join(", ", properties.object().members().keySet()));
    return Verdict.bad("%s has no %s %s: %s".formatted(owner, kind, path, remedy));
  }

  private String said(String path) {
    return "the %s %s of %s".formatted(kind, path, owner);
  }
}
