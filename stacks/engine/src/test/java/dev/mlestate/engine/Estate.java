package dev.mlestate.engine;

import dev.mlestate.engine.event.EngineListener;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.engine.provider.InProcessProviders;
import dev.mlestate.engine.provider.RetryPolicy;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.StackOutputs;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.engine.state.Urn;
import io.grpc.BindableService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A stack of its own for a test. */
final class Estate {
  final FakeCloud cloud;
  final StateStore store;
  boolean secrets = true;
  boolean tokens = true;
  EngineListener listener = EngineListener.SILENT;
  StackOutputs stackOutputs = StackOutputs.NONE;
  List<String> secretConfig = List.of();
  Map<String, String> config = new TreeMap<>();

  Estate(Path folder) {
    this(folder, new FakeCloud(), Map.of("PULUMI_CONFIG_PASSPHRASE", "test"));
  }

  Estate(FakeCloud cloud, StateStore store) {
    this.cloud = cloud;
    this.store = store;
  }

  /** A stack in a cloud that others know, too. */
  Estate(Path folder, FakeCloud cloud, Map<String, String> environment) {
    this.cloud = cloud;
    store =
        StateStore.in(
            folder,
            environment,
            Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC));
  }

  Engine engine(FakeProgram.Body body) {
    return Engine.builder()
        .program(new FakeProgram(body))
        .providers(new InProcessProviders(Map.of("fake", this::provider)))
        .store(store)
        .stackOutputs(stackOutputs)
        .stack("dev")
        .config(config)
        .secretConfig(secretConfig)
        .clock(Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC))
        .retryPolicy(RetryPolicy.STANDARD.withWaiting((duration, stopped) -> true))
        .listener(event -> listener.on(event))
        .build();
  }

  private BindableService provider() {
    FakeProvider provider = new FakeProvider(cloud, secrets);
    return tokens ? FakeTokens.keptBy(provider) : provider;
  }

  UpdateResult up(FakeProgram.Body body) {
    return engine(body).up();
  }

  UpdateResult preview(FakeProgram.Body body) {
    return engine(body).preview();
  }

  UpdateResult destroy() {
    return engine(registrar -> {}).destroy();
  }

  UpdateResult refresh() {
    return engine(registrar -> {}).refresh();
  }

  UpdateResult destroy(RunOptions options) {
    return engine(registrar -> {}).destroy(options);
  }

  /** The steps as {@code word name}, without the stack and default providers. */
  static List<String> steps(UpdateResult result) {
    return result.steps().stream()
        .filter(step -> !new Urn(step.urn()).isDefaultProvider())
        .filter(step -> !new Urn(step.urn()).type().equals(Urn.STACK_TYPE))
        .map(Estate::text)
        .toList();
  }

  private static String text(StepRecord step) {
    return step.operation().word() + " " + new Urn(step.urn()).name();
  }

  ResourceState resource(String name) {
    return store.read().resources().stream()
        .filter(state -> new Urn(state.urn()).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  List<String> names() {
    return store.read().resources().stream().map(state -> new Urn(state.urn()).name()).toList();
  }
}
