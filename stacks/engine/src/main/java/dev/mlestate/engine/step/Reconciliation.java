package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.engine.event.Reporter;
import dev.mlestate.engine.provider.ProviderClient;
import dev.mlestate.engine.provider.ProviderException;
import dev.mlestate.engine.provider.ProviderRegistry;
import dev.mlestate.engine.provider.Reading;
import dev.mlestate.engine.state.PendingOperation;
import dev.mlestate.engine.state.PendingOperation.Kind;
import dev.mlestate.engine.state.ProviderReference;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Snapshot;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.MalformedValueException;
import dev.mlestate.wire.PropertyDiff;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the clouds, before a run begins, what became of the operations that an interrupted run began
 * and did not end.
 *
 * <p>A create is found by its token: the resource enters the state as it was asked for, and the run
 * that follows treats it like any other, whatever its program says by now. An update or a deletion
 * is judged by reading the resource. Only questions are asked, so that a preview does the same and
 * a kill in between costs nothing. What cannot be answered stays pending and is said, as Pulumi
 * does with creates.
 */
public final class Reconciliation {
  private final ProviderRegistry registry;
  private final Reporter reporter;
  private final Clock clock;
  private final List<ResourceState> resources;
  private final List<PendingOperation> unresolved = new ArrayList<>();

  private Reconciliation(
      Snapshot snapshot, ProviderRegistry registry, Reporter reporter, Clock clock) {
    this.registry = registry;
    this.reporter = reporter;
    this.clock = clock;
    this.resources = new ArrayList<>(snapshot.resources());
  }

  /** The state with what could be found out; what could not is still pending in it. */
  public static Snapshot of(
      Snapshot snapshot, ProviderRegistry registry, Reporter reporter, Clock clock) {
    if (snapshot.pending().isEmpty()) {
      return snapshot;
    }
    Reconciliation reconciliation = new Reconciliation(snapshot, registry, reporter, clock);
    snapshot.pending().forEach(reconciliation::resolve);
    return new Snapshot(reconciliation.resources, reconciliation.unresolved);
  }

  private void resolve(PendingOperation operation) {
    String found;
    try {
      found =
          switch (operation.kind()) {
            case CREATING -> created(operation);
            case IMPORTING -> imported(operation);
            case UPDATING -> updated(operation);
            case DELETING -> deleted(operation);
            case READING -> "nothing was changed by that";
          };
    } catch (ProviderException | ProblemException | MalformedValueException e) {
      unresolved.add(operation);
      say(operation, "whether that was done is not known: " + e.getMessage() + advice(operation));
      return;
    }
    say(operation, found);
  }

  private void say(PendingOperation operation, String text) {
    reporter.say(
        Severity.WARNING,
        operation.resource().urn(),
        "an earlier run was interrupted while "
            + operation.kind().word()
            + " this resource; "
            + text);
  }

  private static String advice(PendingOperation operation) {
    return operation.kind() == Kind.CREATING
        ? "; look for it in the cloud, then run refresh with --clear-pending-creates if it is not"
            + " there, or with --import-pending-creates if it is"
        : "; it is looked up again by the next run";
  }

  private ProviderClient provider(ResourceState state) {
    ProviderReference reference =
        state.providerReference().orElseThrow(() -> new ProviderException("it has no provider"));
    Optional<ProviderClient> known = registry.find(reference);
    return known.orElseGet(
        () ->
            registry.load(
                resources.stream()
                    .filter(each -> each.isProvider() && each.urn().equals(reference.urn()))
                    .filter(each -> each.id().equals(reference.id()))
                    .findFirst()
                    .orElseThrow(
                        () -> new ProviderException("the provider " + reference + " is gone"))));
  }

  private String created(PendingOperation operation) {
    ResourceState wanted = operation.resource();
    if (operation.token().isEmpty()) {
      throw new ProviderException("it was begun by an engine without step tokens");
    }
    Reading found = provider(wanted).created(wanted, operation.token());
    if (isNothing(found)) {
      return "it was not created";
    }
    enter(wanted, found);
    return "it was created as " + found.id() + ", and is now in the state";
  }

  private String imported(PendingOperation operation) {
    ResourceState wanted = operation.resource();
    Reading found = read(wanted);
    if (isNothing(found)) {
      throw new ProviderException("there is no resource " + wanted.id());
    }
    enter(wanted, found);
    return "it exists as " + wanted.id() + ", and is now in the state";
  }

