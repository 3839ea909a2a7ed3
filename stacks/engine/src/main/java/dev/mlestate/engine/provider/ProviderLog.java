package dev.mlestate.engine.provider;

import com.google.protobuf.Empty;
import dev.mlestate.engine.event.Diagnostic;
import dev.mlestate.engine.event.Diagnostic.Severity;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.LogRequest;

/**
 * The engine as a provider in another process sees it: somebody to tell things to. A run without a
 * program has no other engine to offer.
 */
public final class ProviderLog implements AutoCloseable {
  private final Consumer<Diagnostic> listener;
  private @Nullable Server server;

  /** A log that is served as soon as a provider needs its address. */
  public ProviderLog(Consumer<Diagnostic> listener) {
    this.listener = listener;
  }

  /** Where providers find it, {@code host:port}. */
  synchronized String address() {
    Server running = server;
    if (running == null) {
      try {
        running =
            NettyServerBuilder.forAddress(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new Service())
                .build()
                .start();
      } catch (IOException e) {
        throw new UncheckedIOException("the engine cannot listen on the loopback interface", e);
      }
      server = running;
    }
    return "127.0.0.1:" + running.getPort();
  }

  private final class Service extends EngineGrpc.EngineImplBase {
    @Override
    public void log(LogRequest request, StreamObserver<Empty> observer) {
      if (!request.getEphemeral()) {
        switch (request.getSeverity()) {
          case DEBUG, UNRECOGNIZED -> {}
          case INFO -> say(Severity.INFO, request);
          case WARNING -> say(Severity.WARNING, request);
          case ERROR -> say(Severity.ERROR, request);
        }
      }
      observer.onNext(Empty.getDefaultInstance());
      observer.onCompleted();
    }

    private void say(Severity severity, LogRequest request) {
      listener.accept(new Diagnostic(severity, request.getUrn(), request.getMessage()));
    }
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.shutdownNow();
      server = null;
    }
  }
}
