package dev.mlestate.simulated.check;

import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.ValueType;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that pulumi/aws gives where the program gives none: the logical name, a hyphen and
 * seven hexadecimal digits. The inputs then list the property under {@code __defaults}.
 *
 * <p>Source: general knowledge of pulumi-terraform-bridge's automatic naming and of the exceptions
 * in pulumi/aws 6.83.0, whose sources were not read; written 2026-11-23.
 */
public final class AutoNames {
  static final String DEFAULTS = "__defaults";

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

  private AutoNames() {}

  /** The property that names resources of the type; empty if it is not named automatically. */
  public static Optional<String> property(ResourceDeclaration declaration) {
    String name = PROPERTIES.getOrDefault(declaration.token(), "name");
    var input = declaration.inputs().members().get(name);
    return input != null
            && input.type() instanceof ValueType.Text
            && !NOT_NAMED.contains(declaration.token())
        ? Optional.of(name)
        : Optional.empty();
  }

  /** The inputs with a name: the one before, if that was automatic, or a new one. */
  public static Obj name(
      ResourceDeclaration declaration,
      Obj before,
      Obj inputs,
      String urn,
      String logicalName,
      byte[] seed) {
    Optional<String> named = property(declaration);
    if (named.isEmpty() || given(inputs, named.get()) || given(inputs, named.get() + "Prefix")) {
      return inputs;
    }
    String property = named.get();
    PropertyValue old = before.members().getOrDefault(property, PropertyValues.NULL);
    PropertyValue name =
        isAutomatic(before, property) && !(old instanceof Null)
            ? old
            : PropertyValues.of(
                shaped(declaration.token(), logicalName) + "-" + digits(7, urn, seed));
    return PropertyValues.with(
        PropertyValues.with(inputs, property, name),
        DEFAULTS,
        PropertyValues.of(List.of(PropertyValues.of(property))));
  }

  /** Whether the inputs say that a property was named automatically. */
  public static boolean isAutomatic(Obj inputs, String property) {
    return inputs.members().get(DEFAULTS) instanceof Array defaults
        && defaults.elements().contains(new Str(property));
  }

  private static boolean given(Obj inputs, String property) {
    PropertyValue value = inputs.members().getOrDefault(property, PropertyValues.NULL);
    return !(PropertyValues.unwrap(value) instanceof Null);
  }

  private static String shaped(String token, String logicalName) {
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

  /** Hexadecimal digits from the engine's seed, or from the URN where it gives none. */
  public static String digits(int count, String urn, byte[] seed) {
    String origin = HexFormat.of().formatHex(seed);
    return Digests.hex(count, urn, origin);
  }
}
