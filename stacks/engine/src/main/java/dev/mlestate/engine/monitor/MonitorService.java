package dev.mlestate.engine.monitor;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.monitor.Packages.PackageVersion;
import dev.mlestate.engine.provider.BuiltinProvider;
import dev.mlestate.engine.state.ProviderReference;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.engine.step.Deployment;
import dev.mlestate.engine.step.Goal;
import dev.mlestate.engine.step.Registration;
import dev.mlestate.engine.step.RunFailedException;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import dev.mlestate.wire.WireOptions;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import pulumirpc.CallbackOuterClass.Callback;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterErrorHookRequest;
import pulumirpc.Resource.RegisterPackageRequest;
import pulumirpc.Resource.RegisterPackageResponse;
import pulumirpc.Resource.RegisterResourceHookRequest;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;
import pulumirpc.Resource.Result;
import pulumirpc.Resource.SupportsFeatureRequest;
import pulumirpc.Resource.SupportsFeatureResponse;
import pulumirpc.ResourceMonitorGrpc;

/** The resource monitor: what a program registers its resources with. */
final class MonitorService extends ResourceMonitorGrpc.ResourceMonitorImplBase {
  private static final Set<String> FEATURES =
      Set.of(
          "secrets",
          "resourceReferences",
          "outputValues",
          "aliasSpecs",
          "deletedWith",
          "replaceWith",
          "replacementTrigger",
          "parameterization");

  private final Deployment deployment;
  private final DefaultProviders defaultProviders;
  private final Packages packages = new Packages();
  private final Family family = new Family();
  private final Functions functions;

  MonitorService(Deployment deployment, Configuration config, CallContext context) {
    this.deployment = deployment;
    this.defaultProviders = new DefaultProviders(deployment, config);
    this.functions = new Functions(deployment.run(), context);
  }

  @Override
  public void supportsFeature(
      SupportsFeatureRequest request, StreamObserver<SupportsFeatureResponse> observer) {
    Replies.send(
        observer,
        SupportsFeatureResponse.newBuilder()
            .setHasSupport(FEATURES.contains(request.getId()))
            .build());
  }

  @Override
  public void registerPackage(
      RegisterPackageRequest request, StreamObserver<RegisterPackageResponse> observer) {
    Replies.reply(
        observer,
        deployment,
        () ->
            CompletableFuture.completedFuture(
                RegisterPackageResponse.newBuilder().setRef(packages.register(request)).build()));
  }

  @Override
  public void registerResource(
      RegisterResourceRequest request, StreamObserver<RegisterResourceResponse> observer) {
    Replies.reply(observer, deployment, () -> register(request));
  }

  private CompletableFuture<RegisterResourceResponse> register(RegisterResourceRequest request) {
    GoalReader.refuseUnsupported(request);
    Family.Inherited inherited = family.of(request);
    return provider(request, inherited)
        .thenCompose(
            provider -> {
              Goal goal = GoalReader.read(request, inherited, provider);
              return deployment.register(goal);
            })
        .thenApply(
            registration -> {
              family.add(registration.state().urn(), inherited);
              return response(request, registration);
            });
  }

  private CompletableFuture<String> provider(
      RegisterResourceRequest request, Family.Inherited inherited) {
    boolean managed = request.getCustom() && Urn.providerPackage(request.getType()).isEmpty();
    if (!managed) {
      return CompletableFuture.completedFuture("");
    }
    return provider(
        inherited.provider(), request.getType(), request.getVersion(), request.getPackageRef());
  }

  private CompletableFuture<String> provider(
      String explicit, String token, String version, String packageReference) {
    if (!explicit.isEmpty()) {
      return CompletableFuture.completedFuture(explicit);
    }
    PackageVersion wanted = packages.find(token, version, packageReference);
    if (wanted.name().isEmpty()) {
      throw new RunFailedException(
          Failure.Kind.INVALID, "", "the type '" + token + "' names no package");
    }
    if (wanted.name().equals(BuiltinProvider.PACKAGE) && !BuiltinProvider.knows(token)) {
      throw Unsupported.feature(token);
    }
    return defaultProviders.reference(wanted, token).thenApply(ProviderReference::toString);
  }

