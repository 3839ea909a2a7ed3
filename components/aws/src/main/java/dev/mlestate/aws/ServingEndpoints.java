package dev.mlestate.aws;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.mlestate.aws.encryption.EncryptionKeys;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.network.Network;
import dev.mlestate.aws.registry.Registry;
import dev.mlestate.aws.serving.EndpointBuilder;
import dev.mlestate.aws.serving.RealtimeEndpoint;
import dev.mlestate.aws.serving.ServerlessEndpoint;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.model.Environment;
import dev.mlestate.model.Serving;
import dev.mlestate.planning.ServingPlan;
import dev.mlestate.pulumi.Names;
import dev.mlestate.pulumi.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The endpoints of an estate, each on its team's bill. */
final class ServingEndpoints {
  private final Environment environment;
  private final ComponentResourceOptions options;
  private final EncryptionKeys keys;
  private final Optional<String> allowedKeys;
  private final Registry registry;
  private final Network network;

  ServingEndpoints(
      Environment environment,
      ComponentResourceOptions options,
      EncryptionKeys keys,
      Optional<String> allowedKeys,
      Registry registry,
      Network network) {
    this.environment = environment;
    this.options = options;
    this.keys = keys;
    this.allowedKeys = allowedKeys;
    this.registry = registry;
    this.network = network;
  }

  /** Where predictions are asked for, by the endpoint's name in the environment file. */
  Map<String, Output<String>> create(List<ServingPlan> plans) {
    Map<String, Output<String>> urls = new TreeMap<>();
    for (ServingPlan plan : plans) {
      urls.put(plan.serving().name(), url(plan));
    }
    return urls;
  }

  private Output<String> url(ServingPlan plan) {
    Serving serving = plan.serving();
    String name = Names.of(environment).name(serving.name());
    return switch (serving.kind()) {
      case REALTIME -> {
        String machine =
            plan.machine()
                .map(MachineShape::name)
                .orElseThrow(
                    () -> new IllegalStateException(serving.name() + " was planned no machine"));
        yield common(RealtimeEndpoint.builder(name), serving)
            .machine(machine)
            .network(network.vpcId(), network.privateSubnets().onePerZone())
            .replicas(serving.replicas())
            .capturePercent(serving.capture().percent())
            .build()
            .url();
      }
      case SERVERLESS ->
          common(ServerlessEndpoint.builder(name), serving)
              .memoryMib(
                  plan.serverless()
                      .orElseThrow(
                          () -> new IllegalStateException(serving.name() + " was planned no size"))
                      .memoryMib())
              .maxConcurrency(serving.replicas().max())
              .build()
              .url();
    };
  }

  private <T, B extends EndpointBuilder<T, B>> B common(B builder, Serving serving) {
    B common =
        builder
            .options(options)
            .tags(Tags.of(environment).of(serving.team()))
            .account(AwsAccount.of(environment))
            .keys(keys)
            .modelPackage(registry.modelPackage(serving.model(), serving.modelVersion()))
            .artifacts(registry.artifacts())
            .logRetentionDays(environment.monitoring().logRetentionDays());
    allowedKeys.ifPresent(common::allowedKeys);
    return common;
  }
}
