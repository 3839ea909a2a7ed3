package dev.mlestate.gcp.network;

import com.pulumi.core.Output;
import com.pulumi.gcp.compute.Firewall;
import com.pulumi.gcp.compute.FirewallArgs;
import com.pulumi.gcp.compute.inputs.FirewallAllowArgs;
import com.pulumi.gcp.compute.inputs.FirewallDenyArgs;
import com.pulumi.gcp.compute.inputs.FirewallLogConfigArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;

/**
 * Who reaches machines. GKE adds its own rules for each cluster: nodes and pods among themselves,
 * the control plane to kubelets (GKE documentation, "Automatically created firewall rules"; general
 * knowledge, not read). Ours close everything else, and open what GKE's leave out.
 */
final class FirewallRules {
  private static final int LAST = 65534;

  /** Where admission webhooks usually listen, beside 443 and the kubelet's port. */
  private static final String[] WEBHOOKS = {"8443", "9443", "15017"};

  private FirewallRules() {}

  /** Nothing comes in that no other rule lets in, and what tried is logged. */
  static Firewall denyAll(String name, Output<String> network, CustomResourceOptions options) {
    return new Firewall(
        name,
        FirewallArgs.builder()
            .name(name)
            .network(network)
            .description("Nothing comes in that no other rule lets in")
            .direction("INGRESS")
            .priority(LAST)
            .denies(FirewallDenyArgs.builder().protocol("all").build())
            .sourceRanges("0.0.0.0/0")
            .logConfig(FirewallLogConfigArgs.builder().metadata("INCLUDE_ALL_METADATA").build())
            .build(),
        options);
  }

  /** Control planes call admission webhooks on nodes. */
  static Firewall webhooks(
      String name,
      Output<String> network,
      List<String> controlPlanes,
      String nodeTag,
      CustomResourceOptions options) {
    return new Firewall(
        name,
        FirewallArgs.builder()
            .name(name)
            .network(network)
            .description("Control planes call admission webhooks on nodes")
            .direction("INGRESS")
            .allows(FirewallAllowArgs.builder().protocol("tcp").ports(WEBHOOKS).build())
            .sourceRanges(controlPlanes)
            .targetTags(nodeTag)
            .build(),
        options);
  }

  /** Interfaces of one network between accelerators talk to each other. */
  static Firewall within(
      String name, Output<String> network, String range, CustomResourceOptions options) {
    return new Firewall(
        name,
        FirewallArgs.builder()
            .name(name)
            .network(network)
            .description("Accelerators' interfaces talk to each other")
            .direction("INGRESS")
            .allows(
                FirewallAllowArgs.builder().protocol("tcp").ports("0-65535").build(),
                FirewallAllowArgs.builder().protocol("udp").ports("0-65535").build(),
                FirewallAllowArgs.builder().protocol("icmp").build())
            .sourceRanges(range)
            .build(),
        options);
  }
}
