package dev.mlestate.conformance.differential.provider;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A gRPC service on a free port of the loopback interface. */
public final class ProofServer implements AutoCloseable {
  private final Server server;

  private ProofServer(Server server) {
    this.server = server;
  }

  /** Serves one service until it is closed. */
  public static ProofServer start(BindableService service) {
    try {
      return new ProofServer(
          NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
              .intercept(new Connections())
              .addService(service)
              .build()
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("a provider cannot listen on loopback", e);
    }
  }

  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
