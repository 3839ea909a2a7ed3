package dev.mlestate.conformance.replacement;

import dev.mlestate.engine.provider.ProviderSource;
import io.grpc.BindableService;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Providers that answer on the caller's own thread: tens of thousands of short questions, one after
 * the other, would spend their time on waking threads.
 */
final class DirectProviders implements ProviderSource {
  private static final int MAXIMUM_MESSAGE_BYTES = 400 * 1024 * 1024;

  private final Map<String, Supplier<? extends BindableService>> services;

  DirectProviders(Map<String, Supplier<? extends BindableService>> services) {
    this.services = new TreeMap<>(services);
  }

  @Override
  public Optional<Connection> connect(String packageName, Optional<String> version) {
    @Nullable Supplier<? extends BindableService> service = services.get(packageName);
    return service == null ? Optional.empty() : Optional.of(start(packageName, service.get()));
  }

  private static Connection start(String packageName, BindableService service) {
    String name = packageName + "-" + UUID.randomUUID();
    try {
      Server server =
          InProcessServerBuilder.forName(name).directExecutor().addService(service).build().start();
      ManagedChannel channel =
          InProcessChannelBuilder.forName(name)
              .directExecutor()
              .maxInboundMessageSize(MAXIMUM_MESSAGE_BYTES)
              .build();
      return new Local(channel, server);
    } catch (IOException e) {
      throw new UncheckedIOException("the provider " + packageName + " did not start", e);
    }
  }

  private record Local(ManagedChannel managed, Server server) implements Connection {
    @Override
    public Channel channel() {
      return managed;
    }

    @Override
    public void close() {
      managed.shutdownNow();
      server.shutdownNow();
    }
  }
}
