package dev.mlestate.engine.monitor;

import dev.mlestate.engine.step.Deployment;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Serves a deployment to its program, on the loopback interface and a free port. */
public final class MonitorServer implements AutoCloseable {
  // What the CLI and the SDKs allow, 400 MiB.
  private static final int MAXIMUM_MESSAGE_BYTES = 400 * 1024 * 1024;

  private static final long SHUTDOWN_SECONDS = 5;

  private final Server server;
  private final ExecutorService handlers;

  private MonitorServer(Server server, ExecutorService handlers) {
    this.server = server;
    this.handlers = handlers;
  }

  /** Starts to serve. */
  public static MonitorServer start(
      Deployment deployment, Map<String, String> config, String organization, int parallel) {
    ExecutorService handlers =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "monitor");
              thread.setDaemon(true);
              return thread;
            });
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try {
      Server server =
          NettyServerBuilder.forAddress(address)
              .executor(handlers)
              .maxInboundMessageSize(MAXIMUM_MESSAGE_BYTES)
              .addService(
                  new MonitorService(deployment, config, new CallContext(organization, parallel)))
              .addService(new EngineService(deployment))
              .build()
              .start();
      return new MonitorServer(server, handlers);
    } catch (IOException e) {
      handlers.shutdownNow();
      throw new UncheckedIOException("the engine cannot listen on the loopback interface", e);
    }
  }

  /** Where the program finds it. */
  public String address() {
    return "127.0.0.1:" + server.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
    try {
      // Calls that are being cut off still report to the handlers.
      boolean unused = server.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    handlers.shutdown();
  }
}
