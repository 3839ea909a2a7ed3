package dev.mlestate.simulated;

import com.google.protobuf.ByteString;
import com.google.protobuf.Empty;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StepTokens;
import dev.mlestate.wire.StructCodec;
import dev.mlestate.wire.WireOptions;
import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
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
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderStub;

/** Calls a provider as an engine does, without a network between them. */
final class TestProvider {
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final ResourceProviderStub service;

  TestProvider(BindableService service) {
    this(service, "");
  }

  /** One whose calls carry a step token. */
  TestProvider(BindableService service, String token) {
    String name = "test-provider-" + NAMES.incrementAndGet();
    try {
      var unused =
          InProcessServerBuilder.forName(name).directExecutor().addService(service).build().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Metadata headers = new Metadata();
    if (!token.isEmpty()) {
      headers.put(StepTokens.TOKEN, token);
    }
    this.service =
        ResourceProviderGrpc.newStub(InProcessChannelBuilder.forName(name).directExecutor().build())
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  static TestProvider aws(SimulatedAccount cloud) {
    TestProvider provider = new TestProvider(cloud.provider());
    provider.configure(PropertyValues.object("region", "us-east-1"));
    return provider;
  }

  static TestProvider gcp(SimulatedAccount cloud, String version) {
    TestProvider provider = new TestProvider(cloud.provider());
    provider.configure(
        PropertyValues.object(
            "project", cloud.account(), "region", "us-central1", "version", version));
    return provider;
  }

  static TestProvider azure(SimulatedAccount cloud, Obj arguments) {
    TestProvider provider = new TestProvider(cloud.provider());
    provider.configure(arguments);
    return provider;
  }

  static String urn(String type, String name) {
    return "urn:pulumi:dev::estate::mlestate:aws:Network$" + type + "::" + name;
  }

  private static <Q, A> A call(BiConsumer<Q, StreamObserver<A>> method, Q request) {
    CompletableFuture<A> answer = new CompletableFuture<>();
    method.accept(
        request,
        new StreamObserver<>() {
          @Override
          public void onNext(A value) {
            answer.complete(value);
          }

          @Override
          public void onError(Throwable problem) {
            answer.completeExceptionally(problem);
          }

          @Override
          public void onCompleted() {}
        });
    return answer.join();
  }

  private static com.google.protobuf.Struct struct(Obj object) {
    return StructCodec.encode(object, WireOptions.VALUES);
  }

  ConfigureResponse configure(Obj arguments) {
    return call(
        service::configure, ConfigureRequest.newBuilder().setArgs(struct(arguments)).build());
  }

  CheckResponse check(String type, String name, Obj before, Obj inputs) {
    return call(
        service::check,
        CheckRequest.newBuilder()
            .setUrn(urn(type, name))
            .setOlds(struct(before))
            .setNews(struct(inputs))
            .setRandomSeed(ByteString.copyFromUtf8("seed"))
            .build());
  }

  Obj invoke(String token, Obj arguments) {
    return StructCodec.decode(
        call(
                service::invoke,
                InvokeRequest.newBuilder().setTok(token).setArgs(struct(arguments)).build())
            .getReturn());
  }

  CreateResponse create(String type, String name, Obj inputs, boolean preview) {
    return call(
        service::create,
        CreateRequest.newBuilder()
            .setUrn(urn(type, name))
            .setProperties(struct(inputs))
            .setPreview(preview)
            .build());
  }

  /** Makes a resource and gives its id. */
  String make(String type, String name, Obj inputs) {
    return create(type, name, inputs, false).getId();
  }

  /** Makes a resource that must be there within as many seconds. */
  String make(String type, String name, Obj inputs, double timeout) {
    return call(
            service::create,
            CreateRequest.newBuilder()
                .setUrn(urn(type, name))
                .setProperties(struct(inputs))
                .setTimeout(timeout)
                .build())
        .getId();
  }

  static Obj outputs(CreateResponse response) {
    return StructCodec.decode(response.getProperties());
  }

  ReadResponse read(String type, String name, String id) {
    return call(service::read, ReadRequest.newBuilder().setUrn(urn(type, name)).setId(id).build());
  }

  DiffResponse diff(String type, String name, Obj before, Obj after) {
    return call(
        service::diff,
        DiffRequest.newBuilder()
            .setUrn(urn(type, name))
            .setOldInputs(struct(before))
            .setNews(struct(after))
            .build());
  }

  UpdateResponse update(
      String type, String name, String id, Obj state, Obj inputs, boolean preview) {
    return call(
        service::update,
        UpdateRequest.newBuilder()
            .setUrn(urn(type, name))
            .setId(id)
            .setOlds(struct(state))
            .setNews(struct(inputs))
            .setPreview(preview)
            .build());
  }

  void delete(String type, String name, String id) {
    Empty ignored =
        call(service::delete, DeleteRequest.newBuilder().setUrn(urn(type, name)).setId(id).build());
    if (!ignored.equals(Empty.getDefaultInstance())) {
      throw new AssertionError(ignored);
    }
  }
}
