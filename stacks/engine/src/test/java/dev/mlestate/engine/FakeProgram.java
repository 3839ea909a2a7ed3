package dev.mlestate.engine;

import dev.mlestate.engine.program.Program;
import dev.mlestate.engine.program.ProgramEnvironment;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import dev.mlestate.wire.WireOptions;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ReadResourceResponse;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.Resource.Result;
import pulumirpc.ResourceMonitorGrpc;
import pulumirpc.ResourceMonitorGrpc.ResourceMonitorBlockingStub;

/** A program in this process that speaks the SDKs' protocol over real gRPC. */
final class FakeProgram implements Program {
  static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "fake program");
            thread.setDaemon(true);
            return thread;
          });

  private final Body body;

  /** What the program does. */
  interface Body {
    void run(Registrar registrar);
  }

  FakeProgram(Body body) {
    this.body = body;
  }

  @Override
  public Running start(ProgramEnvironment environment) {
    ManagedChannel channel =
        NettyChannelBuilder.forTarget(environment.address()).usePlaintext().build();
    CompletableFuture<Outcome> outcome =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                Registrar registrar = new Registrar(channel, environment);
                registrar.stack = registrar.component("pulumi:pulumi:Stack", "estate-dev", "").urn;
                body.run(registrar);
                return new Outcome(0, "");
              } catch (StatusRuntimeException e) {
                return new Outcome(32, String.valueOf(e.getMessage()));
              } catch (ProgramError e) {
                return new Outcome(1, String.valueOf(e.getMessage()));
              } finally {
                channel.shutdownNow();
              }
            },
            THREADS);
    return new Running() {
      @Override
      public CompletableFuture<Outcome> outcome() {
        return outcome;
      }

      @Override
      public void kill() {
        channel.shutdownNow();
      }
    };
  }

  /** The program itself fails. */
  static final class ProgramError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProgramError(String message) {
      super(message);
    }
  }

  /** A resource as the program knows it. */
  static final class Registered {
    final String urn;
    final String id;
    final Obj outputs;
    final Result result;

    Registered(RegisterResourceResponse response) {
      this.urn = response.getUrn();
      this.id = response.getId();
      this.outputs = StructCodec.decode(response.getObject());
      this.result = response.getResult();
    }

    dev.mlestate.wire.PropertyValue get(String key) {
      return PropertyValues.get(outputs, key).orElseThrow();
    }

    /** A provider's reference. */
    String reference() {
      return urn + "::" + (id.isEmpty() ? dev.mlestate.wire.Sentinels.UNKNOWN : id);
    }
  }

  /** Registers resources. */
  static final class Registrar {
    final ResourceMonitorBlockingStub monitor;
    final ManagedChannel channel;
    final ProgramEnvironment environment;
    String stack = "";

    Registrar(ManagedChannel channel, ProgramEnvironment environment) {
      this.channel = channel;
      this.monitor = ResourceMonitorGrpc.newBlockingStub(channel);
      this.environment = environment;
    }

    Registered component(String type, String name, String parent) {
      return new Registered(
          monitor.registerResource(
              RegisterResourceRequest.newBuilder()
                  .setType(type)
                  .setName(name)
                  .setParent(parent)
                  .setSupportsPartialValues(true)
                  .build()));
    }

    void outputs(String urn, Obj outputs) {
      var unused =
          monitor.registerResourceOutputs(
              RegisterResourceOutputsRequest.newBuilder()
                  .setUrn(urn)
                  .setOutputs(StructCodec.encode(outputs, WireOptions.ALL))
                  .build());
    }

    Registered thing(String name, Obj properties) {
      return thing(name, properties, request -> request);
    }

    /** A resource whose property takes a value of another one. */
    Registered thing(String name, Obj properties, String dependent, Registered on) {
      return thing(
          name,
          properties,
          request ->
              request
                  .addDependencies(on.urn)
                  .putPropertyDependencies(
                      dependent,
                      RegisterResourceRequest.PropertyDependencies.newBuilder()
                          .addUrns(on.urn)
                          .build()));
    }

    Registered thing(
        String name, Obj properties, UnaryOperator<RegisterResourceRequest.Builder> options) {
      return new Registered(
          monitor.registerResource(
              options
                  .apply(
                      RegisterResourceRequest.newBuilder()
                          .setType("fake:index:Thing")
                          .setName(name)
                          .setCustom(true)
                          .setParent(stack)
                          .setVersion("1.2.3")
                          .setAcceptSecrets(true)
                          .setAcceptResources(true)
                          .setSupportsPartialValues(true)
                          .setObject(StructCodec.encode(properties, WireOptions.ALL)))
                  .build()));
    }

    /** Reads a resource that exists elsewhere. */
    ReadResourceResponse read(String name, String id, Obj properties) {
      return monitor.readResource(
          ReadResourceRequest.newBuilder()
              .setType("fake:index:Thing")
              .setName(name)
              .setId(id)
              .setParent(stack)
              .setVersion("1.2.3")
              .setAcceptSecrets(true)
              .setProperties(StructCodec.encode(properties, WireOptions.ALL))
              .build());
    }

    Registered provider(String name, Obj properties) {
      return thing(
          name, properties, request -> request.setType("pulumi:providers:fake").clearVersion());
    }
  }
}
