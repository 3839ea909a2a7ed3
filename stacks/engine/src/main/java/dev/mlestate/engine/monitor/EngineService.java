package dev.mlestate.engine.monitor;

import com.google.protobuf.Empty;
import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.engine.step.Deployment;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.atomic.AtomicReference;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionRequest;
import pulumirpc.EngineOuterClass.RequirePulumiVersionResponse;
import pulumirpc.EngineOuterClass.SetRootResourceRequest;
import pulumirpc.EngineOuterClass.SetRootResourceResponse;
import pulumirpc.EngineOuterClass.StartDebuggingRequest;

/** The engine's side for messages of the program. */
final class EngineService extends EngineGrpc.EngineImplBase {
  private final Deployment deployment;
  private final AtomicReference<String> root = new AtomicReference<>("");

  EngineService(Deployment deployment) {
    this.deployment = deployment;
  }

  @Override
  public void log(LogRequest request, StreamObserver<Empty> observer) {
    // After a failure the program only says that it could not go on.
    if (deployment.failure().isEmpty() && !request.getEphemeral()) {
      switch (request.getSeverity()) {
        case DEBUG, UNRECOGNIZED -> {}
        case INFO -> say(Severity.INFO, request);
        case WARNING -> say(Severity.WARNING, request);
        case ERROR -> say(Severity.ERROR, request);
      }
    }
    Replies.send(observer, Empty.getDefaultInstance());
  }

  private void say(Severity severity, LogRequest request) {
    deployment.run().reporter().say(severity, request.getUrn(), request.getMessage());
  }

  @Override
  public void getRootResource(
      GetRootResourceRequest request, StreamObserver<GetRootResourceResponse> observer) {
    Replies.send(observer, GetRootResourceResponse.newBuilder().setUrn(root.get()).build());
  }

  @Override
  public void setRootResource(
      SetRootResourceRequest request, StreamObserver<SetRootResourceResponse> observer) {
    root.set(request.getUrn());
    Replies.send(observer, SetRootResourceResponse.getDefaultInstance());
  }

  @Override
  public void startDebugging(StartDebuggingRequest request, StreamObserver<Empty> observer) {
    Replies.refuse(observer, deployment, Unsupported.feature("debugging of the program"));
  }

  @Override
  public void requirePulumiVersion(
      RequirePulumiVersionRequest request, StreamObserver<RequirePulumiVersionResponse> observer) {
    Replies.refuse(
        observer,
        deployment,
        Unsupported.feature("the demand for Pulumi version " + request.getPulumiVersionRange()));
  }
}
