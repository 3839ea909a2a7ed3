package dev.mlestate.conformance.differential;

import java.util.List;

/**
 * The flags of a command, as both engines have them.
 *
 * @param targets URNs without the stack's part, such as {@code proof:index:Thing::a}
 */
public record Flags(
    boolean refresh, List<String> targets, boolean targetDependents, boolean continueOnError) {
  public static final Flags NONE = new Flags(false, List.of(), false, false);

  public static final Flags REFRESH = new Flags(true, List.of(), false, false);

  public static final Flags CONTINUE = new Flags(false, List.of(), false, true);

  public Flags {
    targets = List.copyOf(targets);
  }

  public static Flags target(String... urns) {
    return new Flags(false, List.of(urns), false, false);
  }

  public static Flags targetAndDependents(String... urns) {
    return new Flags(false, List.of(urns), true, false);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(refresh ? " --refresh" : "");
    targets.forEach(urn -> text.append(" --target ").append(urn));
    text.append(targetDependents ? " --target-dependents" : "");
    text.append(continueOnError ? " --continue-on-error" : "");
    return text.toString();
  }
}
