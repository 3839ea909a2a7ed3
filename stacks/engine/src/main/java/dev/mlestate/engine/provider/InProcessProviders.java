package dev.mlestate.engine.provider;

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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Providers within this process, reached through gRPC's in-process transport. */
public final class InProcessProviders implements ProviderSource, AutoCloseable {
  private static final int MAXIMUM_MESSAGE_BYTES = 400 * 1024 * 1024;
  private static final AtomicLong NAMES = new AtomicLong();

  private final Map<String, Supplier<? extends BindableService>> services;
  private final ExecutorService executor =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "provider");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Providers by package.
   *
   * @param services makes a fresh instance of the provider on each call
   */
  public InProcessProviders(Map<String, Supplier<? extends BindableService>> services) {
    this.services = new TreeMap<>(services);
  }

  @Override
  public Optional<Connection> connect(String packageName, Optional<String> version) {
    @Nullable Supplier<? extends BindableService> service = services.get(packageName);
    return service == null ? Optional.empty() : Optional.of(start(packageName, service.get()));
  }

  private Connection start(String packageName, BindableService service) {
    String name = packageName + "-" + NAMES.incrementAndGet();
    try {
      Server server =
          InProcessServerBuilder.forName(name)
              .executor(executor)
              .addService(service)
              .build()
              .start();
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

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
