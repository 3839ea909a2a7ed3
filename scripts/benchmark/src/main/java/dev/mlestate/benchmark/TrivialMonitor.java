package dev.mlestate.benchmark;

import com.google.protobuf.Empty;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.Resource.RegisterPackageRequest;
import pulumirpc.Resource.RegisterPackageResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc;

/**
 * The least that a program needs of an engine, over TCP: every resource is answered with its own
 * inputs, nothing is decided and nothing kept. What a program costs here, no engine can do without.
 */
public final class TrivialMonitor implements AutoCloseable {
  // What the SDKs allow, 400 MiB.
  private static final int MAXIMUM_MESSAGE_BYTES = 400 * 1024 * 1024;

  private final Server server;
  private final AtomicInteger registered;

  private TrivialMonitor(Server server, AtomicInteger registered) {
    this.server = server;
    this.registered = registered;
  }

  /** Starts to serve on the loopback interface. */
  public static TrivialMonitor start() throws IOException {
    AtomicInteger registered = new AtomicInteger();
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .maxInboundMessageSize(MAXIMUM_MESSAGE_BYTES)
            .addService(new Resources(registered))
            .addService(new Messages())
            .build()
            .start();
    return new TrivialMonitor(server, registered);
  }

  /** Where the program finds it. */
  public String address() {
    return "127.0.0.1:" + server.getPort();
  }

  /** How many resources were registered since the last time. */
  public int takeRegistered() {
    return registered.getAndSet(0);
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private static <T> void send(StreamObserver<T> observer, T value) {
    observer.onNext(value);
    observer.onCompleted();
  }

  private static final class Resources extends ResourceMonitorGrpc.ResourceMonitorImplBase {
    private final AtomicInteger registered;

    Resources(AtomicInteger registered) {
      this.registered = registered;
    }

    @Override
    public void supportsFeature(
        SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> observer) {
      send(observer, SupportsFeatureResponse.newBuilder().setHasSupport(true).build());
    }

    @Override
    public void registerPackage(
        RegisterPackageRequest request, StreamObserver<RegisterPackageResponse> observer) {
      send(observer, RegisterPackageResponse.newBuilder().setRef(request.getName()).build());
    }

    @Override
    public void registerResource(
        RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> observer) {
      registered.incrementAndGet();
      send(
          observer,
          RegisterResourceResponse.newBuilder()
              .setUrn("urn:pulumi:dev::benchmark::" + request.getType() + "::" + request.getName())
              .setId(request.getCustom() ? request.getName() : "")
              .setObject(request.getObject())
              .build());
    }

    @Override
    public void registerResourceOutputs(
        RegisterResourceOutputsRequest request, StreamObserver<Empty> observer) {
      send(observer, Empty.getDefaultInstance());
    }

    @Override
    public void signalAndWaitForShutdown(Empty request, StreamObserver<Empty> observer) {
      send(observer, Empty.getDefaultInstance());
    }
  }

  private static final class Messages extends EngineGrpc.EngineImplBase {
    @Override
    public void log(LogRequest request, StreamObserver<Empty> observer) {
      send(observer, Empty.getDefaultInstance());
    }
  }
}
