package dev.mlestate.conformance.kill;

import dev.mlestate.engine.program.Program;
import dev.mlestate.engine.program.ProgramEnvironment;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import dev.mlestate.wire.WireOptions;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import pulumirpc.Resource.RegisterResourceOutputsRequest;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceRequest.PropertyDependencies;
import pulumirpc.Resource.RegisterResourceResponse;
import pulumirpc.ResourceMonitorGrpc;
import pulumirpc.ResourceMonitorGrpc.ResourceMonitorBlockingStub;

/**
 * A program of about a dozen AWS resources that speaks the SDKs' protocol without an SDK, so that a
 * process of it starts quickly.
 *
 * <p>From one version to the next, some resources change, one is replaced by a new one, one is
 * deleted before its replacement, one comes and another goes.
 */
final class SmallEstate implements Program {
  static final String PROJECT = "kill";
  static final String STACK = "dev";

  /** Versions that have the same remainder by this number are of the same shape. */
  static final int SHAPES = 3;

  static final String REGION = "us-east-1";

  /** One that nothing depends on, to be taken away behind the engine's back. */
  static final String LOOSE = "parameter";

  private static final int STORES = 4;

  private final int version;

  SmallEstate(int version) {
    this.version = version;
  }

  @Override
  public Running start(ProgramEnvironment environment) {
    ManagedChannel channel =
        NettyChannelBuilder.forTarget(environment.address()).usePlaintext().build();
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "program");
              thread.setDaemon(true);
              return thread;
            });
    CompletableFuture<Outcome> outcome =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                new Registrations(channel, threads).run(version);
                return new Outcome(0, "");
              } catch (StatusRuntimeException | CompletionException e) {
                return new Outcome(1, String.valueOf(e.getMessage()));
              } finally {
                channel.shutdownNow();
                threads.shutdown();
              }
            },
            threads);
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

  /** What the program registers. */
  private static final class Registrations {
    private final ResourceMonitorBlockingStub monitor;
    private final ExecutorService threads;
    private String parent = "";
    private String provider = "";

    Registrations(ManagedChannel channel, ExecutorService threads) {
      this.monitor = ResourceMonitorGrpc.newBlockingStub(channel);
      this.threads = threads;
    }

    void run(int version) {
      parent = component("pulumi:pulumi:Stack", PROJECT + "-" + STACK).getUrn();
      RegisterResourceResponse aws =
          custom(
              "pulumi:providers:aws",
              "aws",
              PropertyValues.object("region", REGION),
              request -> request.setVersion("6.83.0"));
      provider = aws.getUrn() + "::" + aws.getId();
      RegisterResourceResponse key =
          custom(
              "aws:kms/key:Key",
              "key",
              PropertyValues.object(
                  "description", "version " + version, "deletionWindowInDays", 7));
      parent = component("kill:index:Stores", "stores").getUrn();
      List<CompletableFuture<Void>> stores = new ArrayList<>();
      for (int i = 1; i <= STORES; i++) {
        int number = i;
        boolean there = i < STORES || version % SHAPES != 1;
        if (there) {
          stores.add(CompletableFuture.runAsync(() -> store(number, version, key), threads));
        }
      }
      stores.add(CompletableFuture.runAsync(() -> others(version), threads));
      CompletableFuture.allOf(stores.toArray(CompletableFuture[]::new)).join();
      var unused =
          monitor.registerResourceOutputs(
              RegisterResourceOutputsRequest.newBuilder()
                  .setUrn(parent)
                  .setOutputs(
                      StructCodec.encode(
                          PropertyValues.object("version", version), WireOptions.ALL))
                  .build());
    }

    private void store(int number, int version, RegisterResourceResponse key) {
      // The second one has another name in each version, which replaces it and what it holds. A
      // name that came again might still be that of one that waits for its deletion.
      String name = "kill-store-" + number + (number == 2 ? "-" + version : "");
      RegisterResourceResponse bucket =
          custom(
              "aws:s3/bucketV2:BucketV2",
              "store-" + number,
              PropertyValues.object(
                  "bucket",
                  name,
                  "forceDestroy",
                  true,
                  "tags",
                  PropertyValues.object("version", Integer.toString(version))));
      custom(
          "aws:s3/bucketServerSideEncryptionConfigurationV2:"
              + "BucketServerSideEncryptionConfigurationV2",
          "encryption-" + number,
          PropertyValues.object(
              "bucket",
              output(bucket, "bucket"),
              "rules",
              List.of(
                  PropertyValues.object(
                      "applyServerSideEncryptionByDefault",
                      PropertyValues.object(
                          "sseAlgorithm", "aws:kms", "kmsMasterKeyId", output(key, "arn"))))),
          request -> takes(takes(request, "bucket", bucket), "rules", key));
    }

    private void others(int version) {
      custom(
          "aws:ssm/parameter:Parameter",
          LOOSE,
          PropertyValues.object(
              "name",
              "/kill/parameter",
              "type",
              "SecureString",
              "value",
              PropertyValues.secret(PropertyValues.of("secret of version " + version))));
      custom(
          "aws:cloudwatch/logGroup:LogGroup",
          "logs",
          PropertyValues.object("name", "/kill/logs-" + version % 2, "retentionInDays", 30),
          request -> request.setDeleteBeforeReplace(true).setDeleteBeforeReplaceDefined(true));
      if (version % SHAPES == 2) {
        custom("aws:sqs/queue:Queue", "queue", PropertyValues.object("name", "kill-queue"));
      }
    }

    private static dev.mlestate.wire.PropertyValue output(
        RegisterResourceResponse resource, String key) {
      return PropertyValues.get(StructCodec.decode(resource.getObject()), key)
          .orElse(PropertyValues.UNKNOWN);
    }

    private static RegisterResourceRequest.Builder takes(
        RegisterResourceRequest.Builder request, String key, RegisterResourceResponse from) {
      return request
          .addDependencies(from.getUrn())
          .putPropertyDependencies(
              key, PropertyDependencies.newBuilder().addUrns(from.getUrn()).build());
    }

    private RegisterResourceResponse component(String type, String name) {
      return monitor.registerResource(
          RegisterResourceRequest.newBuilder()
              .setType(type)
              .setName(name)
              .setParent(parent)
              .build());
    }

    private RegisterResourceResponse custom(String type, String name, Obj properties) {
      return custom(type, name, properties, request -> request);
    }

    private RegisterResourceResponse custom(
        String type,
        String name,
        Obj properties,
        UnaryOperator<RegisterResourceRequest.Builder> options) {
      return monitor.registerResource(
          options
              .apply(
                  RegisterResourceRequest.newBuilder()
                      .setType(type)
                      .setName(name)
                      .setCustom(true)
                      .setParent(parent)
                      .setProvider(provider)
                      .setAcceptSecrets(true)
                      .setAcceptResources(true)
                      .setSupportsPartialValues(true)
                      .setObject(StructCodec.encode(properties, WireOptions.ALL)))
              .build());
    }
  }
}
