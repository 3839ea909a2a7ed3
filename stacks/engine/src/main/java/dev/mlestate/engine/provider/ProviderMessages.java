package dev.mlestate.engine.provider;

import dev.mlestate.engine.event.PropertyChange;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Secret;
import dev.mlestate.wire.PropertyValues;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.DiffResponse;

/** The protocol's messages in the engine's terms. */
final class ProviderMessages {
  private ProviderMessages() {}

  static Diff diff(DiffResponse response) {
    Optional<SortedMap<String, PropertyChange>> detailed = Optional.empty();
    if (response.getHasDetailedDiff()) {
      SortedMap<String, PropertyChange> changes = new TreeMap<>();
      response
          .getDetailedDiffMap()
          .forEach(
              (path, change) ->
                  changes.put(
                      path, new PropertyChange(kind(change.getKind()), change.getInputDiff())));
      detailed = Optional.of(changes);
    }
    return new Diff(
        changes(response.getChanges()),
        response.getReplacesList(),
        response.getDiffsList(),
        detailed,
        response.getDeleteBeforeReplace());
  }

  private static Diff.Changes changes(DiffResponse.DiffChanges changes) {
    return switch (changes) {
      case DIFF_NONE -> Diff.Changes.NONE;
      case DIFF_SOME -> Diff.Changes.SOME;
      case DIFF_UNKNOWN, UNRECOGNIZED -> Diff.Changes.UNKNOWN;
    };
  }

  private static PropertyChange.Kind kind(pulumirpc.Provider.PropertyDiff.Kind kind) {
    return switch (kind) {
      case ADD -> PropertyChange.Kind.ADD;
      case ADD_REPLACE -> PropertyChange.Kind.ADD_REPLACE;
      case DELETE -> PropertyChange.Kind.DELETE;
      case DELETE_REPLACE -> PropertyChange.Kind.DELETE_REPLACE;
      case UPDATE, UNRECOGNIZED -> PropertyChange.Kind.UPDATE;
      case UPDATE_REPLACE -> PropertyChange.Kind.UPDATE_REPLACE;
    };
  }

  /** Every member made secret. */
  static Obj secret(Obj object) {
    SortedMap<String, PropertyValue> members = new TreeMap<>(object.members());
    members.replaceAll((key, value) -> PropertyValues.secret(value));
    return new Obj(members);
  }

  /**
   * Providers that know no secrets get bare values; what comes back under the same name is secret.
   */
  static Obj annotateSecrets(Obj outputs, Obj inputs) {
    SortedMap<String, PropertyValue> members = new TreeMap<>(outputs.members());
    inputs
        .members()
        .forEach(
            (key, input) -> {
              @Nullable PropertyValue output = members.get(key);
              if (output instanceof Obj inner && input instanceof Obj innerInput) {
                members.put(key, annotateSecrets(inner, innerInput));
              } else if (output != null
                  && !(output instanceof Secret)
                  && PropertyValues.containsSecrets(input)) {
                members.put(key, PropertyValues.secret(PropertyValues.withoutSecrets(output)));
              }
            });
    return new Obj(members);
  }
}
