package dev.mlestate.azure.network;

import com.pulumi.core.Output;
import dev.mlestate.model.ExistingNetwork;
import dev.mlestate.model.ExistingSubnet;
import dev.mlestate.model.SubnetUse;
import java.util.List;
import java.util.Optional;

/**
 * The subnets of a network that the company has, by their use; clusters take those of nodes in
 * turn.
 */
final class ExistingSubnets {
  private final List<ExistingSubnet> subnets;
  private int next;

  private ExistingSubnets(List<ExistingSubnet> subnets) {
    this.subnets = subnets;
  }

  static ExistingSubnets of(ExistingNetwork network) {
    return new ExistingSubnets(network.privateSubnets());
  }

  private List<Output<String>> with(SubnetUse use) {
    return subnets.stream()
        .filter(subnet -> subnet.use() == use)
        .map(subnet -> Output.of(subnet.id()))
        .toList();
  }

  List<Output<String>> nodes() {
    return with(SubnetUse.NODES);
  }

  /** The subnet of the next cluster. */
  Output<String> forNodes() {
    List<Output<String>> nodes = nodes();
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("the existing network was planned no subnet for nodes");
    }
    Output<String> subnet = nodes.get(next % nodes.size());
    next++;
    return subnet;
  }

  /** Where private endpoints are; beside the nodes where no subnet is for them alone. */
  Optional<Output<String>> endpoints() {
    return with(SubnetUse.ENDPOINTS).stream().findFirst().or(() -> nodes().stream().findFirst());
  }

  Optional<Output<String>> serverless() {
    return with(SubnetUse.SERVERLESS).stream().findFirst();
  }
}
