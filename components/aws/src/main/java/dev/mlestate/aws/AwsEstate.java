package dev.mlestate.aws;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.mlestate.aws.encryption.Encryption;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.identity.AccessRoles;
import dev.mlestate.aws.network.Network;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Environment;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.pulumi.EstateRealizer;
import dev.mlestate.pulumi.NamedOutputs;
import dev.mlestate.pulumi.Names;
import dev.mlestate.pulumi.Tags;
import java.util.Map;
import java.util.TreeMap;

/** The whole estate on AWS, on a provider that refuses any other account. */
public final class AwsEstate implements EstateRealizer {
  @Override
  public Cloud cloud() {
    return Cloud.AWS;
  }

  @Override
  public Map<String, Output<?>> realize(EstatePlan plan) {
    Environment environment = plan.environment();
    AwsAccount account = AwsAccount.of(environment);
    String name = Names.of(environment).prefix();
    Map<String, String> shared = Tags.of(environment).shared();
    Provider provider =
        new Provider(
            name,
            ProviderArgs.builder()
                .region(account.region())
                .allowedAccountIds(account.id())
                .build());
    ComponentResourceOptions options =
        ComponentResourceOptions.builder().providers(provider).build();
    Encryption encryption =
        Encryption.builder(name)
            .options(options)
            .tags(shared)
            .account(account)
            .keys(environment.encryption().keys())
            .rotationDays(environment.encryption().rotationDays())
            .deletionWindowDays(environment.encryption().deletionWindowDays())
            .existing(environment.encryption().existing())
            .build();
    AccessRoles roles =
        AccessRoles.builder(name)
            .options(options)
            .tags(shared)
            .account(account)
            .groups(environment.identity().groups())
            .build();
    Network network = network(plan, name, account, encryption, options, shared);
    EksClusters clusters =
        new EksClusters(environment, provider, network, encryption.keys(), roles);
    plan.clusters().forEach(clusters::create);

    Map<String, Output<?>> outputs =
        new TreeMap<>(
            new DataPlatform(environment, options, encryption.keys()).create(plan, roles, network));
    outputs.put("networkId", network.vpcId());
    outputs.put("privateSubnetIds", network.privateSubnets().all());
    outputs.put("keyIds", NamedOutputs.of(keyIds(encryption)));
    outputs.put("clusterEndpoints", NamedOutputs.of(clusters.endpoints()));
    outputs.put("clusterNames", NamedOutputs.of(clusters.clusterNames()));
    outputs.put("nodeSelectors", Output.of(clusters.nodeSelectors()));
    return outputs;
  }

  private static Network network(
      EstatePlan plan,
      String name,
      AwsAccount account,
      Encryption encryption,
      ComponentResourceOptions options,
      Map<String, String> tags) {
    boolean fabric =
        plan.clusters().stream()
            .flatMap(cluster -> cluster.nodePools().stream())
            .anyMatch(pool -> pool.fabric().isPresent());
    Network.Builder builder =
        Network.builder(name)
            .options(options)
            .tags(tags)
            .plan(plan.network())
            .account(account)
            .privateEndpoints(plan.environment().network().privateEndpoints())
            .flowLogRetentionDays(plan.environment().network().flowLogs().retentionDays())
            .fabric(fabric);
    encryption.keys().arn(KeyDomain.LOGS).ifPresent(builder::logKeyArn);
    return builder.build();
  }

  private static Map<String, Output<String>> keyIds(Encryption encryption) {
    Map<String, Output<String>> ids = new TreeMap<>();
    encryption.keyIds().forEach((domain, id) -> ids.put(domain.word(), id));
    return ids;
  }
}
