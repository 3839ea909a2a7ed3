package dev.mlestate.simulated;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a simulated account is opened.
 *
 * @param recordDirectory where the account's record lies; made when it is not there
 * @param account the account's number, the project's id or the subscription's; empty: the one that
 *     the record was opened with first. It must not come from the program that is being run.
 * @param existing ids, ARNs or links of what the company had before, such as a VPC, its subnets,
 *     keys and roles; resources may name them, and the record keeps them for later openings
 */
public record CloudOptions(Path recordDirectory, Optional<String> account, Set<String> existing) {
  public CloudOptions {
    existing = Set.copyOf(new TreeSet<>(existing));
  }

  public static CloudOptions of(Path recordDirectory, String account) {
    return new CloudOptions(recordDirectory, Optional.of(account), Set.of());
  }
}
