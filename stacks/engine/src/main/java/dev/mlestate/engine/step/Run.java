package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.event.Reporter;
import dev.mlestate.engine.event.Reporter.Running;
import dev.mlestate.engine.provider.ProviderClient;
import dev.mlestate.engine.provider.ProviderException;
import dev.mlestate.engine.provider.ProviderRegistry;
import dev.mlestate.engine.provider.ResourceProvider;
import dev.mlestate.engine.state.ProviderReference;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.RunLedger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the parts of one run share. */
public final class Run {
  private final String project;
  private final String stack;
  private final boolean preview;
  private final RunLedger ledger;
  private final ProviderRegistry registry;
  private final Reporter reporter;
  private final Clock clock;
  private final Map<String, Held> olds = new HashMap<>();
  private final Map<String, ResourceState> oldProviders = new HashMap<>();
  private final Map<String, Registered> registered = new ConcurrentHashMap<>();
  private final List<ResourceState> base = new ArrayList<>();
  private @Nullable Failure noted;

  /**
   * A resource of this run.
   *
   * @param running the step that led to it
   */
  record Registered(Held held, Running running) {}

  public Run(
      String project,
      String stack,
      boolean preview,
      RunLedger ledger,
      ProviderRegistry registry,
      Reporter reporter,
      Clock clock) {
    this.project = project;
    this.stack = stack;
    this.preview = preview;
    this.ledger = ledger;
    this.registry = registry;
    this.reporter = reporter;
    this.clock = clock;
    rebase();
  }

  /** Takes what the state holds now for what there was before. */
  void rebase() {
    olds.clear();
    oldProviders.clear();
    base.clear();
    ledger
        .before()
        .forEach(
            (handle, state) -> {
              base.add(state);
              if (!state.delete()) {
                olds.put(state.urn(), new Held(handle, state));
              }
              if (state.isProvider()) {
                oldProviders.put(new ProviderReference(state.urn(), state.id()).toString(), state);
              }
            });
  }

  public String project() {
    return project;
  }

  public String stack() {
    return stack;
  }

  public boolean preview() {
    return preview;
  }

  RunLedger ledger() {
    return ledger;
  }

  public ProviderRegistry registry() {
    return registry;
  }

  public Reporter reporter() {
    return reporter;
  }

  Clock clock() {
    return clock;
  }

  /** The resource of that name when the run began. */
  Optional<Held> old(String urn) {
    return Optional.ofNullable(olds.get(urn));
  }

  /** Every resource that there was before, in the order of their dependencies. */
  List<ResourceState> base() {
    return Collections.unmodifiableList(base);
  }

  /** Says why the run has failed although it goes on; the first reason counts. */
  void fail(Failure failure) {
    reporter.say(Severity.ERROR, failure.urn(), failure.message());
    synchronized (this) {
      noted = noted == null ? failure : noted;
    }
  }

  /** Says what makes a preview fail that goes on to show the rest; ends a real run. */
  void refuse(String urn, String reason) {
    Failure failure = new Failure(Failure.Kind.INVALID, urn, reason);
    if (!preview) {
      throw new RunFailedException(failure);
    }
    fail(failure);
  }

  /** Why the run has failed although it went on. */
  synchronized Optional<Failure> noted() {
    return Optional.ofNullable(noted);
  }

  void register(Registered resource) {
    registered.put(resource.held().state().urn(), resource);
  }

  Optional<Registered> registered(String urn) {
    return Optional.ofNullable(registered.get(urn));
  }

  /** A resource of this run as it is now; empty if none of that name has been registered. */
  public Optional<ResourceState> resource(String urn) {
    return registered(urn).map(resource -> resource.held().state());
  }

  /** The resources of this run under a parent, as they are now. */
  public List<ResourceState> children(String urn) {
    return registered.values().stream()
        .map(resource -> resource.held().state())
        .filter(state -> state.parent().equals(urn))
        .toList();
  }

  /** What manages a resource: its provider, or the registry where it is a provider. */
  ResourceProvider providerOf(ResourceState state) {
    return state.isProvider() ? registry : client(state);
  }

  /** The provider of a resource that is none itself; one that only the state knows is loaded. */
  ProviderClient client(ResourceState state) {
    ProviderReference reference =
        state
            .providerReference()
            .orElseThrow(
                () -> new ProviderException("the resource " + state.urn() + " has no provider"));
    Optional<ProviderClient> known = registry.find(reference);
    if (known.isPresent()) {
      return known.get();
    }
    @Nullable ResourceState provider = oldProviders.get(reference.toString());
    if (provider == null) {
      throw new ProviderException(
          "the provider " + reference + " of " + state.urn() + " is not known");
    }
    return registry.load(provider);
  }

  Optional<ResourceState> oldProvider(ProviderReference reference) {
    return Optional.ofNullable(oldProviders.get(reference.toString()));
  }
}