  private static RegisterResourceResponse response(
      RegisterResourceRequest request, Registration registration) {
    if (registration.outcome() != Registration.Outcome.DONE
        && !request.getSupportsResultReporting()) {
      throw new AnswerException("the registration of '" + request.getName() + "' failed");
    }
    ResourceState state = registration.state();
    // A component's outputs may refer to resources that are not registered yet.
    Obj outputs = request.getCustom() ? state.outputs() : PropertyValues.EMPTY;
    if (!request.getSupportsPartialValues()) {
      var known = new TreeMap<>(outputs.members());
      known.values().removeIf(PropertyValues::containsUnknowns);
      outputs = new Obj(known);
    }
    Struct object =
        StructCodec.encode(
            outputs,
            new WireOptions(true, request.getAcceptSecrets(), request.getAcceptResources(), false));
    return RegisterResourceResponse.newBuilder()
        .setUrn(state.urn())
        .setId(state.id())
        .setObject(object)
        .setResult(result(registration.outcome()))
        .setUnknown(!registration.created())
        .build();
  }

  private static Result result(Registration.Outcome outcome) {
    return switch (outcome) {
      case DONE -> Result.SUCCESS;
      case FAILED -> Result.FAIL;
      case SKIPPED -> Result.SKIP;
    };
  }

  @Override
  public void registerResourceOutputs(
      RegisterResourceOutputsRequest request, StreamObserver<Empty> observer) {
    Replies.reply(
        observer,
        deployment,
        () -> {
          deployment.registerOutputs(
              request.getUrn(),
              PropertyValues.withoutOutputs(StructCodec.decode(request.getOutputs())));
          return CompletableFuture.completedFuture(Empty.getDefaultInstance());
        });
  }

  @Override
  public void readResource(
      ReadResourceRequest request, StreamObserver<ReadResourceResponse> observer) {
    Replies.reply(observer, deployment, () -> read(request));
  }

  private CompletableFuture<ReadResourceResponse> read(ReadResourceRequest request) {
    RegisterResourceRequest goal =
        RegisterResourceRequest.newBuilder()
            .setType(request.getType())
            .setName(request.getName())
            .setParent(request.getParent())
            .setCustom(true)
            .setObject(request.getProperties())
            .addAllDependencies(request.getDependenciesList())
            .setProvider(request.getProvider())
            .addAllAdditionalSecretOutputs(request.getAdditionalSecretOutputsList())
            .build();
    WireOptions options =
        new WireOptions(true, request.getAcceptSecrets(), request.getAcceptResources(), false);
    return provider(
            request.getProvider(), request.getType(), request.getVersion(), request.getPackageRef())
        .thenCompose(
            provider ->
                deployment.read(
                    GoalReader.read(goal, Family.Inherited.NOTHING, provider), request.getId()))
        .thenApply(
            registration ->
                ReadResourceResponse.newBuilder()
                    .setUrn(registration.state().urn())
                    .setProperties(StructCodec.encode(registration.state().outputs(), options))
                    .build());
  }

  @Override
  public void invoke(
      ResourceInvokeRequest request, StreamObserver<ResourceInvokeResponse> observer) {
    Replies.reply(observer, deployment, () -> invoke(request));
  }

  private CompletableFuture<ResourceInvokeResponse> invoke(ResourceInvokeRequest request) {
    if (request.getTok().equals(Functions.GET_RESOURCE)) {
      return CompletableFuture.completedFuture(functions.getResource(request));
    }
    String explicit =
        family.providerFor(
            request.getProvider(), request.getParent(), Family.packageOf(request.getTok()));
    return provider(explicit, request.getTok(), request.getVersion(), request.getPackageRef())
        .thenApply(provider -> functions.invoke(request, provider));
  }

  @Override
  public void call(ResourceCallRequest request, StreamObserver<CallResponse> observer) {
    Replies.reply(
        observer,
        deployment,
        () ->
            provider(
                    functions.providerOf(request),
                    request.getTok(),
                    request.getVersion(),
                    request.getPackageRef())
                .thenApply(provider -> functions.call(request, provider)));
  }

  @Override
  public void registerStackTransform(Callback request, StreamObserver<Empty> observer) {
    Replies.refuse(observer, deployment, Unsupported.feature("a stack transform"));
  }

  @Override
  public void registerStackInvokeTransform(Callback request, StreamObserver<Empty> observer) {
    Replies.refuse(observer, deployment, Unsupported.feature("a stack invoke transform"));
  }

  @Override
  public void registerResourceHook(
      RegisterResourceHookRequest request, StreamObserver<Empty> observer) {
    Replies.refuse(observer, deployment, Unsupported.feature("a resource hook"));
  }

  @Override
  public void registerErrorHook(RegisterErrorHookRequest request, StreamObserver<Empty> observer) {
    Replies.refuse(observer, deployment, Unsupported.feature("an error hook"));
  }

  /** No hook or transform runs in the program, so it need not wait for the engine. */
  @Override
  public void signalAndWaitForShutdown(Empty request, StreamObserver<Empty> observer) {
    Replies.send(observer, Empty.getDefaultInstance());
  }
}
