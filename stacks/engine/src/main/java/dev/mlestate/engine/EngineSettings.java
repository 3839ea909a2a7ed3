package dev.mlestate.engine;

import dev.mlestate.engine.event.EngineListener;
import dev.mlestate.engine.program.Program;
import dev.mlestate.engine.provider.ProviderSource;
import dev.mlestate.engine.provider.RetryPolicy;
import dev.mlestate.engine.state.StackOutputs;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.wire.Sentinels;
import java.time.Clock;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What an {@link EngineBuilder} was told. */
record EngineSettings(
    Program program,
    ProviderSource providers,
    StateStore store,
    StackOutputs stackOutputs,
    String organization,
    String project,
    String stack,
    SortedMap<String, String> config,
    SortedSet<String> secretKeys,
    int parallel,
    EngineListener listener,
    Clock clock,
    RetryPolicy retryPolicy,
    Supplier<String> ids) {

  EngineSettings {
    config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
    secretKeys = Collections.unmodifiableSortedSet(new TreeSet<>(secretKeys));
  }

  /** The configuration with its secrets hidden. */
  SortedMap<String, String> shownConfig() {
    SortedMap<String, String> shown = new TreeMap<>(config);
    shown.replaceAll((key, value) -> secretKeys.contains(key) ? Sentinels.HIDDEN : value);
    return shown;
  }
}
