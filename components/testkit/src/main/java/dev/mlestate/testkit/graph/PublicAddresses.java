package dev.mlestate.testkit.graph;

import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Bool;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValue.Unknown;
import dev.mlestate.wire.PropertyValues;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which resources have an address that the internet reaches, as far as their own inputs tell. What
 * each type's inputs and their defaults mean is general knowledge of the providers' documentation,
 * not read for this table.
 */
final class PublicAddresses {
  private static final String ALWAYS = "it is a public address itself";

  private static final Map<String, Function<Properties, Optional<String>>> BY_TYPE =
      Map.ofEntries(
          Map.entry("aws:ec2/eip:Eip", inputs -> Optional.of(ALWAYS)),
          Map.entry("aws:ec2/instance:Instance", when("associatePublicIpAddress", true)),
          Map.entry("aws:ec2/subnet:Subnet", when("mapPublicIpOnLaunch", true)),
          Map.entry("aws:ec2/defaultSubnet:DefaultSubnet", unless("mapPublicIpOnLaunch", false)),
          Map.entry(
              "aws:ec2/launchTemplate:LaunchTemplate",
              inAny("networkInterfaces", "associatePublicIpAddress")),
          Map.entry("aws:lb/loadBalancer:LoadBalancer", unless("internal", true)),
          Map.entry("aws:alb/loadBalancer:LoadBalancer", unless("internal", true)),
          Map.entry("aws:elb/loadBalancer:LoadBalancer", unless("internal", true)),
          Map.entry("aws:rds/instance:Instance", when("publiclyAccessible", true)),
          Map.entry("aws:rds/clusterInstance:ClusterInstance", when("publiclyAccessible", true)),
          Map.entry("gcp:compute/address:Address", unless("addressType", "INTERNAL")),
          Map.entry("gcp:compute/globalAddress:GlobalAddress", unless("addressType", "INTERNAL")),
          Map.entry("gcp:compute/instance:Instance", inAny("networkInterfaces", "accessConfigs")),
          Map.entry(
              "gcp:compute/instanceTemplate:InstanceTemplate",
              inAny("networkInterfaces", "accessConfigs")),
          Map.entry(
              "gcp:container/cluster:Cluster",
              unless("privateClusterConfig.enablePrivateNodes", true)),
          Map.entry(
              "gcp:sql/databaseInstance:DatabaseInstance",
              unless("settings.ipConfiguration.ipv4Enabled", false)),
          Map.entry("azure-native:network:PublicIPAddress", inputs -> Optional.of(ALWAYS)),
          Map.entry("azure-native:network:PublicIPPrefix", inputs -> Optional.of(ALWAYS)),
          Map.entry("azure-native:containerservice:AgentPool", when("enableNodePublicIP", true)),
          Map.entry(
              "azure-native:containerservice:ManagedCluster",
              inAny("agentPoolProfiles", "enableNodePublicIP")),
          Map.entry("kubernetes:core/v1:Service", PublicAddresses::loadBalancer));

  /** The annotations that keep the load balancer of a Kubernetes service off the internet. */
  private static final Map<String, String> INTERNAL =
      Map.of(
          "service.beta.kubernetes.io/aws-load-balancer-scheme", "internal",
          "service.beta.kubernetes.io/aws-load-balancer-internal", "true",
          "service.beta.kubernetes.io/azure-load-balancer-internal", "true",
          "networking.gke.io/load-balancer-type", "Internal");

  private PublicAddresses() {}

  /** The types that are judged. */
  static Set<String> types() {
    return BY_TYPE.keySet();
  }

  /** Why a resource has a public address, or may have one; empty if it has none. */
  static Optional<String> of(GraphResource resource) {
    String type = resource.type().replaceFirst("/v[0-9]{8}[a-z]*:", ":");
    @Nullable Function<Properties, Optional<String>> rule = BY_TYPE.get(type);
    return rule == null ? Optional.empty() : rule.apply(resource.inputs());
  }

  private static Function<Properties, Optional<String>> when(String path, Object value) {
    return inputs ->
        inputs
            .find(path)
            .flatMap(
                found -> same(found, value) ? Optional.of(is(path, found)) : unclear(path, found));
  }

  private static Function<Properties, Optional<String>> unless(String path, Object value) {
    return inputs ->
        inputs
            .find(path)
            .map(
                found ->
                    same(found, value)
                        ? Optional.<String>empty()
                        : unclear(path, found).or(() -> Optional.of(is(path, found))))
            .orElseGet(() -> Optional.of(path + " is not set to " + value));
  }

  /** A list's element has it: a switch that is on, or a list that is not empty. */
  private static Function<Properties, Optional<String>> inAny(String list, String member) {
    return inputs -> {
      PropertyValue elements =
          inputs.find(list).map(PropertyValues::unwrap).orElse(PropertyValues.NULL);
      if (!(elements instanceof Array array)) {
        return unclear(list, elements);
      }
      return Stream.iterate(0, index -> index + 1)
          .limit(array.elements().size())
          .map(index -> list + "[" + index + "]." + member)
          .flatMap(path -> inputs.find(path).flatMap(found -> on(path, found)).stream())
          .findFirst();
    };
  }

  private static Optional<String> on(String path, PropertyValue found) {
    PropertyValue value = PropertyValues.unwrap(found);
    boolean on =
        (value instanceof Bool bool && bool.value())
            || (value instanceof Str text && text.value().equals("true"))
            || (value instanceof Array array && !array.elements().isEmpty());
    return on ? Optional.of(is(path, found)) : unclear(path, found);
  }

  private static Optional<String> loadBalancer(Properties inputs) {
    boolean internal =
        INTERNAL.entrySet().stream()
            .anyMatch(
                one ->
                    inputs
                        .find("metadata.annotations[\"" + one.getKey() + "\"]")
                        .filter(found -> same(found, one.getValue()))
                        .isPresent());
    return internal ? Optional.empty() : when("spec.type", "LoadBalancer").apply(inputs);
  }

  private static boolean same(PropertyValue found, Object value) {
    return Values.same(found, Values.of(value));
  }

  private static Optional<String> unclear(String path, PropertyValue found) {
    return PropertyValues.unwrap(found) instanceof Unknown
        ? Optional.of(path + " is not known yet")
        : Optional.empty();
  }

  private static String is(String path, PropertyValue found) {
    return path + " is " + Values.shown(found);
  }
}
