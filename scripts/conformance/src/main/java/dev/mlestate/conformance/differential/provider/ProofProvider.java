package dev.mlestate.conformance.differential.provider;

import com.google.protobuf.Any;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import dev.mlestate.wire.PropertyDiff;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import dev.mlestate.wire.WireOptions;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CallRequest;
import pulumirpc.Provider.CallResponse;
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
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc;

/**
 * A provider whose resources do what their inputs say; {@link
 * dev.mlestate.conformance.differential.sdk.ThingArgs} tells of each input.
 */
public final class ProofProvider extends ResourceProviderGrpc.ResourceProviderImplBase {
  /** What a provider of this version promises the engine. */
  public enum Abilities {
    /** Secrets and previews. */
    FULL,
    /** Neither: the engine must hide secrets from it and guess what a preview leads to. */
    NONE
  }

  private final ProofCloud cloud;
  private final Abilities abilities;
  private final Map<String, String> regions = new ConcurrentHashMap<>();

  public ProofProvider(ProofCloud cloud, Abilities abilities) {
    this.cloud = cloud;
    this.abilities = abilities;
  }

  private String region() {
    return regions.getOrDefault(Connections.current(), "nowhere");
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
    send(observer, PluginInfo.newBuilder().setVersion("1.0.0").build());
  }

