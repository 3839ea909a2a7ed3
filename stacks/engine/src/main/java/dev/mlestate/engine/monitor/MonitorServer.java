package dev.mlestate.engine.monitor;

import dev.mlestate.engine.program.ProgramEnvironment;
import dev.mlestate.engine.step.Deployment;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Serves a deployment to its program: on the loopback interface and a free port, or within this JVM
 * to one that runs here.
 */
public final class MonitorServer implements AutoCloseable {
  // What the CLI and the SDKs allow, 400 MiB.
  private static final int MAXIMUM_MESSAGE_BYTES = 400 * 1024 * 1024;

  private static final long SHUTDOWN_SECONDS = 5;

  // No handler waits for another one.
  private static final int HANDLERS = 32;

  private static final long IDLE_SECONDS = 10;
  private static final AtomicLong NAMES = new AtomicLong();

  private final Server server;
  private final ExecutorService handlers;
  private final String address;

  private MonitorServer(Server server, ExecutorService handlers, String address) {
    this.server = server;
    this.handlers = handlers;
    this.address = address;
  }

  /**
   * Starts to serve.
   *
   * @param inProcess whether the program runs in this JVM, so that no network is needed
   */
  public static MonitorServer start(
      Deployment deployment,
      Configuration config,
      String organization,
      int parallel,
      boolean inProcess) {
    ExecutorService handlers = handlers();
    String name = "monitor-" + NAMES.incrementAndGet();
    ServerBuilder<?> builder =
        inProcess
            ? InProcessServerBuilder.forName(name)
            : NettyServerBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    try {
      Server server =
          builder
              .executor(handlers)
              .maxInboundMessageSize(MAXIMUM_MESSAGE_BYTES)
              .addService(
                  new MonitorService(deployment, config, new CallContext(organization, parallel)))
              .addService(new EngineService(deployment))
              .build()
              .start();
      String address =
          inProcess ? ProgramEnvironment.inProcessAddress(name) : "127.0.0.1:" + server.getPort();
      return new MonitorServer(server, handlers, address);
    } catch (IOException e) {
      handlers.shutdownNow();
      throw new UncheckedIOException("the engine cannot listen on the loopback interface", e);
    }
  }

  /** A program sends what it has at once, thousands of resources; each waits for its turn. */
  private static ExecutorService handlers() {
    ThreadPoolExecutor handlers =
        new ThreadPoolExecutor(
            HANDLERS,
            HANDLERS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "monitor");
              thread.setDaemon(true);
              return thread;
            });
    handlers.allowCoreThreadTimeOut(true);
    return handlers;
  }

  /** Where the program finds it. */
  public String address() {
    return address;
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
