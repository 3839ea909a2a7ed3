package dev.mlestate.conformance.replacement;

import dev.mlestate.conformance.replacement.Changes.Proposal;
import dev.mlestate.conformance.replacement.EngineVerdicts.Decision;
import dev.mlestate.conformance.replacement.EngineVerdicts.Options;
import dev.mlestate.engine.state.ProviderReference;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Snapshot;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Changes the resources of running estates, one place at a time, and asks engine and facts. */
final class ReplacementRun {
  private final Map<String, Facts> facts =
      new TreeMap<>(
          Map.of(
              "aws", new AwsFacts(),
              "gcp", new GcpFacts(),
              "azure-native", new AzureFacts(),
              "kubernetes", new KubernetesFacts()));
  private final OtherValues values = new OtherValues();
  private final Clock clock;
  private final Scope scope;
  private final Set<String> ruled = new HashSet<>();
  private int proposed;

  /**
   * How much is asked.
   *
   * @param onePerType whether the first resource of each type is enough
   * @param changes how many of the changes are asked: every one, every second and so on
   * @param rules in how many of the places what has to hold of every change is asked: every one,
   *     every second and so on; once for each type, place and kind of change
   */
  record Scope(boolean onePerType, int changes, int rules) {}

  ReplacementRun(Clock clock, Scope scope) {
    this.clock = clock;
    this.scope = scope;
  }

  /** Something that has to hold of every change, and does not. */
  record Breach(String environment, String urn, Change change, String rule, Verdict verdict) {}

  /** Hears what was found. */
  interface Listener {
    void resource(String cloud, String token);

    void outcome(Outcome outcome);

    /** That a rule held for a change. */
    void held(String cloud, String rule);

    void breach(String cloud, Breach breach);
  }

  /** Learns the values that the resources of an estate have, for those of the others. */
  void learn(Snapshot snapshot) {
    resources(snapshot).forEach(state -> values.remember(state.type(), state.inputs()));
  }

  private List<ResourceState> resources(Snapshot snapshot) {
    return snapshot.resources().stream()
        .filter(state -> state.custom() && !state.isProvider() && !state.external())
        .filter(state -> facts.containsKey(packageOf(state.type())))
        .toList();
  }

  private static String packageOf(String token) {
    return token.substring(0, token.indexOf(':'));
  }

  /** Asks about every change of an estate's resources. */
  void over(RunningEstate estate, Listener listener) {
    Snapshot snapshot = estate.snapshot();
    Map<String, String> versions = new TreeMap<>();
    snapshot.resources().stream()
        .filter(ResourceState::isProvider)
        .forEach(state -> versions.put(state.urn(), version(state.inputs())));
    try (EngineVerdicts engine =
        new EngineVerdicts(
            RunningEstate.PROJECT, estate.name(), snapshot, estate.providers(), clock)) {
      Set<String> seen = new HashSet<>();
      Predicate<ResourceState> wanted = state -> !scope.onePerType() || seen.add(state.type());
      resources(snapshot).stream()
          .filter(wanted)
          .forEach(
              state ->
                  new OneResource(estate.name(), state, version(state, versions), engine, listener)
                      .ask());
    }
  }

  private static String version(Obj provider) {
    return PropertyValues.get(provider, "version").flatMap(PropertyValues::text).orElse("");
  }

  private static String version(ResourceState state, Map<String, String> versions) {
    return state
        .providerReference()
        .map(ProviderReference::urn)
        .map(urn -> versions.getOrDefault(urn, ""))
        .orElse("");
  }

  private final class OneResource {
    private final String environment;
    private final ResourceState state;
    private final String version;
    private final EngineVerdicts engine;
    private final Listener listener;
    private final String cloud;
    private final Facts known;

    OneResource(
        String environment,
        ResourceState state,
        String version,
        EngineVerdicts engine,
        Listener listener) {
      this.environment = environment;
      this.state = state;
      this.version = version;
      this.engine = engine;
      this.listener = listener;
      this.cloud = packageOf(state.type());
      this.known = Objects.requireNonNull(facts.get(cloud));
    }

