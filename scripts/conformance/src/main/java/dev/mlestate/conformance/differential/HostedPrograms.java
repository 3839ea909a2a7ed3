package dev.mlestate.conformance.differential;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Empty;
import com.pulumi.Context;
import com.pulumi.deployment.internal.InlineDeploymentSettings;
import com.pulumi.internal.PulumiInternal;
import com.pulumi.resources.StackOptions;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import pulumirpc.Language.GetRequiredPackagesRequest;
import pulumirpc.Language.GetRequiredPackagesResponse;
import pulumirpc.Language.InstallDependenciesRequest;
import pulumirpc.Language.InstallDependenciesResponse;
import pulumirpc.Language.LanguageHandshakeRequest;
import pulumirpc.Language.LanguageHandshakeResponse;
import pulumirpc.Language.RunRequest;
import pulumirpc.Language.RunResponse;
import pulumirpc.LanguageRuntimeGrpc;
import pulumirpc.Plugin.PluginInfo;

/**
 * A language host that runs the CLI's programs within this JVM, on the stock SDK: hundreds of runs
 * need no JVM of their own.
 */
final class HostedPrograms extends LanguageRuntimeGrpc.LanguageRuntimeImplBase {
  private Consumer<Context> program = Scenario.NOTHING;
  private String engine = "";

  /** What the next run runs. */
  synchronized void host(Consumer<Context> next) {
    program = next;
  }

  @Override
  public synchronized void handshake(
      LanguageHandshakeRequest request, StreamObserver<LanguageHandshakeResponse> observer) {
    engine = request.getEngineAddress();
    send(observer, LanguageHandshakeResponse.getDefaultInstance());
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
    send(observer, PluginInfo.newBuilder().setVersion("1.0.0").build());
  }

  @Override
  public void getRequiredPackages(
      GetRequiredPackagesRequest request, StreamObserver<GetRequiredPackagesResponse> observer) {
    send(observer, GetRequiredPackagesResponse.getDefaultInstance());
  }

  @Override
  public void installDependencies(
      InstallDependenciesRequest request, StreamObserver<InstallDependenciesResponse> observer) {
    observer.onCompleted();
  }

  @Override
  public void run(RunRequest request, StreamObserver<RunResponse> observer) {
    InlineDeploymentSettings settings;
    Consumer<Context> hosted;
    synchronized (this) {
      hosted = program;
      settings =
          InlineDeploymentSettings.builder()
              .monitorAddr(request.getMonitorAddress())
              .engineAddr(engine)
              .project(request.getProject())
              .stack(request.getStack())
              .organization(request.getOrganization())
              .isDryRun(request.getDryRun())
              .config(ImmutableMap.copyOf(request.getConfigMap()))
              .configSecretKeys(ImmutableSet.copyOf(request.getConfigSecretKeysList()))
              .build();
    }
    // The SDK keeps the deployment that a thread works for with the thread; this one ends with it.
    Thread thread = new Thread(() -> send(observer, run(settings, hosted)), "hosted program");
    thread.setDaemon(true);
    thread.start();
  }

  private static RunResponse run(InlineDeploymentSettings settings, Consumer<Context> hosted) {
    String error;
    try {
      int code = PulumiInternal.fromInline(settings, StackOptions.Empty).runAsync(hosted).join();
      error = code == 0 ? "" : "the program ended with " + code;
    } catch (CompletionException e) {
      // An engine that gives up does not wait for its program.
      error = String.valueOf(e.getMessage());
    }
    return RunResponse.newBuilder().setError(error).build();
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> observer) {
    send(observer, Empty.getDefaultInstance());
  }

  private static <T> void send(StreamObserver<T> observer, T value) {
    observer.onNext(value);
    observer.onCompleted();
  }
}
