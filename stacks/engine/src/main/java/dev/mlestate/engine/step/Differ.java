package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.engine.event.PropertyChange;
import dev.mlestate.engine.provider.Diff;
import dev.mlestate.engine.provider.ProviderClient;
import dev.mlestate.engine.state.ProviderReference;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.wire.PropertyDiff;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyReset;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds out what differs between a resource as it is and as the program wants it. */
final class Differ {
  private final Run run;
  private final Set<String> replaced;
  private final OldResources names;

  Differ(Run run, Set<String> replaced, OldResources names) {
    this.run = run;
    this.replaced = replaced;
    this.names = names;
  }

  Diff diff(ResourceState old, ResourceState wanted) {
    if (Marks.TAINT.on(old)) {
      return Diff.replacing("id");
    }
    if (wanted.replaceWith().stream().anyMatch(replaced::contains)) {
      return Diff.replacing("replaceWith");
    }
    if (replaced.contains(wanted.deletedWith())) {
      return Diff.replacing("deletedWith");
    }
    if (old.custom() != wanted.custom() || providerChanged(old, wanted)) {
      return Diff.replacing("provider");
    }
    if (!wanted.custom()) {
      return PropertyDiff.same(old.inputs(), wanted.inputs()) ? Diff.NONE : Diff.SOME;
    }
    return ask(old, wanted.inputs(), wanted.ignoreChanges(), wanted);
  }

  /**
   * Asks the provider; where it leaves the answer to the engine, the inputs are compared.
   *
   * @param owner whose provider is asked
   */
  Diff ask(ResourceState old, Obj inputs, List<String> ignoreChanges, ResourceState owner) {
    if (!owner.isProvider()) {
      ProviderClient client = run.client(owner);
      if (!client.configured()) {
        run.reporter()
            .say(
                Severity.WARNING,
                owner.urn(),
                "the provider of this resource has inputs that are not known during the preview;"
                    + " what will be changed may differ");
        return Diff.SOME;
      }
    }
    Diff diff = run.providerOf(owner).diff(old, inputs, ignoreChanges);
    return diff.changes() == Diff.Changes.UNKNOWN
        ? compare(diff, old, inputs, ignoreChanges)
        : diff;
  }

  private static Diff compare(
      Diff answer, ResourceState old, Obj inputs, List<String> ignoreChanges) {
    Obj after = inputs;
    for (String path : ignoreChanges) {
      Obj current = after;
      after = PropertyReset.reset(PropertyPath.parse(path), old.inputs(), current).orElse(current);
    }
    PropertyDiff diff =
        PropertyDiff.between(
            PropertyValues.withoutSecrets(old.inputs()), PropertyValues.withoutSecrets(after));
    if (diff.isEmpty()) {
      return new Diff(
          Diff.Changes.NONE,
          answer.replaceKeys(),
          answer.changedKeys(),
          answer.detailed(),
          answer.deleteBeforeReplace());
    }
    TreeSet<String> keys = new TreeSet<>();
    SortedMap<String, PropertyChange> detailed = new TreeMap<>();
    diff.changes()
        .forEach(
            (path, change) -> {
              detailed.put(path, new PropertyChange(kind(change), true));
              if (PropertyPath.parse(path).steps().get(0) instanceof PropertyPath.Step.Member key) {
                keys.add(key.key());
              }
            });
    return new Diff(
        Diff.Changes.SOME,
        answer.replaceKeys(),
        List.copyOf(keys),
        Optional.of(detailed),
        answer.deleteBeforeReplace());
  }

  private static PropertyChange.Kind kind(PropertyDiff.Change change) {
    return switch (change) {
      case ADD -> PropertyChange.Kind.ADD;
      case DELETE -> PropertyChange.Kind.DELETE;
      case UPDATE -> PropertyChange.Kind.UPDATE;
    };
  }

  private boolean providerChanged(ResourceState old, ResourceState wanted) {
    Optional<ProviderReference> from = old.providerReference();
    Optional<ProviderReference> to = wanted.providerReference();
    if (from.equals(to)) {
      return false;
    }
    if (from.isEmpty() || to.isEmpty()) {
      return true;
    }
    if (names.renamed(from.get().urn(), to.get().urn())) {
      return false;
    }
    Optional<ResourceState> before = run.oldProvider(from.get());
    Optional<ResourceState> after = run.resource(to.get().urn());
    if (before.isEmpty() || after.isEmpty()) {
      return true;
    }
    return run.registry().handOver(before.get(), to.get(), after.get().inputs()).replaces();
  }
}
