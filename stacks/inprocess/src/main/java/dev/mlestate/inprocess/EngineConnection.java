package dev.mlestate.inprocess;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.pulumi.core.internal.ContextAwareCompletableFuture;
import com.pulumi.deployment.internal.Engine;
import com.pulumi.deployment.internal.Monitor;
import com.pulumi.resources.Resource;
import dev.mlestate.engine.program.ProgramEnvironment;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.inprocess.InProcessChannelBuilder;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass;
import pulumirpc.Provider;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterPackageRequest;
import pulumirpc.Resource.RegisterPackageResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc;

/**
 * A program's way to its engine. The SDK's own connections can never be closed, which a process
 * that ends does not notice; a JVM that runs one program after another does.
 */
final class EngineConnection implements Monitor, Engine {
  /** As large as the SDK's own. */
  private static final int MAXIMUM_MESSAGE_BYTES = 400 * 1024 * 1024;

  private final ManagedChannel channel;
  private final ResourceMonitorGrpc.ResourceMonitorFutureStub monitor;
  private final EngineGrpc.EngineFutureStub engine;
  private final Map<String, UnaryOperator<Struct>> answers;

  private EngineConnection(ManagedChannel channel, Map<String, UnaryOperator<Struct>> answers) {
    this.answers = answers;
    this.channel = channel;
    this.monitor = ResourceMonitorGrpc.newFutureStub(channel);
    this.engine = EngineGrpc.newFutureStub(channel);
  }

  static EngineConnection to(String address, Map<String, UnaryOperator<Struct>> answers) {
    return new EngineConnection(
        ProgramEnvironment.inProcessName(address)
            .<ManagedChannelBuilder<?>>map(InProcessChannelBuilder::forName)
            .orElseGet(() -> ManagedChannelBuilder.forTarget(address))
            .usePlaintext()
            .maxInboundMessageSize(MAXIMUM_MESSAGE_BYTES)
            .build(),
        answers);
  }

  /** Fails every request that is under way and every later one. */
  void cut() {
    channel.shutdownNow();
  }

  @Override
  public CompletableFuture<SupportsFeatureResponse> supportsFeatureAsync(
      SupportsFeatureRequest request) {
    return answer(monitor.supportsFeature(request));
  }

  @Override
  public CompletableFuture<ResourceInvokeResponse> invokeAsync(ResourceInvokeRequest request) {
    @Nullable UnaryOperator<Struct> own = answers.get(request.getTok());
    return own == null
        ? answer(monitor.invoke(request))
        : ContextAwareCompletableFuture.supplyAsync(
            () ->
                ResourceInvokeResponse.newBuilder()
                    .setReturn(own.apply(request.getArgs()))
                    .build());
  }

  @Override
  public CompletableFuture<Provider.CallResponse> callAsync(ResourceCallRequest request) {
    return answer(monitor.call(request));
  }

  @Override
  public CompletableFuture<ReadResourceResponse> readResourceAsync(
      Resource resource, ReadResourceRequest request) {
    return answer(monitor.readResource(request));
  }

  @Override
  public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
      Resource resource, RegisterResourceRequest request) {
    return answer(monitor.registerResource(request));
  }

  @Override
  public CompletableFuture<Void> registerResourceOutputsAsync(
      RegisterResourceOutputsRequest request) {
    return done(monitor.registerResourceOutputs(request));
  }

  @Override
  public CompletableFuture<RegisterPackageResponse> registerPackageAsync(
      RegisterPackageRequest request) {
    return answer(monitor.registerPackage(request));
  }

  @Override
  public CompletableFuture<Void> logAsync(EngineOuterClass.LogRequest request) {
    return done(engine.log(request));
  }

  @Override
  public CompletableFuture<EngineOuterClass.GetRootResourceResponse> getRootResourceAsync(
      EngineOuterClass.GetRootResourceRequest request) {
    return answer(engine.getRootResource(request));
  }

  @Override
  public CompletableFuture<EngineOuterClass.RequirePulumiVersionResponse> requirePulumiVersionAsync(
      EngineOuterClass.RequirePulumiVersionRequest request) {
    return answer(engine.requirePulumiVersion(request));
  }

  private static CompletableFuture<Void> done(ListenableFuture<Empty> reply) {
    return answer(reply, empty -> null);
  }

  private static <T> CompletableFuture<T> answer(ListenableFuture<T> reply) {
    return answer(reply, Function.identity());
  }

  /** What follows upon an answer knows which of the JVM's programs it belongs to. */
  private static <T, R> CompletableFuture<R> answer(
      ListenableFuture<T> reply, Function<T, ? extends R> result) {
    CompletableFuture<R> future = new CompletableFuture<>();
    Futures.addCallback(
        reply,
        new FutureCallback<T>() {
          @Override
          public void onSuccess(T value) {
            future.complete(result.apply(value));
          }

          @Override
          public void onFailure(Throwable failure) {
            future.completeExceptionally(failure);
          }
        },
        MoreExecutors.directExecutor());
    return ContextAwareCompletableFuture.wrap(future);
  }
}
