package dev.mlestate.planning;

import dev.mlestate.model.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Divides a network into subnets. The division depends on the network, the zones and the number of
 * public subnets alone, never on how many nodes there may be: raising a pool's maximum must not
 * replace subnets. So a network is cut into at least four equal blocks (room to grow to three zones
 * without moving any): one for each zone's private subnet, and the last for public subnets.
 *
 * @param kept addresses of every subnet that the cloud keeps
 * @param largestPrefix of the smallest subnet that the cloud allows, such as 28
 * @param smallestPrefix of the largest network that the cloud allows, such as 16
 */
public record SubnetAllocator(int kept, int largestPrefix, int smallestPrefix) {
  private static final int BITS = 32;
  private static final int LEAST_BLOCKS = 4;

  /** The subnets of a network; private ones are in the order of the zones. */
  public record Layout(List<Cidr> privateSubnets, List<Cidr> publicSubnets) {
    public Layout {
      privateSubnets = List.copyOf(privateSubnets);
      publicSubnets = List.copyOf(publicSubnets);
    }
  }

  /** The division; empty when the blocks would be smaller than the cloud allows. */
  public Optional<Layout> layout(Cidr network, int zones, int publicSubnets) {
    int blockPrefix = network.prefix() + blockBits(zones);
    if (blockPrefix > largestPrefix) {
      return Optional.empty();
    }
    List<Cidr> inside = new ArrayList<>();
    for (int i = 0; i < zones; i++) {
      inside.add(network.block(blockPrefix, i));
    }
    Cidr last = network.block(blockPrefix, (1L << blockBits(zones)) - 1);
    if ((long) publicSubnets << (BITS - largestPrefix) > last.size()) {
      return Optional.empty();
    }
    List<Cidr> outside = new ArrayList<>();
    for (int i = 0; i < publicSubnets; i++) {
      outside.add(last.block(largestPrefix, i));
    }
    return Optional.of(new Layout(inside, outside));
  }

  /** Addresses of a subnet, less those that the cloud keeps. */
  public long usable(Cidr subnet) {
    return Math.max(0, subnet.size() - kept);
  }

  /**
   * The prefix of the smallest network whose private subnets have so many usable addresses each;
   * empty when even the largest network that the cloud allows is too small.
   */
  public Optional<Integer> neededPrefix(int zones, int publicSubnets, long usable) {
    for (int prefix = largestPrefix; prefix >= smallestPrefix; prefix--) {
      Optional<Layout> layout = layout(new Cidr(0, prefix), zones, publicSubnets);
      if (layout.isPresent()
          && layout.get().privateSubnets().stream().allMatch(s -> usable(s) >= usable)) {
        return Optional.of(prefix);
      }
    }
    return Optional.empty();
  }

  /**
   * The prefix of the smallest single subnet with so many usable addresses, if one may be so big.
   */
  public Optional<Integer> subnetPrefix(long usable) {
    for (int prefix = largestPrefix; prefix >= smallestPrefix; prefix--) {
      if (usable(new Cidr(0, prefix)) >= usable) {
        return Optional.of(prefix);
      }
    }
    return Optional.empty();
  }

  private static int blockBits(int zones) {
    int blocks = Math.max(LEAST_BLOCKS, zones + 1);
    return BITS - Integer.numberOfLeadingZeros(blocks - 1);
  }
}
