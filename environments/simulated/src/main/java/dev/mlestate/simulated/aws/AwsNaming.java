package dev.mlestate.simulated.aws;

import dev.mlestate.simulated.check.Naming;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.ValueType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that pulumi/aws gives: the logical name, a hyphen and seven hexadecimal digits.
 *
 * <p>Source: general knowledge of pulumi-terraform-bridge's automatic naming and of the exceptions
 * in pulumi/aws 6.83.0, whose sources were not read; written 2026-11-23.
 */
final class AwsNaming implements Naming {
  /** Types whose name has another property's name. */
  private static final Map<String, String> PROPERTIES =
      Map.ofEntries(
          Map.entry("aws:s3/bucketV2:BucketV2", "bucket"),
          Map.entry("aws:s3/bucket:Bucket", "bucket"),
          Map.entry("aws:eks/fargateProfile:FargateProfile", "fargateProfileName"),
          Map.entry("aws:codedeploy/deploymentConfig:DeploymentConfig", "deploymentConfigName"),
          Map.entry("aws:elasticache/cluster:Cluster", "clusterId"),
          Map.entry("aws:elasticache/replicationGroup:ReplicationGroup", "replicationGroupId"),
          Map.entry("aws:elasticsearch/domain:Domain", "domainName"),
          Map.entry("aws:opensearch/domain:Domain", "domainName"),
          Map.entry("aws:mq/broker:Broker", "brokerName"),
          Map.entry("aws:msk/cluster:Cluster", "clusterName"),
          Map.entry("aws:msk/serverlessCluster:ServerlessCluster", "clusterName"));

  private static final Set<String> NOT_NAMED =
      Set.of("aws:directoryservice/directory:Directory", "aws:route53/record:Record");

  @Override
  public Optional<String> property(ResourceDeclaration declaration) {
    String name = PROPERTIES.getOrDefault(declaration.token(), "name");
    var input = declaration.inputs().members().get(name);
    return input != null
            && input.type() instanceof ValueType.Text
            && !NOT_NAMED.contains(declaration.token())
        ? Optional.of(name)
        : Optional.empty();
  }

  @Override
  public String shaped(String token, String logicalName) {
    return switch (token) {
      case "aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket" -> {
        String lower = logicalName.toLowerCase(Locale.ROOT);
        yield lower.substring(0, Math.min(lower.length(), 55));
      }
      case "aws:kms/alias:Alias" -> "alias/" + logicalName;
      case "aws:ecr/repository:Repository" -> logicalName.toLowerCase(Locale.ROOT);
      default -> logicalName;
    };
  }
}
