package dev.mlestate.cli;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
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
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc;

/**
 * A provider in a server of its own, as a person would start one: its things have an input {@code
 * name}, which replaces them, any others, and an output {@code arn}.
 */
final class ThingProvider extends ResourceProviderGrpc.ResourceProviderImplBase
    implements AutoCloseable {
  private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  final Map<String, Struct> things = new ConcurrentSkipListMap<>();
  volatile Struct configuration = Struct.getDefaultInstance();
  volatile String engine = "";
  private final AtomicInteger next = new AtomicInteger(1);
  private final Server server;

  ThingProvider() {
    try {
      server =
          NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
              .addService(this)
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What PULUMI_DEBUG_PROVIDERS says to reach it. */
  String debugProviders() {
    return "thing:" + server.getPort();
  }

  /** Who attaches to a running provider tells it where the engine listens. */
  @Override
  public void attach(PluginAttach request, StreamObserver<Empty> observer) {
    engine = request.getAddress();
    send(observer, Empty.getDefaultInstance());
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
    send(observer, PluginInfo.newBuilder().setVersion("1.0.0").build());
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
    send(observer, DiffResponse.newBuilder().setChanges(DiffChanges.DIFF_NONE).build());
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
    send(observer, CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
    configuration = request.getArgs();
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
    send(observer, CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
    DiffResponse.Builder response = DiffResponse.newBuilder().setHasDetailedDiff(true);
    request
        .getNews()
        .getFieldsMap()
        .forEach(
            (key, value) -> {
              if (!value.equals(request.getOldInputs().getFieldsMap().get(key))) {
                boolean replaces = key.equals("name");
                response.addDiffs(key);
                if (replaces) {
                  response.addReplaces(key);
                }
                response.putDetailedDiff(
                    key,
                    PropertyDiff.newBuilder()
                        .setKind(
                            replaces ? PropertyDiff.Kind.UPDATE_REPLACE : PropertyDiff.Kind.UPDATE)
                        .setInputDiff(true)
                        .build());
              }
            });
    request
        .getOldInputs()
        .getFieldsMap()
        .keySet()
        .forEach(
            key -> {
              if (!request.getNews().containsFields(key)) {
                response.addDiffs(key);
                response.putDetailedDiff(
                    key, PropertyDiff.newBuilder().setKind(PropertyDiff.Kind.DELETE).build());
              }
            });
    response.setChanges(
        response.getDiffsCount() == 0 ? DiffChanges.DIFF_NONE : DiffChanges.DIFF_SOME);
    send(observer, response.build());
  }

  private static Struct outputs(Struct inputs, String arn) {
    return inputs.toBuilder()
        .putFields("arn", Value.newBuilder().setStringValue(arn).build())
        .build();
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
    if (request.getPreview()) {
      send(
          observer,
          CreateResponse.newBuilder()
              .setProperties(outputs(request.getProperties(), UNKNOWN))
              .build());
      return;
    }
    if (request.getProperties().containsFields("fail")) {
      observer.onError(
          Status.UNKNOWN.withDescription("no room for " + request.getName()).asException());
      return;
    }
    String id = request.getName() + "-" + next.getAndIncrement();
    Struct outputs = outputs(request.getProperties(), "arn:" + request.getName());
    things.put(id, outputs);
    send(observer, CreateResponse.newBuilder().setId(id).setProperties(outputs).build());
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
    Struct outputs = outputs(request.getNews(), "arn:" + request.getName());
    if (!request.getPreview()) {
      things.put(request.getId(), outputs);
    }
    send(observer, UpdateResponse.newBuilder().setProperties(outputs).build());
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
    Struct found = things.get(request.getId());
    send(
        observer,
        found == null
            ? ReadResponse.getDefaultInstance()
            : ReadResponse.newBuilder()
                .setId(request.getId())
                .setProperties(found)
                .setInputs(found.toBuilder().removeFields("arn"))
                .build());
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
    things.remove(request.getId());
    send(observer, Empty.getDefaultInstance());
  }

  private static <T> void send(StreamObserver<T> observer, T value) {
    observer.onNext(value);
    observer.onCompleted();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
