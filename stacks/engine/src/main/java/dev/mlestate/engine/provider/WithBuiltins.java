package dev.mlestate.engine.provider;

import dev.mlestate.engine.state.StackOutputs;
import java.util.Map;
import java.util.Optional;

/** Providers, and beside them the engine's own one. */
public final class WithBuiltins implements ProviderSource, AutoCloseable {
  private final ProviderSource others;
  private final InProcessProviders own;

  public WithBuiltins(ProviderSource others, StackOutputs stacks) {
    this.others = others;
    this.own =
        new InProcessProviders(Map.of(BuiltinProvider.PACKAGE, () -> new BuiltinProvider(stacks)));
  }

  @Override
  public Optional<Connection> connect(String packageName, Optional<String> version) {
    return packageName.equals(BuiltinProvider.PACKAGE)
        ? own.connect(packageName, version)
        : others.connect(packageName, version);
  }

  @Override
  public void close() {
    own.close();
  }
}
