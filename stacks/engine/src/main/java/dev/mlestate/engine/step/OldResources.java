package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.state.Urn;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what the state has of the resources that are registered, by their names or former ones. */
final class OldResources {
  private final Run run;
  // The former name that was found in the state, by the present one, and the other way round.
  private final Map<String, String> formerNames = new HashMap<>();
  private final Map<String, String> presentNames = new HashMap<>();

  OldResources(Run run) {
    this.run = run;
  }

  /**
   * The resource of the state that a registration is about.
   *
   * @param seen the names that have been registered
   * @throws RunFailedException if another registration has claimed that resource
   */
  Optional<Held> find(Goal goal, String urn, Set<String> seen) {
    @Nullable String claimant = presentNames.get(urn);
    if (claimant != null) {
      throw duplicate(urn, urn, claimant);
    }
    Optional<Held> own = run.old(urn);
    if (own.isPresent()) {
      return own;
    }
    for (String name : names(goal)) {
      Optional<Held> former = run.old(name);
      if (former.isEmpty()) {
        continue;
      }
      @Nullable String other = seen.contains(name) ? name : presentNames.get(name);
      if (other != null) {
        throw duplicate(urn, name, other);
      }
      presentNames.put(name, urn);
      formerNames.put(urn, name);
      return former;
    }
    return Optional.empty();
  }

  private static RunFailedException duplicate(String urn, String name, String other) {
    return new RunFailedException(
        Failure.Kind.INVALID,
        urn,
        "Duplicate resource alias '"
            + name
            + "' of '"
            + urn
            + "': the resource is already registered as '"
            + other
            + "'");
  }

  /** The name under which a resource of the state has been registered. */
  String present(String urn) {
    return presentNames.getOrDefault(urn, urn);
  }

  /** Whether a resource of the state has been registered under another name. */
  boolean renamed(String former, String present) {
    return present.equals(presentNames.get(former));
  }

  /** Every name that a resource may have had, from its own aliases and from its parent's. */
  private Set<String> names(Goal goal) {
    Set<String> names = new LinkedHashSet<>();
    goal.aliases().forEach(alias -> names.add(name(goal, alias)));
    @Nullable String formerParent = formerNames.get(goal.parent());
    if (formerParent != null) {
      names.add(inherited(goal.type(), goal.name(), goal.parent(), formerParent));
      for (Alias alias : goal.aliases()) {
        Urn former = new Urn(name(goal, alias));
        names.add(inherited(former.type(), former.name(), goal.parent(), formerParent));
      }
    }
    return names;
  }

  private String name(Goal goal, Alias alias) {
    if (alias instanceof Alias.Whole whole) {
      return whole.urn();
    }
    Alias.Parts parts = (Alias.Parts) alias;
    String parent =
        parts.parent().map(urn -> formerNames.getOrDefault(urn, urn)).orElse(goal.parent());
    return Urn.of(
            or(parts.stack(), run.stack()),
            or(parts.project(), run.project()),
            parent,
            or(parts.type(), goal.type()),
            or(parts.name(), goal.name()))
        .value();
  }

  /** A child named after its parent was renamed with it. */
  private String inherited(String type, String name, String parent, String formerParent) {
    String parentName = new Urn(parent).name();
    String formerName =
        name.startsWith(parentName)
            ? new Urn(formerParent).name() + name.substring(parentName.length())
            : name;
    return Urn.of(run.stack(), run.project(), formerParent, type, formerName).value();
  }

  private static String or(String text, String fallback) {
    return text.isEmpty() ? fallback : text;
  }
}
