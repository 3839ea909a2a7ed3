package dev.mlestate.engine.monitor;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.provider.Invoked;
import dev.mlestate.engine.provider.ProviderClient;
import dev.mlestate.engine.provider.ProviderException;
import dev.mlestate.engine.state.ProviderReference;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.engine.step.Run;
import dev.mlestate.engine.step.RunFailedException;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import dev.mlestate.wire.WireOptions;
import java.util.Optional;
import pulumirpc.Provider.CallRequest;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Resource.ResourceCallRequest;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;

/** Functions of providers, and the one of the engine itself. */
final class Functions {
  /** Finds a resource of this run by its URN; the SDKs resolve references with it. */
  static final String GET_RESOURCE = "pulumi:pulumi:getResource";

  private final Run run;
  private final CallContext context;

  Functions(Run run, CallContext context) {
    this.run = run;
    this.context = context;
  }

  ResourceInvokeResponse getResource(ResourceInvokeRequest request) {
    String urn =
        PropertyValues.get(StructCodec.decode(request.getArgs()), "urn")
            .flatMap(PropertyValues::text)
            .orElse("");
    ResourceState state =
        run.resource(urn).orElseThrow(() -> new AnswerException("unknown resource " + urn));
    Obj result =
        PropertyValues.object("urn", state.urn(), "id", state.id(), "state", state.outputs());
    return ResourceInvokeResponse.newBuilder()
        .setReturn(StructCodec.encode(result, WireOptions.VALUES))
        .build();
  }

  ResourceInvokeResponse invoke(ResourceInvokeRequest request, String provider) {
    ProviderClient client = client(provider);
    ResourceInvokeResponse.Builder response = ResourceInvokeResponse.newBuilder();
    if (!client.configured()) {
      return response.build();
    }
    Obj arguments = PropertyValues.withoutOutputs(StructCodec.decode(request.getArgs()));
    if (request.getDependsOnList().stream().anyMatch(this::isToCome)) {
      return response.setUnknown(true).build();
    }
    Invoked answer = call(request.getTok(), client, arguments);
    return response
        .setReturn(
            StructCodec.encode(
                answer.result(), new WireOptions(true, true, request.getAcceptResources(), false)))
        .addAllFailures(answer.failures())
        .build();
  }

  /** Whether a resource, or one within a component, is yet to be created, as in a preview. */
  private boolean isToCome(String urn) {
    Optional<ResourceState> state = run.resource(urn);
    if (state.isEmpty()) {
      return false;
    }
    return state.get().custom()
        ? state.get().id().isEmpty()
        : run.children(urn).stream().anyMatch(child -> isToCome(child.urn()));
  }

  private Invoked call(String token, ProviderClient client, Obj arguments) {
    try {
      return client.invoke(token, arguments, run.preview());
    } catch (ProviderException e) {
      throw new AnswerException("invocation of " + token + " failed: " + e.getMessage());
    }
  }

  /** The provider of the resource whose method is called; empty: the package's default one. */
  String providerOf(ResourceCallRequest request) {
    Struct self =
        request
            .getArgs()
            .getFieldsOrDefault("__self__", Value.getDefaultInstance())
            .getStructValue();
    String urn = self.getFieldsOrDefault("urn", Value.getDefaultInstance()).getStringValue();
    if (new Urn(urn).isProvider()) {
      String id = self.getFieldsOrDefault("id", Value.getDefaultInstance()).getStringValue();
      return new ProviderReference(urn, id).toString();
    }
    return request.getProvider().isEmpty()
        ? run.resource(urn).map(ResourceState::provider).orElse("")
        : request.getProvider();
  }

  CallResponse call(ResourceCallRequest request, String provider) {
    CallRequest call =
        CallRequest.newBuilder()
            .setTok(request.getTok())
            .setArgs(request.getArgs())
            .setProject(run.project())
            .setStack(run.stack())
            .setDryRun(run.preview())
            .setParallel(context.parallel())
            .setOrganization(context.organization())
            .build();
    try {
      return client(provider).call(call);
    } catch (ProviderException e) {
      throw new RunFailedException(
          Failure.Kind.INVALID, "", "call of " + request.getTok() + " failed: " + e.getMessage());
    }
  }

  private ProviderClient client(String provider) {
    return ProviderReference.parse(provider)
        .flatMap(reference -> run.registry().find(reference))
        .orElseThrow(
            () ->
                new RunFailedException(
                    Failure.Kind.INVALID, "", "unknown provider '" + provider + "'"));
  }
}
