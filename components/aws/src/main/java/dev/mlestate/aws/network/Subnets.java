package dev.mlestate.aws.network;

import com.pulumi.core.Output;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Private subnets, made here or existing.
 *
 * @param ids by position
 * @param zones of the subnets, by the same position
 */
public record Subnets(List<Output<String>> ids, List<String> zones) {
  public Subnets {
    ids = List.copyOf(ids);
    zones = List.copyOf(zones);
    if (ids.size() != zones.size()) {
      throw new IllegalArgumentException("each subnet needs a zone");
    }
  }

  /** All ids as one value. */
  public Output<List<String>> all() {
    return Output.all(ids);
  }

  /** The ids of the subnets in these zones. */
  public Output<List<String>> in(List<String> wantedZones) {
    List<Output<String>> found =
        IntStream.range(0, ids.size())
            .filter(i -> wantedZones.contains(zones.get(i)))
            .mapToObj(ids::get)
            .toList();
    return Output.all(found);
  }

  /** One subnet of each zone: what an interface endpoint takes. */
  public Output<List<String>> onePerZone() {
    List<Output<String>> found =
        IntStream.range(0, ids.size())
            .filter(i -> zones.indexOf(zones.get(i)) == i)
            .mapToObj(ids::get)
            .toList();
    return Output.all(found);
  }
}
