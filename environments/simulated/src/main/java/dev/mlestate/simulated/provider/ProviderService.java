package dev.mlestate.simulated.provider;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.diff.DiffAnswer;
import dev.mlestate.simulated.diff.PropertyChange;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.wire.MalformedValueException;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import dev.mlestate.wire.WireOptions;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/** Pulumi's provider protocol in front of a simulated cloud. */
final class ProviderService extends ResourceProviderImplBase {
  private final Cloud cloud;

  ProviderService(Cloud cloud) {
    this.cloud = cloud;
  }

  private static <T> void answer(StreamObserver<T> observer, Supplier<T> operation) {
    T response;
    try {
      response = operation.get();
    } catch (CloudException e) {
      observer.onError(CloudStatus.of(e));
      return;
    } catch (ProblemException | MalformedValueException e) {
      observer.onError(
          Status.UNKNOWN
              .withDescription(String.valueOf(e.getMessage()))
              .withCause(e)
              .asRuntimeException());
      return;
    } catch (RuntimeException e) {
      observer.onError(
          Status.INTERNAL.withDescription(e.toString()).withCause(e).asRuntimeException());
      return;
    }
    observer.onNext(response);
    observer.onCompleted();
  }

  private static Obj decode(Struct struct) {
    return PropertyValues.withoutOutputs(StructCodec.decode(struct));
  }

  private static Struct encode(Obj object) {
    return StructCodec.encode(object, WireOptions.VALUES);
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
    answer(observer, () -> PluginInfo.newBuilder().setVersion(cloud.version()).build());
  }

  @Override
  public void attach(PluginAttach request, StreamObserver<Empty> observer) {
    answer(observer, Empty::getDefaultInstance);
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> observer) {
    // Every operation is short and durable at its end: there is nothing to break off.
    answer(observer, Empty::getDefaultInstance);
  }

  @Override
  public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> observer) {
    answer(observer, () -> GetSchemaResponse.newBuilder().setSchema("{}").build());
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
    answer(
        observer,
        () -> {
          Obj settings = decode(request.getNews());
          return checked(settings, cloud.checkConfiguration(settings));
        });
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
    answer(
        observer,
        () -> {
          Struct before = request.hasOldInputs() ? request.getOldInputs() : request.getOlds();
          return diff(
              cloud.diffConfiguration(decode(before), decode(request.getNews())), List.of());
        });
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
    answer(
        observer,
        () -> {
          cloud.configure(decode(request.getArgs()));
          return ConfigureResponse.newBuilder()
              .setAcceptSecrets(true)
              .setSupportsPreview(true)
              .setAcceptResources(false)
              .setAcceptOutputs(false)
              .build();
        });
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
    answer(
        observer,
        () -> {
          Cloud.Checked checked =
              cloud.check(
                  new ResourceRequest(request.getUrn()),
                  decode(request.getOlds()),
                  decode(request.getNews()),
                  request.getRandomSeed().toByteArray());
          return checked(checked.inputs(), checked.failures());
        });
  }

  private static CheckResponse checked(Obj inputs, List<CheckFailure> failures) {
    CheckResponse.Builder response = CheckResponse.newBuilder().setInputs(encode(inputs));
    for (CheckFailure failure : failures) {
      response.addFailures(
          pulumirpc.Provider.CheckFailure.newBuilder()
              .setProperty(failure.property())
              .setReason(failure.reason()));
    }
    return response.build();
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
    answer(
        observer,
        () -> {
          Obj state = decode(request.getOlds());
          Obj before = request.hasOldInputs() ? decode(request.getOldInputs()) : state;
          return diff(
              cloud.diff(
                  new ResourceRequest(request.getUrn()),
                  request.getId(),
                  state,
                  before,
                  decode(request.getNews())),
              request.getIgnoreChangesList());
        });
  }

  private static DiffResponse diff(DiffAnswer answer, List<String> ignored) {
    DiffResponse.Builder response = DiffResponse.newBuilder().setHasDetailedDiff(true);
    TreeSet<String> changed = new TreeSet<>();
    TreeSet<String> replacing = new TreeSet<>();
    List<PropertyPath> ignoredPaths = ignored.stream().map(PropertyPath::parse).toList();
    for (PropertyChange change : answer.changes()) {
      PropertyPath path = PropertyPath.parse(change.path());
      if (ignoredPaths.stream().noneMatch(each -> each.contains(path))) {
        boolean replaces = answer.replacing().contains(change);
        changed.add(change.property());
        if (replaces) {
          replacing.add(change.property());
        }
        response.putDetailedDiff(
            change.path(),
            PropertyDiff.newBuilder().setKind(kind(change, replaces)).setInputDiff(true).build());
      }
    }
    return response
        .addAllDiffs(changed)
        .addAllReplaces(replacing)
        .setDeleteBeforeReplace(answer.deleteFirst() && !replacing.isEmpty())
        .setChanges(
            changed.isEmpty()
                ? DiffResponse.DiffChanges.DIFF_NONE
                : DiffResponse.DiffChanges.DIFF_SOME)
        .build();
  }

  private static PropertyDiff.Kind kind(PropertyChange change, boolean replaces) {
    return switch (change.kind()) {
      case ADD -> replaces ? PropertyDiff.Kind.ADD_REPLACE : PropertyDiff.Kind.ADD;
      case DELETE -> replaces ? PropertyDiff.Kind.DELETE_REPLACE : PropertyDiff.Kind.DELETE;
      case UPDATE -> replaces ? PropertyDiff.Kind.UPDATE_REPLACE : PropertyDiff.Kind.UPDATE;
    };
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
    answer(
        observer,
        () -> {
          Cloud.Made made =
              cloud.create(
                  ResourceRequest.within(request.getUrn(), request.getTimeout()),
                  decode(request.getProperties()),
                  TokenService.token(),
                  request.getPreview());
          return CreateResponse.newBuilder()
              .setId(made.id().orElse(""))
              .setProperties(encode(made.outputs()))
              .build();
        });
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
    answer(
        observer,
        () -> {
          Optional<String> token = TokenService.token().filter(any -> request.getId().isEmpty());
          Optional<RecordedResource> found =
              token.isPresent()
                  ? cloud.made(token.get())
                  : cloud.read(new ResourceRequest(request.getUrn()), request.getId());
          ReadResponse.Builder response = ReadResponse.newBuilder();
          found.ifPresent(
              resource ->
                  response
                      .setId(resource.id())
                      .setProperties(encode(resource.outputs()))
                      .setInputs(encode(resource.inputs())));
          return response.build();
        });
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
    answer(
        observer,
        () -> {
          Obj outputs =
              cloud.update(
                  ResourceRequest.within(request.getUrn(), request.getTimeout()),
                  request.getId(),
                  decode(request.getOlds()),
                  decode(request.getNews()),
                  request.getPreview());
          return UpdateResponse.newBuilder().setProperties(encode(outputs)).build();
        });
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
    answer(
        observer,
        () -> {
          cloud.delete(
              ResourceRequest.within(request.getUrn(), request.getTimeout()), request.getId());
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> observer) {
    answer(
        observer,
        () ->
            InvokeResponse.newBuilder()
                .setReturn(encode(cloud.invoke(request.getTok(), decode(request.getArgs()))))
                .build());
  }
}