  private Reading read(ResourceState state) {
    ProviderClient client = provider(state);
    if (!client.configured()) {
      throw new ProviderException("its provider is not configured");
    }
    return client.read(state, state.inputs(), state.outputs());
  }

  private static boolean isNothing(Reading found) {
    return found.id().isEmpty() || found.outputs().isEmpty();
  }

  /** Puts a created resource where everything that it needs comes before it. */
  private void enter(ResourceState wanted, Reading found) {
    boolean known =
        resources.stream()
            .anyMatch(each -> each.urn().equals(wanted.urn()) && each.id().equals(found.id()));
    if (known) {
      return;
    }
    Instant now = clock.instant();
    ResourceState made =
        SecretMarks.apply(
            wanted
                .with()
                .id(found.id())
                .outputs(found.outputs().orElse(PropertyValues.EMPTY))
                .initErrors(found.problems())
                .created(Optional.of(now))
                .modified(Optional.of(now))
                .build());
    // What it was to replace waits for its deletion; what had been deleted for it is history.
    resources.removeIf(each -> isFormer(each, made) && each.pendingReplacement());
    resources.replaceAll(each -> isFormer(each, made) ? each.with().delete(true).build() : each);
    Set<String> needed = made.allDependencies();
    int place = 0;
    for (int i = 0; i < resources.size(); i++) {
      if (needed.contains(resources.get(i).urn()) && !resources.get(i).delete()) {
        place = i + 1;
      }
    }
    resources.add(place, made);
  }

  private static boolean isFormer(ResourceState each, ResourceState made) {
    return !each.delete() && (each.urn().equals(made.urn()) || made.aliases().contains(each.urn()));
  }

  /** Where the state holds what an operation was about; -1: nowhere. */
  private int place(ResourceState about) {
    for (int i = 0; i < resources.size(); i++) {
      ResourceState each = resources.get(i);
      boolean named = each.urn().equals(about.urn()) || about.aliases().contains(each.urn());
      if (named && each.id().equals(about.id())) {
        return i;
      }
    }
    return -1;
  }

  private String updated(PendingOperation operation) {
    ResourceState wanted = operation.resource();
    int place = place(wanted);
    if (place < 0) {
      return "it is no longer in the state";
    }
    ResourceState old = resources.get(place);
    Reading found = read(wanted);
    if (isNothing(found)) {
      return "it does not exist any more: run refresh";
    }
    Obj outputs = found.outputs().orElse(PropertyValues.EMPTY);
    Optional<Obj> inputs = found.inputs();
    if (inputs.filter(read -> sameInputs(read, wanted.inputs())).isPresent()) {
      resources.set(
          place,
          SecretMarks.apply(
              wanted
                  .with()
                  .outputs(outputs)
                  .created(old.created())
                  .modified(Optional.of(clock.instant()))
                  .build()));
      return "it was updated";
    }
    if (inputs.filter(read -> sameInputs(read, old.inputs())).isPresent()) {
      return "it was not updated";
    }
    resources.set(
        place,
        SecretMarks.apply(old.with().inputs(inputs.orElse(old.inputs())).outputs(outputs).build()));
    return "the state now holds what the cloud says of it";
  }

  /** What begins with two underscores is the provider's own note, which not every cloud keeps. */
  private static boolean sameInputs(Obj read, Obj known) {
    return PropertyDiff.same(plain(read), plain(known));
  }

  private static Obj plain(Obj inputs) {
    Obj plain = PropertyValues.withoutSecrets(inputs);
    for (String name : inputs.members().keySet()) {
      if (name.startsWith("__")) {
        plain = PropertyValues.without(plain, name);
      }
    }
    return plain;
  }

  private String deleted(PendingOperation operation) {
    ResourceState about = operation.resource();
    int place = place(about);
    if (place < 0) {
      return "it is no longer in the state";
    }
    if (!isNothing(read(about))) {
      return "it was not deleted";
    }
    if (about.pendingReplacement()) {
      resources.set(place, resources.get(place).with().pendingReplacement(true).build());
      return "it was deleted, and waits for its replacement";
    }
    resources.remove(place);
    References references = new References();
    resources.replaceAll(references::add);
    return "it was deleted";
  }
}
