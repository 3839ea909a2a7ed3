package dev.mlestate.engine.provider;

import com.google.protobuf.Struct;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StepTokens;
import dev.mlestate.wire.StructCodec;
import dev.mlestate.wire.WireOptions;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.CallRequest;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/** One configured instance of a provider, over its gRPC protocol. */
public final class ProviderClient implements ResourceProvider, AutoCloseable {
  private final ProviderSource.Connection connection;
  private final ResourceProviderBlockingStub stub;
  private final Retries retries;
  // Written before any other thread learns of the client.
  private volatile boolean configured;
  private volatile boolean secrets;
  private volatile boolean references;
  private volatile boolean previews;
  private volatile boolean keepsTokens;

  ProviderClient(ProviderSource.Connection connection, Retries retries) {
    this.connection = connection;
    this.retries = retries;
    this.stub = ResourceProviderGrpc.newBlockingStub(connection.channel());
  }

  /** Whether its configuration is known; else a preview cannot ask it anything. */
  public boolean configured() {
    return configured;
  }

  Checked checkConfig(String urn, Optional<Obj> before, Obj inputs) {
    try {
      CheckResponse response = stub.checkConfig(checkRequest(urn, before, inputs));
      return checked(response, inputs, inputs, false);
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
        return new Checked(inputs, List.of());
      }
      throw ProviderErrors.of(e);
    }
  }

  Diff diffConfig(ResourceState before, Obj oldInputs, Obj inputs) {
    try {
      return ProviderMessages.diff(
          stub.diffConfig(
              DiffRequest.newBuilder()
                  .setUrn(before.urn())
                  .setName(new Urn(before.urn()).name())
                  .setType(before.type())
                  .setOldInputs(encode(oldInputs))
                  .setOlds(encode(before.outputs()))
                  .setNews(encode(inputs))
                  .build()));
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
        return new Diff(Diff.Changes.UNKNOWN, List.of(), List.of(), Optional.empty(), false);
      }
      throw ProviderErrors.of(e);
    }
  }

  void configure(String urn, String id, Obj inputs) {
    if (PropertyValues.containsUnknowns(inputs)) {
      return;
    }
    Urn name = new Urn(urn);
    ConfigureRequest.Builder request =
        ConfigureRequest.newBuilder()
            .setUrn(urn)
            .setName(name.name())
            .setType(name.type())
            .setId(id)
            .setAcceptSecrets(true)
            .setAcceptResources(true)
            .setSendsOldInputs(true)
            .setSendsOldInputsToDelete(true)
            .setArgs(StructCodec.encode(inputs, WireOptions.VALUES));
    try {
      AtomicReference<Metadata> headers = new AtomicReference<>();
      ConfigureResponse response =
          stub.withInterceptors(
                  MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()))
              .configure(request.build());
      @Nullable Metadata answered = headers.get();
      keepsTokens = answered != null && answered.containsKey(StepTokens.KEPT);
      secrets = response.getAcceptSecrets();
      references = response.getAcceptResources();
      previews = response.getSupportsPreview();
      configured = true;
    } catch (StatusRuntimeException e) {
      throw ProviderErrors.of(e);
    }
  }

  private WireOptions options() {
    return new WireOptions(true, secrets, references, false);
  }

  private Struct encode(Obj object) {
    return StructCodec.encode(object, options());
  }

  private CheckRequest checkRequest(String urn, Optional<Obj> before, Obj inputs) {
    Urn name = new Urn(urn);
    CheckRequest.Builder request =
        CheckRequest.newBuilder()
            .setUrn(urn)
            .setName(name.name())
            .setType(name.type())
            .setNews(encode(inputs));
    // Pulumi sends an empty object for a new resource.
    return request.setOlds(encode(before.orElse(PropertyValues.EMPTY))).build();
  }

  private static Checked checked(
      CheckResponse response, Obj inputs, Obj fallback, boolean keepsSecrets) {
    Obj result = response.hasInputs() ? StructCodec.decode(response.getInputs()) : fallback;
    return new Checked(
        keepsSecrets ? result : ProviderMessages.annotateSecrets(result, inputs),
        response.getFailuresList().stream()
            .map(failure -> new Checked.Failure(failure.getProperty(), failure.getReason()))
            .toList());
  }

  @Override
  public Checked check(String urn, Optional<Obj> before, Obj inputs) {
    if (!configured) {
      return new Checked(inputs, List.of());
    }
    try {
      CheckRequest request = checkRequest(urn, before, inputs);
      CheckResponse response = retries.call(urn, () -> stub.check(request));
      return checked(response, inputs, PropertyValues.EMPTY, secrets);
    } catch (StatusRuntimeException e) {
      throw ProviderErrors.of(e);
    }
  }

  @Override
  public Diff diff(ResourceState before, Obj inputs, List<String> ignoreChanges) {
    DiffRequest request =
        DiffRequest.newBuilder()
            .setId(before.id())
            .setUrn(before.urn())
            .setName(new Urn(before.urn()).name())
            .setType(before.type())
            .setOldInputs(encode(before.inputs()))
            .setOlds(encode(before.outputs()))
            .setNews(encode(inputs))
            .addAllIgnoreChanges(ignoreChanges)
            .build();
    try {
      return ProviderMessages.diff(retries.call(before.urn(), () -> stub.diff(request)));
    } catch (StatusRuntimeException e) {
      throw ProviderErrors.of(e);
    }
  }

  private ResourceProviderBlockingStub withToken(String token) {
    if (token.isEmpty()) {
      return stub;
    }
    Metadata headers = new Metadata();
    headers.put(StepTokens.TOKEN, token);
    return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  /** Whether the provider can say what a create led to whose answer was lost. */
  public boolean keepsTokens() {
    return keepsTokens;
  }

  /**
   * What a create whose answer was lost has led to, by its token; nothing, if it was not done.
   *
   * @param wanted the resource as it was to be created
   */
  public Reading created(ResourceState wanted, String token) {
    if (!keepsTokens) {
      throw new ProviderException("its provider does not keep step tokens");
    }
    return read(
        withToken(token), wanted.with().id("").build(), wanted.inputs(), PropertyValues.EMPTY);
  }

  @Override
  public Result create(ResourceState wanted, String token, boolean preview) {
    if (preview && !configured) {
      return new Result("", PropertyValues.EMPTY, List.of());
    }
    if (preview && !previews) {
      return new Result("", wanted.inputs(), List.of());
    }
    CreateRequest request =
        CreateRequest.newBuilder()
            .setUrn(wanted.urn())
            .setName(new Urn(wanted.urn()).name())
            .setType(wanted.type())
            .setProperties(encode(wanted.inputs()))
            .setTimeout(wanted.customTimeouts().create())
            .setPreview(preview)
            .build();
    try {
      ResourceProviderBlockingStub through = withToken(token);
      CreateResponse response =
          retries.call(wanted.urn(), true, request.getTimeout(), () -> through.create(request));
      if (response.getId().isEmpty() && !preview) {
        throw new ProviderException("the provider gave no id for " + wanted.urn());
      }
      return result(response.getId(), response.getProperties(), wanted, List.of())
          .refreshedBeforeUpdate(response.getRefreshBeforeUpdate());
    } catch (StatusRuntimeException e) {
      ProviderErrors.Partial partial = partialCreate(e);
      return result(partial.id(), partial.properties(), wanted, partial.reasons());
    }
  }

  private ProviderErrors.Partial partialCreate(StatusRuntimeException e) {
    try {
      return ProviderErrors.partial(e);
    } catch (ProviderException failed) {
      throw keepsTokens ? failed.withLookUp() : failed;
    }
  }

  @Override
  public Result update(ResourceState before, ResourceState wanted, boolean preview) {
    if (preview && !configured) {
      return new Result(before.id(), PropertyValues.EMPTY, List.of());
    }
    if (preview && !previews) {
      return new Result(before.id(), wanted.inputs(), List.of());
    }
    UpdateRequest request =
        UpdateRequest.newBuilder()
            .setId(before.id())
            .setUrn(wanted.urn())
            .setName(new Urn(wanted.urn()).name())
            .setType(wanted.type())
            .setOldInputs(encode(before.inputs()))
            .setOlds(encode(before.outputs()))
            .setNews(encode(wanted.inputs()))
            .setTimeout(wanted.customTimeouts().update())
            .addAllIgnoreChanges(wanted.ignoreChanges())
            .setPreview(preview)
            .build();
    try {
      UpdateResponse response =
          retries.call(wanted.urn(), false, request.getTimeout(), () -> stub.update(request));
      return result(before.id(), response.getProperties(), wanted, List.of())
          .refreshedBeforeUpdate(response.getRefreshBeforeUpdate());
    } catch (StatusRuntimeException e) {
      ProviderErrors.Partial partial = ProviderErrors.partial(e);
      return result(before.id(), partial.properties(), wanted, partial.reasons());
    }
  }

  private Result result(String id, Struct properties, ResourceState wanted, List<String> problems) {
    return new Result(id, kept(properties, wanted.inputs()), problems);
  }

  @Override
  public void delete(ResourceState state) {
    DeleteRequest request =
        DeleteRequest.newBuilder()
            .setId(state.id())
            .setUrn(state.urn())
            .setName(new Urn(state.urn()).name())
            .setType(state.type())
            .setOldInputs(encode(state.inputs()))
            .setProperties(encode(state.outputs()))
            .setTimeout(state.customTimeouts().delete())
            .build();
    try {
      var unused =
          retries.call(state.urn(), false, request.getTimeout(), () -> stub.delete(request));
    } catch (StatusRuntimeException e) {
      throw ProviderErrors.of(e);
    }
  }

  @Override
  public Reading read(ResourceState resource, Obj inputs, Obj outputs) {
    if (!configured) {
      return new Reading(
          resource.id(), Optional.empty(), Optional.of(PropertyValues.EMPTY), List.of());
    }
    return read(stub, resource, inputs, outputs);
  }

  private Reading read(
      ResourceProviderBlockingStub through, ResourceState resource, Obj inputs, Obj outputs) {
    ReadRequest request =
        ReadRequest.newBuilder()
            .setId(resource.id())
            .setUrn(resource.urn())
            .setName(new Urn(resource.urn()).name())
            .setType(resource.type())
            .setInputs(encode(inputs))
            .setProperties(encode(outputs))
            .build();
    return retries.read(
        resource.urn(),
        resource.created(),
        () -> read(through, resource.urn(), request, inputs, outputs));
  }

  private Reading read(
      ResourceProviderBlockingStub through,
      String urn,
      ReadRequest request,
      Obj inputs,
      Obj outputs) {
    try {
      ReadResponse response = retries.call(urn, () -> through.read(request));
      return new Reading(
          response.getId(),
          response.hasInputs() ? Optional.of(kept(response.getInputs(), inputs)) : Optional.empty(),
          response.hasProperties()
              ? Optional.of(kept(response.getProperties(), outputs))
              : Optional.empty(),
          List.of(),
          response.getRefreshBeforeUpdate());
    } catch (StatusRuntimeException e) {
      ProviderErrors.Partial partial = ProviderErrors.partial(e);
      return new Reading(
          partial.id(),
          partial.inputs().map(found -> kept(found, inputs)),
          Optional.of(kept(partial.properties(), outputs)),
          partial.reasons());
    }
  }

  /** What came back, with the secrets of what the provider was told if it knows none itself. */
  private Obj kept(Struct found, Obj told) {
    Obj values = StructCodec.decode(found);
    return secrets ? values : ProviderMessages.annotateSecrets(values, told);
  }

  /** Calls a function of the provider; arguments that are not known are left out. */
  public Invoked invoke(String token, Obj arguments, boolean preview) {
    InvokeRequest request =
        InvokeRequest.newBuilder()
            .setTok(token)
            .setArgs(
                StructCodec.encode(arguments, new WireOptions(false, secrets, references, false)))
            .setPreview(preview)
            .build();
    try {
      InvokeResponse response = retries.call("", () -> stub.invoke(request));
      Obj result = StructCodec.decode(response.getReturn());
      // What a provider that knows no secrets makes of them may give them away.
      boolean hides = !secrets && PropertyValues.containsSecrets(arguments);
      return new Invoked(
          hides ? ProviderMessages.secret(result) : result, response.getFailuresList());
    } catch (StatusRuntimeException e) {
      throw ProviderErrors.of(e);
    }
  }

  /** Calls a method of a resource. */
  public CallResponse call(CallRequest request) {
    try {
      return stub.call(request);
    } catch (StatusRuntimeException e) {
      throw ProviderErrors.of(e);
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
