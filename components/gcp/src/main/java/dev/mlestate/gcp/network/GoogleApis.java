package dev.mlestate.gcp.network;

import com.pulumi.core.Output;
import com.pulumi.gcp.compute.GlobalAddress;
import com.pulumi.gcp.compute.GlobalAddressArgs;
import com.pulumi.gcp.compute.GlobalForwardingRule;
import com.pulumi.gcp.compute.GlobalForwardingRuleArgs;
import com.pulumi.gcp.dns.ManagedZone;
import com.pulumi.gcp.dns.ManagedZoneArgs;
import com.pulumi.gcp.dns.RecordSet;
import com.pulumi.gcp.dns.RecordSetArgs;
import com.pulumi.gcp.dns.inputs.ManagedZonePrivateVisibilityConfigArgs;
import com.pulumi.gcp.dns.inputs.ManagedZonePrivateVisibilityConfigNetworkArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.pulumi.Names;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Google's services at one address of the network: an endpoint of Private Service Connect, and
 * private zones that resolve the services' names to it.
 */
final class GoogleApis {
  /** Names must be of letters and digits, twenty at the most (VPC documentation; not read). */
  private static final int NAME_LENGTH = 20;

  private static final int TTL_SECONDS = 300;

  /** Domains under which the services, image registries and Cloud Run answer. */
  private static final List<String> DOMAINS =
      List.of("gcr.io", "googleapis.com", "pkg.dev", "run.app");

  private final GlobalForwardingRule endpoint;
  private final Map<String, ManagedZone> zones = new TreeMap<>();

  GoogleApis(
      String name,
      Output<String> network,
      String address,
      Map<String, String> labels,
      CustomResourceOptions options) {
    GlobalAddress reserved =
        new GlobalAddress(
            name,
            GlobalAddressArgs.builder()
                .name(name)
                .network(network)
                .addressType("INTERNAL")
                .purpose("PRIVATE_SERVICE_CONNECT")
                .address(address)
                .build(),
            options);
    endpoint =
        new GlobalForwardingRule(
            name,
            GlobalForwardingRuleArgs.builder()
                .name(endpointName(name))
                .network(network)
                .target("all-apis")
                .ipAddress(reserved.id())
                .loadBalancingScheme("")
                .build(),
            options);
    for (String domain : DOMAINS) {
      zones.put(domain, zone(name, domain, network, address, labels, options));
    }
  }

  private static String endpointName(String name) {
    String joined = name.replace("-", "");
    return Names.limited(NAME_LENGTH, joined).replace("-", "");
  }

  private static ManagedZone zone(
      String name,
      String domain,
      Output<String> network,
      String address,
      Map<String, String> labels,
      CustomResourceOptions options) {
    String zoneName = name + "-" + domain.replace('.', '-');
    ManagedZone zone =
        new ManagedZone(
            zoneName,
            ManagedZoneArgs.builder()
                .name(zoneName)
                .dnsName(domain + ".")
                .description("Resolves " + domain + " to the network's private endpoint")
                .visibility("private")
                .privateVisibilityConfig(
                    ManagedZonePrivateVisibilityConfigArgs.builder()
                        .networks(
                            ManagedZonePrivateVisibilityConfigNetworkArgs.builder()
                                .networkUrl(network)
                                .build())
                        .build())
                .labels(labels)
                .build(),
            options);
    record(zoneName, zone, domain + ".", "A", address, options);
    record(zoneName + "-all", zone, "*." + domain + ".", "CNAME", domain + ".", options);
    return zone;
  }

  private static void record(
      String name,
      ManagedZone zone,
      String host,
      String type,
      String data,
      CustomResourceOptions options) {
    new RecordSet(
        name,
        RecordSetArgs.builder()
            .managedZone(zone.name())
            .name(host)
            .type(type)
            .ttl(TTL_SECONDS)
            .rrdatas(data)
            .build(),
        options);
  }

  GlobalForwardingRule endpoint() {
    return endpoint;
  }

  Map<String, ManagedZone> zones() {
    return zones;
  }
}
