package dev.mlestate.conformance.differential.provider;

import dev.mlestate.wire.PropertyDiff.Change;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.PropertyDiff.Kind;

/** Changes in the words of the provider protocol. */
final class ChangeKinds {
  private ChangeKinds() {}

  static PropertyDiff detail(Change change, boolean replaces) {
    return PropertyDiff.newBuilder().setKind(kind(change, replaces)).setInputDiff(true).build();
  }

  private static Kind kind(Change change, boolean replaces) {
    return switch (change) {
      case ADD -> replaces ? Kind.ADD_REPLACE : Kind.ADD;
      case DELETE -> replaces ? Kind.DELETE_REPLACE : Kind.DELETE;
      case UPDATE -> replaces ? Kind.UPDATE_REPLACE : Kind.UPDATE;
    };
  }
}