  @Override
  public void attach(PluginAttach request, StreamObserver<Empty> observer) {
    send(observer, Empty.getDefaultInstance());
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
    send(observer, CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
    PropertyDiff diff =
        PropertyDiff.between(decode(request.getOldInputs()), decode(request.getNews()));
    DiffResponse.Builder response = DiffResponse.newBuilder();
    response.setChanges(changes(diff)).addAllDiffs(diff.changes().keySet());
    if (diff.changes().containsKey("region")) {
      response.addReplaces("region");
    }
    send(observer, response.build());
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
    regions.put(Connections.current(), text(decode(request.getArgs()), "region").orElse("nowhere"));
    boolean able = abilities == Abilities.FULL;
    send(
        observer,
        ConfigureResponse.newBuilder()
            .setAcceptSecrets(able)
            .setAcceptResources(able)
            .setSupportsPreview(able)
            .build());
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
    Obj inputs = decode(request.getNews());
    CheckResponse.Builder response = CheckResponse.newBuilder();
    text(inputs, "refuse")
        .ifPresent(
            reason ->
                response.addFailures(
                    CheckFailure.newBuilder().setProperty("refuse").setReason(reason)));
    if (PropertyValues.get(inputs, "wantsDefault").isPresent()) {
      Optional<PropertyValue> carried =
          request.hasOlds()
              ? PropertyValues.get(decode(request.getOlds()), "defaulted")
              : Optional.empty();
      inputs =
          PropertyValues.with(
              inputs,
              "defaulted",
              carried.orElse(
                  PropertyValues.of("default of " + text(inputs, "value").orElse("nothing"))));
    }
    send(observer, response.setInputs(encode(inputs)).build());
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
    Obj before = decode(request.getOldInputs());
    Obj after = decode(request.getNews());
    String answers = text(after, "answers").orElse("in detail");
    if (answers.equals("nothing")) {
      send(observer, DiffResponse.getDefaultInstance());
      return;
    }
    PropertyDiff diff =
        PropertyDiff.between(
            PropertyValues.withoutSecrets(before), PropertyValues.withoutSecrets(after));
    DiffResponse.Builder response = DiffResponse.newBuilder().setChanges(changes(diff));
    TreeSet<String> keys = new TreeSet<>();
    diff.changes()
        .forEach(
            (path, change) -> {
              String key = path.split("[.\\[]", 2)[0];
              keys.add(key);
              if (answers.equals("in detail")) {
                response.putDetailedDiff(path, ChangeKinds.detail(change, replaces(key)));
              }
            });
    response
        .setHasDetailedDiff(answers.equals("in detail"))
        .addAllDiffs(keys)
        .addAllReplaces(keys.stream().filter(ProofProvider::replaces).toList())
        .setDeleteBeforeReplace(keys.contains("single"));
    send(observer, response.build());
  }

  private static boolean replaces(String key) {
    return key.equals("fixed") || key.equals("single");
  }

  private static DiffResponse.DiffChanges changes(PropertyDiff diff) {
    return diff.isEmpty() ? DiffResponse.DiffChanges.DIFF_NONE : DiffResponse.DiffChanges.DIFF_SOME;
  }

  /** The outputs of a resource: its inputs, and what is computed. */
  private Obj outputs(Obj inputs, PropertyValue serial, PropertyValue computed) {
    Obj outputs = PropertyValues.with(inputs, "serial", serial);
    outputs = PropertyValues.with(outputs, "computed", computed);
    outputs = PropertyValues.with(outputs, "region", PropertyValues.of(region()));
    if (PropertyValues.get(inputs, "wantsToken").isPresent() && abilities == Abilities.FULL) {
      PropertyValue token =
          serial instanceof PropertyValue.Str text
              ? PropertyValues.of("token of " + text.value())
              : serial;
      outputs = PropertyValues.with(outputs, "token", PropertyValues.secret(token));
    }
    return outputs;
  }

  private static PropertyValue computed(Obj inputs) {
    PropertyValue value = PropertyValues.get(inputs, "value").orElse(PropertyValues.of("nothing"));
    PropertyValue result =
        PropertyValues.text(value)
            .map(text -> PropertyValues.of("computed of " + text))
            .orElse(PropertyValues.UNKNOWN);
    return PropertyValues.containsSecrets(value) ? PropertyValues.secret(result) : result;
  }

  private Obj made(String id, Obj inputs) {
    return outputs(inputs, PropertyValues.of("serial of " + id), computed(inputs));
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
    Obj inputs = decode(request.getProperties());
    if (request.getPreview()) {
      Obj outputs = outputs(inputs, PropertyValues.UNKNOWN, PropertyValues.UNKNOWN);
      send(observer, CreateResponse.newBuilder().setProperties(encode(outputs)).build());
      return;
    }
    if (fails("create", request.getName(), inputs)) {
      refuse(observer, "no room to create " + request.getName());
      return;
    }
    String id = cloud.create(request.getName(), inputs);
    Obj outputs = made(id, inputs);
    if (text(inputs, "halfMade").filter("create"::equals).isPresent()) {
      halfMade(observer, id, inputs, outputs);
      return;
    }
    send(observer, CreateResponse.newBuilder().setId(id).setProperties(encode(outputs)).build());
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
    Obj inputs = decode(request.getNews());
    Obj before = decode(request.getOlds());
    if (!request.getPreview() && fails("update", request.getName(), inputs)) {
      refuse(observer, "no way to update " + request.getName());
      return;
    }
    boolean same =
        PropertyDiff.same(
            PropertyValues.get(before, "value").orElse(PropertyValues.NULL),
            PropertyValues.get(inputs, "value").orElse(PropertyValues.NULL));
    Obj outputs = made(request.getId(), inputs);
    if (request.getPreview() && !same) {
      outputs = PropertyValues.with(outputs, "computed", PropertyValues.UNKNOWN);
    }
    if (!request.getPreview()) {
      cloud.update(request.getId(), inputs);
      if (text(inputs, "halfMade").filter("update"::equals).isPresent()) {
        halfMade(observer, request.getId(), inputs, outputs);
        return;
      }
    }
    send(observer, UpdateResponse.newBuilder().setProperties(encode(outputs)).build());
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
    if (fails("delete", request.getName(), decode(request.getProperties()))) {
      refuse(observer, "still in use: " + request.getName());
      return;
    }
    cloud.delete(request.getId());
    send(observer, Empty.getDefaultInstance());
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
    if (cloud.fails("read", request.getName())) {
      refuse(observer, "cannot look at " + request.getName());
      return;
    }
    ReadResponse.Builder response = ReadResponse.newBuilder();
    cloud
        .inputs(request.getId())
        .ifPresent(
            inputs ->
                response
                    .setId(request.getId())
                    .setInputs(encode(inputs))
                    .setProperties(encode(made(request.getId(), inputs))));
    send(observer, response.build());
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> observer) {
    Obj arguments = decode(request.getArgs());
    Optional<String> refused = text(arguments, "refuse");
    if (refused.isPresent()) {
      send(
          observer,
          InvokeResponse.newBuilder()
              .addFailures(CheckFailure.newBuilder().setProperty("refuse").setReason(refused.get()))
              .build());
      return;
    }
    Obj result = PropertyValues.with(arguments, "region", PropertyValues.of(region()));
    send(observer, InvokeResponse.newBuilder().setReturn(encode(result)).build());
  }

  @Override
  public void call(CallRequest request, StreamObserver<CallResponse> observer) {
    Obj arguments = decode(request.getArgs());
    boolean self = PropertyValues.get(arguments, "__self__").isPresent();
    Obj result =
        PropertyValues.object(
            "text",
            text(arguments, "prefix").orElse("no prefix") + (self ? " of a resource" : " of none"),
            "region",
            region());
    send(observer, CallResponse.newBuilder().setReturn(encode(result)).build());
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> observer) {
    send(observer, Empty.getDefaultInstance());
  }

  private boolean fails(String operation, String name, Obj properties) {
    return cloud.fails(operation, name)
        || text(properties, "fails").filter(operation::equals).isPresent();
  }

  private static void refuse(StreamObserver<?> observer, String reason) {
    observer.onError(Status.UNKNOWN.withDescription(reason).asException());
  }

  private static void halfMade(StreamObserver<?> observer, String id, Obj inputs, Obj outputs) {
    String reason = "made, but not ready";
    ErrorResourceInitFailed detail =
        ErrorResourceInitFailed.newBuilder()
            .setId(id)
            .setProperties(encode(outputs))
            .setInputs(encode(inputs))
            .addReasons(reason)
            .build();
    observer.onError(
        StatusProto.toStatusException(
            com.google.rpc.Status.newBuilder()
                .setCode(Status.Code.UNKNOWN.value())
                .setMessage(reason)
                .addDetails(Any.pack(detail))
                .build()));
  }

  private static Obj decode(Struct struct) {
    return StructCodec.decode(struct);
  }

  private static Struct encode(Obj object) {
    return StructCodec.encode(object, WireOptions.VALUES);
  }

  private static Optional<String> text(Obj object, String key) {
    return PropertyValues.get(object, key).flatMap(PropertyValues::text);
  }

  private static <T> void send(StreamObserver<T> observer, T value) {
    observer.onNext(value);
    observer.onCompleted();
  }
}
