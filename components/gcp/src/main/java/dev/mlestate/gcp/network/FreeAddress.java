package dev.mlestate.gcp.network;

import dev.mlestate.model.Cidr;
import dev.mlestate.planning.AddressRange;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.SubnetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The address of the endpoint of Google's services, which lies in no subnet (VPC documentation,
 * "About accessing Google APIs through endpoints: IP address requirements"; general knowledge, not
 * read).
 */
final class FreeAddress {
  private static final int SINGLE = 32;
  private static final int BLOCK = 24;

  private FreeAddress() {}

  /** The last address of the network that the plan uses for nothing. */
  static String in(NetworkPlan plan, List<String> reachable) {
    List<Cidr> used = new ArrayList<>();
    Stream.of(
            plan.subnets().stream().map(SubnetPlan::cidr),
            plan.ranges().stream().map(AddressRange::cidr).flatMap(Optional::stream))
        .flatMap(cidrs -> cidrs)
        .flatMap(text -> Cidr.parse(text).stream())
        .forEach(used::add);
    Optional<String> inside =
        Cidr.parse(plan.cidr()).flatMap(network -> last(network, used)).map(FreeAddress::text);
    return inside.orElseGet(() -> outside(plan, used, reachable));
  }

  /** Blocks from the end; within a block that is partly used, addresses from its end. */
  private static Optional<Cidr> last(Cidr network, List<Cidr> used) {
    int step = Math.max(BLOCK, network.prefix());
    long blocks = 1L << (step - network.prefix());
    for (long block = blocks - 1; block >= 0; block--) {
      Cidr candidate = network.block(step, block);
      for (long i = candidate.size() - 2; i > 0; i--) {
        Cidr address = candidate.block(SINGLE, i);
        Optional<Cidr> taken = used.stream().filter(each -> each.overlaps(address)).findFirst();
        if (taken.isEmpty()) {
          return Optional.of(address);
        }
        if (taken.get().contains(candidate)) {
          break;
        }
      }
    }
    return Optional.empty();
  }

  /** A network that is full leaves the ends of the private blocks that nobody else uses. */
  private static String outside(NetworkPlan plan, List<Cidr> used, List<String> reachable) {
    List<Cidr> taken = new ArrayList<>(used);
    Cidr.parse(plan.cidr()).ifPresent(taken::add);
    reachable.forEach(text -> Cidr.parse(text).ifPresent(taken::add));
    return Stream.of("192.168.255.254/32", "172.31.255.254/32", "10.255.255.254/32")
        .flatMap(text -> Cidr.parse(text).stream())
        .filter(address -> taken.stream().noneMatch(each -> each.overlaps(address)))
        .findFirst()
        .map(FreeAddress::text)
        .orElseThrow(
            () -> new IllegalStateException("no private address is free beside " + plan.cidr()));
  }

  private static String text(Cidr address) {
    String written = address.toString();
    return written.substring(0, written.indexOf('/'));
  }
}
