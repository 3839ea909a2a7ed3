package dev.mlestate.model;

import java.util.Map;

/** What only AWS has. */
public record AwsKnobs(
    @Key(
            value =
                "The id of the EC2 capacity reservation, by the name of the node pool that uses it",
            format = Format.RESERVATION)
        Map<String, String> reservations) {
  public AwsKnobs {
    reservations = Ordered.copyOf(reservations);
  }
}
