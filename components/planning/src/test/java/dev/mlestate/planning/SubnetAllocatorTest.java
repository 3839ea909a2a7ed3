package dev.mlestate.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.model.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SubnetAllocatorTest {
  private static final SubnetAllocator SUBNETS = new SubnetAllocator(5, 28, 16);

  @Property
  void subnetsLieInTheNetworkAndNeverOverlap(
      @ForAll @IntRange(min = 16, max = 28) int prefix,
      @ForAll @IntRange(min = 1, max = 6) int zones,
      @ForAll @IntRange(max = 6) int publicSubnets) {
    Cidr network = new Cidr(10L << 24, prefix);

    SUBNETS
        .layout(network, zones, publicSubnets)
        .ifPresent(
            layout -> {
              assertThat(layout.privateSubnets()).hasSize(zones);
              assertThat(layout.publicSubnets()).hasSize(publicSubnets);
              List<Cidr> all = new ArrayList<>(layout.privateSubnets());
              all.addAll(layout.publicSubnets());
              for (int i = 0; i < all.size(); i++) {
                assertThat(network.contains(all.get(i))).isTrue();
                for (int j = 0; j < i; j++) {
                  assertThat(all.get(i).overlaps(all.get(j))).isFalse();
                }
              }
            });
  }

  @Property
  void theNeededPrefixIsEnoughAndTheNextSmallerNetworkIsNot(
      @ForAll @LongRange(min = 1, max = 70000) long needed,
      @ForAll @IntRange(min = 1, max = 6) int zones) {
    Optional<Integer> prefix = SUBNETS.neededPrefix(zones, zones, needed);

    if (prefix.isEmpty()) {
      assertThat(smallest(16, zones)).isLessThan(needed);
    } else {
      assertThat(smallest(prefix.get(), zones)).isGreaterThanOrEqualTo(needed);
      assertThat(smallest(prefix.get() + 1, zones)).isLessThan(needed);
    }
  }

  @Test
  void aThirdZoneMovesNoSubnet() {
    Cidr network = Cidr.parse("10.40.0.0/16").orElseThrow();

    assertThat(SUBNETS.layout(network, 3, 3).orElseThrow().privateSubnets())
        .startsWith(
            SUBNETS.layout(network, 2, 1).orElseThrow().privateSubnets().toArray(Cidr[]::new));
  }

  @Test
  void aSubnetBelowTheCloudsSmallestIsNone() {
    assertThat(SUBNETS.layout(Cidr.parse("10.40.0.0/27").orElseThrow(), 2, 1)).isEmpty();
  }

  private static long smallest(int prefix, int zones) {
    return SUBNETS
        .layout(new Cidr(10L << 24, prefix), zones, zones)
        .map(l -> l.privateSubnets().stream().mapToLong(SUBNETS::usable).min().orElse(0))
        .orElse(0L);
  }
}