    void ask() {
      listener.resource(cloud, state.type());
      Change none =
          new Change(Change.Kind.LAYOUT, PropertyPath.ROOT, state.inputs(), state.inputs());
      hold(
          "nothing changed: same",
          none,
          engine.of(state, state.inputs(), Options.PLAIN),
          Verdict.SAME);
      hold(
          "renamed with an alias: same",
          none,
          engine.of(state, state.inputs(), Options.RENAMED),
          Verdict.SAME);
      for (Proposal proposal : Changes.of(state.type(), state.inputs(), values, known::isSet)) {
        if (proposed++ % scope.changes() == 0) {
          ask(proposal);
        }
      }
    }

    private void ask(Proposal proposal) {
      Decision decision = new Decision(Verdict.REFUSED, List.of("no value"), PropertyValues.EMPTY);
      Change change = change(proposal, proposal.ways().get(0));
      for (Obj way : proposal.ways()) {
        change = change(proposal, way);
        decision = engine.of(state, way, Options.PLAIN);
        if (decision.verdict() != Verdict.REFUSED) {
          break;
        }
      }
      change = completed(change, decision.inputs());
      Expectation expected = known.of(state.type(), version, Shape.of(state.type()), change);
      listener.outcome(
          new Outcome(environment, cloud, state.type(), state.urn(), change, expected, decision));
      if (decision.verdict().replaces()) {
        Optional<Verdict> order =
            DeletionFirst.of(cloud, state.type(), state.inputs(), decision.inputs());
        if (order.isPresent()) {
          hold(
              "replaced: the old one goes first if its name was given",
              change,
              decision,
              order.get());
        }
      }
      boolean asks =
          decision.verdict() != Verdict.REFUSED
              && ruled.add(state.type() + " " + change.place() + " " + change.kind().words());
      if (asks && ruled.size() % scope.rules() == 0) {
        variants(change, decision);
      }
    }

    /**
     * What is left out and the provider's Check fills in, such as a name or a place, is what the
     * provider compares.
     */
    private static Change completed(Change change, Obj checked) {
      Obj after = change.after();
      for (String key : checked.members().keySet()) {
        Optional<PropertyValue> made = PropertyValues.get(checked, key);
        if (made.isPresent() && !after.members().containsKey(key)) {
          after = PropertyValues.with(after, key, made.get());
        }
      }
      return new Change(change.kind(), change.path(), change.before(), after);
    }

    private Change change(Proposal proposal, Obj after) {
      return new Change(proposal.kind(), proposal.path(), state.inputs(), after);
    }

    private void variants(Change change, Decision decision) {
      switch (change.kind()) {
        case VALUE, UNKNOWN, LAYOUT, REMOVED ->
            hold(
                "ignored: same",
                change,
                engine.of(state, change.after(), Options.ignoring(change.path().toString())),
                Verdict.SAME);
        case ADDED, ENTRY_ADDED, ELEMENT_ADDED, ELEMENT_REMOVED, REORDERED ->
            hold(
                "ignored: same",
                change,
                engine.of(state, change.after(), Options.ignoring(top(change))),
                Verdict.SAME);
      }
      if (change.kind() == Change.Kind.VALUE || change.kind() == Change.Kind.REORDERED) {
        hold(
            "renamed with an alias: the same verdict",
            change,
            engine.of(state, change.after(), Options.RENAMED),
            decision.verdict());
      }
    }

    private static String top(Change change) {
      return new PropertyPath(change.path().steps().subList(0, 1)).toString();
    }

    private void hold(String rule, Change change, Decision decision, Verdict right) {
      if (decision.verdict() == right) {
        listener.held(cloud, rule);
      } else {
        listener.breach(
            cloud, new Breach(environment, state.urn(), change, rule, decision.verdict()));
      }
    }
  }
}
