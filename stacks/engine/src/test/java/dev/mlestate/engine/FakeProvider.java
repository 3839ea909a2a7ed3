package dev.mlestate.engine;

import com.google.protobuf.Any;
import com.google.protobuf.Empty;
import dev.mlestate.wire.PropertyDiff;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import dev.mlestate.wire.WireOptions;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ErrorResourceInitFailed;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.PropertyDiff.Kind;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc;

/**
 * A provider whose resources take any property. {@code name} replaces the resource, {@code single}
 * too, but only after the old one is gone; {@code arn} is computed; {@code bad} is refused; {@code
 * fail} names an operation that fails, {@code partial} leaves a half-made resource.
 */
final class FakeProvider extends ResourceProviderGrpc.ResourceProviderImplBase {
  private final FakeCloud cloud;
  private final boolean secrets;
  private String region = "";

  FakeProvider(FakeCloud cloud, boolean secrets) {
    this.cloud = cloud;
    this.secrets = secrets;
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
    send(observer, CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
    PropertyDiff diff =
        PropertyDiff.between(
            StructCodec.decode(request.getOldInputs()), StructCodec.decode(request.getNews()));
    DiffResponse.Builder response = DiffResponse.newBuilder();
    response.setChanges(
        diff.isEmpty() ? DiffResponse.DiffChanges.DIFF_NONE : DiffResponse.DiffChanges.DIFF_SOME);
    if (diff.changes().containsKey("region")) {
      response.addReplaces("region");
    }
    send(observer, response.build());
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
    region = text(StructCodec.decode(request.getArgs()), "region").orElse("default");
    send(
        observer,
        ConfigureResponse.newBuilder()
            .setAcceptSecrets(secrets)
            .setAcceptResources(true)
            .setSupportsPreview(true)
            .build());
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
    Obj inputs = StructCodec.decode(request.getNews());
    CheckResponse.Builder response = CheckResponse.newBuilder();
    text(inputs, "bad")
        .ifPresent(
            reason ->
                response.addFailures(
                    CheckFailure.newBuilder().setProperty("bad").setReason(reason)));
    // A default that is carried over from the old inputs and lost by a replacement.
    Optional<PropertyValue> carried =
        request.hasOlds()
            ? PropertyValues.get(StructCodec.decode(request.getOlds()), "defaulted")
            : Optional.empty();
    if (PropertyValues.get(inputs, "wantsDefault").isPresent()) {
      inputs =
          PropertyValues.with(
              inputs, "defaulted", carried.orElse(PropertyValues.of("for " + request.getName())));
    }
    response.setInputs(StructCodec.encode(inputs, WireOptions.VALUES));
    send(observer, response.build());
  }

  private static Kind kind(PropertyDiff.Change change, boolean replaces) {
    return switch (change) {
      case ADD -> replaces ? Kind.ADD_REPLACE : Kind.ADD;
      case DELETE -> replaces ? Kind.DELETE_REPLACE : Kind.DELETE;
      case UPDATE -> replaces ? Kind.UPDATE_REPLACE : Kind.UPDATE;
    };
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
    Obj before = StructCodec.decode(request.getOldInputs());
    Obj after = StructCodec.decode(request.getNews());
    DiffResponse.Builder response = DiffResponse.newBuilder();
    if (PropertyValues.get(after, "undecided").isPresent()) {
      send(observer, response.build());
      return;
    }
    PropertyDiff diff = PropertyDiff.between(before, after);
    response.setChanges(
        diff.isEmpty() ? DiffResponse.DiffChanges.DIFF_NONE : DiffResponse.DiffChanges.DIFF_SOME);
    response.setHasDetailedDiff(true);
    diff.changes()
        .forEach(
            (path, change) -> {
              boolean replaces = path.equals("name") || path.equals("single");
              response.addDiffs(path.split("[.\\[]", 2)[0]);
              if (replaces) {
                response.addReplaces(path);
              }
              response.putDetailedDiff(
                  path,
                  pulumirpc.Provider.PropertyDiff.newBuilder()
                      .setKind(kind(change, replaces))
                      .setInputDiff(true)
                      .build());
            });
    response.setDeleteBeforeReplace(diff.changes().containsKey("single"));
    send(observer, response.build());
  }

  private Obj outputs(String urn, Obj inputs, boolean preview) {
    PropertyValue arn =
        preview
            ? PropertyValues.UNKNOWN
            : PropertyValues.of("arn:" + region + ":" + urn.substring(urn.lastIndexOf(':') + 1));
    return PropertyValues.with(inputs, "arn", arn);
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
    Obj inputs = StructCodec.decode(request.getProperties());
    if (text(inputs, "fail").filter("create"::equals).isPresent() && !request.getPreview()) {
      observer.onError(
          Status.UNKNOWN.withDescription("no capacity for " + request.getName()).asException());
      return;
    }
    Obj outputs = outputs(request.getUrn(), inputs, request.getPreview());
    String id =
        request.getPreview() ? "" : cloud.create(request.getName(), outputs, FakeTokens.current());
    if (request.getTimeout() > 0 && !request.getPreview()) {
      cloud.note("timeout " + request.getTimeout());
    }
    Optional<String> partial = text(inputs, "partial").filter(why -> !request.getPreview());
    if (partial.isPresent()) {
      ErrorResourceInitFailed detail =
          ErrorResourceInitFailed.newBuilder()
              .setId(id)
              .setProperties(StructCodec.encode(outputs, WireOptions.VALUES))
              .addReasons(partial.get())
              .build();
      observer.onError(
          StatusProto.toStatusException(
              com.google.rpc.Status.newBuilder()
                  .setCode(Status.Code.UNKNOWN.value())
                  .setMessage(partial.get())
                  .addDetails(Any.pack(detail))
                  .build()));
      return;
    }
    send(
        observer,
        CreateResponse.newBuilder()
            .setId(id)
            .setRefreshBeforeUpdate(readsFirst(inputs))
            .setProperties(StructCodec.encode(outputs, WireOptions.VALUES))
            .build());
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
    Obj outputs = outputs(request.getUrn(), StructCodec.decode(request.getNews()), false);
    if (!request.getPreview()) {
      cloud.update(request.getId(), outputs);
    }
    send(
        observer,
        UpdateResponse.newBuilder()
            .setRefreshBeforeUpdate(readsFirst(outputs))
            .setProperties(StructCodec.encode(outputs, WireOptions.VALUES))
            .build());
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
    Obj properties = StructCodec.decode(request.getProperties());
    if (text(properties, "fail").filter("delete"::equals).isPresent()) {
      observer.onError(
          Status.UNKNOWN.withDescription("still in use: " + request.getName()).asException());
      return;
    }
    cloud.delete(request.getId());
    send(observer, Empty.getDefaultInstance());
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
    ReadResponse.Builder response = ReadResponse.newBuilder();
    String id =
        request.getId().isEmpty()
            ? FakeTokens.current().flatMap(cloud::made).orElse("")
            : request.getId();
    Obj found = cloud.resources().get(id);
    if (found != null && text(found, "fail").filter("read"::equals).isPresent()) {
      observer.onError(
          Status.UNKNOWN.withDescription("no answer for " + request.getName()).asException());
      return;
    }
    if (found != null) {
      response.setRefreshBeforeUpdate(readsFirst(found));
      response.setId(id).setProperties(StructCodec.encode(found, WireOptions.VALUES));
      if (PropertyValues.get(found, "unreadableInputs").isEmpty()) {
        response.setInputs(
            StructCodec.encode(PropertyValues.without(found, "arn"), WireOptions.VALUES));
      }
    }
    send(observer, response.build());
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> observer) {
    send(
        observer,
        InvokeResponse.newBuilder()
            .setReturn(
                StructCodec.encode(
                    PropertyValues.object(
                        "token",
                        request.getTok(),
                        "region",
                        region,
                        "arguments",
                        StructCodec.decode(request.getArgs())),
                    WireOptions.VALUES))
            .build());
  }

  private static boolean readsFirst(Obj properties) {
    return PropertyValues.get(properties, "readFirst").isPresent();
  }

  private static Optional<String> text(Obj object, String key) {
    return PropertyValues.get(object, key).flatMap(PropertyValues::text);
  }

  private static <T> void send(StreamObserver<T> observer, T value) {
    observer.onNext(value);
    observer.onCompleted();
  }
}
