package dev.mlestate.azure.network;

import com.pulumi.core.Output;
import dev.mlestate.model.ExistingNetwork;
import dev.mlestate.model.ExistingSubnet;
import java.util.List;
import java.util.Optional;

/** The subnets of a network that the company has; clusters use those of nodes in turn. */
final class ExistingSubnets {
  private final List<Output<String>> nodes;
  private int next;

  private ExistingSubnets(List<Output<String>> nodes) {
    this.nodes = nodes;
  }

  static ExistingSubnets of(ExistingNetwork network) {
    return new ExistingSubnets(
        network.privateSubnets().stream().map(ExistingSubnet::id).map(Output::of).toList());
  }

  List<Output<String>> nodes() {
    return nodes;
  }

  /** The subnet of the next cluster. */
  Output<String> forNodes() {
    Output<String> subnet = nodes.get(next % nodes.size());
    next++;
    return subnet;
  }

  Optional<Output<String>> endpoints() {
    return Optional.of(nodes.get(nodes.size() - 1));
  }

  Optional<Output<String>> serverless() {
    return Optional.empty();
  }
}
