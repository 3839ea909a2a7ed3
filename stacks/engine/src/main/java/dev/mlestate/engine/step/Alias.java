package dev.mlestate.engine.step;

import java.util.Optional;

/** A name that a resource once had. */
public sealed interface Alias {
  /** The whole former URN. */
  record Whole(String urn) implements Alias {}

  /**
   * What differs from the present name; what is empty is as now.
   *
   * @param parent the former parent; an empty text: it had none
   */
  record Parts(String name, String type, String stack, String project, Optional<String> parent)
      implements Alias {}
}
