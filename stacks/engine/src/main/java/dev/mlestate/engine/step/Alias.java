package dev.mlestate.engine.step;

import dev.mlestate.engine.state.Urn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /**
   * Every URN that a resource may have had, from its own aliases and from its parent's.
   *
   * @param parentAliases former URNs of the parent
   */
  static List<String> urns(Goal goal, String stack, String project, Set<String> parentAliases) {
    List<String> urns = new ArrayList<>();
    for (Alias alias : goal.aliases()) {
      if (alias instanceof Whole whole) {
        urns.add(whole.urn());
      } else if (alias instanceof Parts parts) {
        urns.add(
            Urn.of(
                    or(parts.stack(), stack),
                    or(parts.project(), project),
                    parts.parent().orElse(goal.parent()),
                    or(parts.type(), goal.type()),
                    or(parts.name(), goal.name()))
                .value());
      }
    }
    for (String former : parentAliases) {
      urns.add(Urn.of(stack, project, former, goal.type(), inheritedName(goal, former)).value());
    }
    return urns;
  }

  /** A child named after its parent was renamed with it. */
  private static String inheritedName(Goal goal, String formerParent) {
    String parentName = new Urn(goal.parent()).name();
    return goal.name().startsWith(parentName)
        ? new Urn(formerParent).name() + goal.name().substring(parentName.length())
        : goal.name();
  }

  private static String or(String text, String fallback) {
    return text.isEmpty() ? fallback : text;
  }
}
