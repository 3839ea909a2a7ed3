package dev.mlestate.engine.provider;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import dev.mlestate.engine.state.StackOutputs;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import dev.mlestate.wire.WireOptions;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
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
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc;

/**
 * The engine's own provider, of the package {@code pulumi}: references to other stacks, and
 * stashes, which keep the value that they were created with (pkg/resource/deploy/builtins.go,
 * 3.260).
 */
public final class BuiltinProvider extends ResourceProviderGrpc.ResourceProviderImplBase {
  /** The package's name. */
  public static final String PACKAGE = "pulumi";

  private static final String STACK_REFERENCE = "pulumi:pulumi:StackReference";
  private static final String STASH = "pulumi:index:Stash";
  private static final String READ_OUTPUTS = "pulumi:pulumi:readStackOutputs";
  private static final Set<String> TOKENS = Set.of(STACK_REFERENCE, STASH, READ_OUTPUTS);
  private static final String NAME = "name";
  private static final String INPUT = "input";
  private static final String OUTPUT = "output";

  private final StackOutputs stacks;

  BuiltinProvider(StackOutputs stacks) {
    this.stacks = stacks;
  }

  /** Whether a type or function is one of this provider. */
  public static boolean knows(String token) {
    return TOKENS.contains(token);
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
    send(observer, CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
    send(
        observer, DiffResponse.newBuilder().setChanges(DiffResponse.DiffChanges.DIFF_NONE).build());
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
    send(
        observer,
        ConfigureResponse.newBuilder()
            .setAcceptSecrets(true)
            .setAcceptResources(true)
            .setSupportsPreview(true)
            .build());
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
    CheckResponse.Builder response = CheckResponse.newBuilder().setInputs(request.getNews());
    String property = property(request.getUrn());
    request.getNews().getFieldsMap().keySet().stream()
        .filter(key -> !key.equals(property))
        .sorted()
        .forEach(key -> response.addFailures(failure(key, "there is no such property")));
    if (!request.getNews().containsFields(property)) {
      response.addFailures(failure(property, "it is missing"));
    }
    send(observer, response.build());
  }

  private static CheckFailure failure(String property, String reason) {
    return CheckFailure.newBuilder().setProperty(property).setReason(reason).build();
  }

  /** The one property that a resource takes. */
  private static String property(String urn) {
    return stash(urn) ? INPUT : NAME;
  }

  private static boolean stash(String urn) {
    return new Urn(urn).type().equals(STASH);
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
    String property = property(request.getUrn());
    Obj before = StructCodec.decode(request.getOldInputs());
    Obj after = StructCodec.decode(request.getNews());
    DiffResponse.Builder response = DiffResponse.newBuilder();
    if (PropertyValues.get(before, property).equals(PropertyValues.get(after, property))) {
      response.setChanges(DiffResponse.DiffChanges.DIFF_NONE);
    } else {
      response.setChanges(DiffResponse.DiffChanges.DIFF_SOME).addDiffs(property);
      if (property.equals(NAME)) {
        response.addReplaces(NAME);
      }
    }
    send(observer, response.build());
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
    Obj news = StructCodec.decode(request.getNews());
    Obj olds = StructCodec.decode(request.getOlds());
    Obj kept = PropertyValues.object(INPUT, value(news, INPUT), OUTPUT, value(olds, OUTPUT));
    send(observer, UpdateResponse.newBuilder().setProperties(encode(kept)).build());
  }

  private static PropertyValue value(Obj object, String key) {
    return PropertyValues.get(object, key).orElse(PropertyValues.NULL);
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
    reply(
        observer,
        () ->
            CreateResponse.newBuilder()
                .setId(request.getPreview() ? "" : UUID.randomUUID().toString())
                .setProperties(encode(created(request)))
                .build());
  }

  private Obj created(CreateRequest request) {
    Obj inputs = StructCodec.decode(request.getProperties());
    PropertyValue input = value(inputs, INPUT);
    return stash(request.getUrn())
        ? PropertyValues.object(INPUT, input, OUTPUT, input)
        : outputs(inputs);
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
    reply(
        observer,
        () ->
            ReadResponse.newBuilder()
                .setId(request.getId())
                .setInputs(request.getInputs())
                .setProperties(
                    stash(request.getUrn())
                        ? request.getProperties()
                        : encode(outputs(StructCodec.decode(request.getInputs()))))
                .build());
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
    send(observer, Empty.getDefaultInstance());
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> observer) {
    reply(
        observer,
        () ->
            InvokeResponse.newBuilder()
                .setReturn(encode(outputs(StructCodec.decode(request.getArgs()))))
                .build());
  }

  private static Struct encode(Obj object) {
    return StructCodec.encode(object, WireOptions.VALUES);
  }

  private Obj outputs(Obj inputs) {
    String name =
        PropertyValues.get(inputs, NAME)
            .flatMap(PropertyValues::text)
            .orElseThrow(
                () -> new ProviderException("a reference to a stack has to give the stack's name"));
    Obj outputs =
        stacks
            .find(name)
            .orElseThrow(
                () ->
                    new ProviderException("there is no stack '" + name + "' among the local ones"));
    List<PropertyValue> secret =
        new TreeMap<>(outputs.members())
            .entrySet().stream()
                .filter(output -> PropertyValues.containsSecrets(output.getValue()))
                .map(output -> PropertyValues.of(output.getKey()))
                .toList();
    return PropertyValues.object(
        NAME, name, "outputs", outputs, "secretOutputNames", PropertyValues.of(secret));
  }

  private static <T> void send(StreamObserver<T> observer, T value) {
    observer.onNext(value);
    observer.onCompleted();
  }

  private static <T> void reply(StreamObserver<T> observer, Supplier<T> answer) {
    T value;
    try {
      value = answer.get();
    } catch (ProviderException e) {
      observer.onError(Status.UNKNOWN.withDescription(e.getMessage()).asRuntimeException());
      return;
    }
    send(observer, value);
  }
}
