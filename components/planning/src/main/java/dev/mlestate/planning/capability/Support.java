package dev.mlestate.planning.capability;

import java.util.List;

/** What a cloud does about a capability. */
public sealed interface Support {
  /**
   * Resources realise it.
   *
   * @param types Pulumi's type tokens; each is registered for an estate that asks for the
   *     capability. Versions of a raw token's API are left out.
   */
  record Realised(List<String> types) implements Support {
    public Realised {
      types = List.copyOf(types);
    }
  }

  /**
   * The cloud cannot do it, and the planner says so.
   *
   * @param reason why, as a sentence without a full stop
   * @param alternative what to use instead
   */
  record NotPossible(String reason, String alternative) implements Support {}
}
