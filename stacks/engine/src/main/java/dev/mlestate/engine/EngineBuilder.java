package dev.mlestate.engine;

import dev.mlestate.engine.event.EngineListener;
import dev.mlestate.engine.program.Program;
import dev.mlestate.engine.provider.ProviderSource;
import dev.mlestate.engine.provider.RetryPolicy;
import dev.mlestate.engine.state.StackOutputs;
import dev.mlestate.engine.state.StateStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Settings of an engine; program, providers and store must be set. */
public final class EngineBuilder {
  private static final int STEPS_PER_CORE = 4;

  private @Nullable Program program;
  private @Nullable ProviderSource providers;
  private @Nullable StateStore store;
  private StackOutputs stackOutputs = StackOutputs.NONE;
  private String organization = "organization";
  private String project = "estate";
  private String stack = "dev";
  private SortedMap<String, String> config = new TreeMap<>();
  private SortedSet<String> secretKeys = new TreeSet<>();
  private int parallel = STEPS_PER_CORE * Runtime.getRuntime().availableProcessors();
  private EngineListener listener = EngineListener.SILENT;
  private Clock clock = Clock.systemUTC();
  private RetryPolicy retryPolicy = RetryPolicy.STANDARD;
  private Supplier<String> ids = () -> UUID.randomUUID().toString();

  EngineBuilder() {}

  public EngineBuilder program(Program value) {
    program = value;
    return this;
  }

  public EngineBuilder providers(ProviderSource value) {
    providers = value;
    return this;
  }

  public EngineBuilder store(StateStore value) {
    store = value;
    return this;
  }

  /** Where references to other stacks are looked up; by default there are none. */
  public EngineBuilder stackOutputs(StackOutputs value) {
    stackOutputs = value;
    return this;
  }

  public EngineBuilder organization(String value) {
    organization = value;
    return this;
  }

  public EngineBuilder project(String value) {
    project = value;
    return this;
  }

  public EngineBuilder stack(String value) {
    stack = value;
    return this;
  }

  /** Configuration by key, such as {@code estate:environmentFile}. */
  public EngineBuilder config(Map<String, String> value) {
    config = new TreeMap<>(value);
    return this;
  }

  /** The keys of the configuration whose values are secret. */
  public EngineBuilder secretConfig(List<String> keys) {
    secretKeys = new TreeSet<>(keys);
    return this;
  }

  /** How many steps may be done at a time; four for each core by default. */
  public EngineBuilder parallel(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("at least one step at a time, not " + value);
    }
    parallel = value;
    return this;
  }

  public EngineBuilder listener(EngineListener value) {
    listener = value;
    return this;
  }

  public EngineBuilder clock(Clock value) {
    clock = value;
    return this;
  }

  /** How calls of providers are made again that failed for a while. */
  public EngineBuilder retryPolicy(RetryPolicy value) {
    retryPolicy = value;
    return this;
  }

  /** What makes the ids of provider resources; random ones by default. */
  public EngineBuilder ids(Supplier<String> value) {
    ids = value;
    return this;
  }

  public Engine build() {
    return new Engine(
        new EngineSettings(
            Objects.requireNonNull(program, "a program"),
            Objects.requireNonNull(providers, "providers"),
            Objects.requireNonNull(store, "a store"),
            stackOutputs,
            organization,
            project,
            stack,
            config,
            secretKeys,
            parallel,
            listener,
            clock,
            retryPolicy,
            ids));
  }
}
