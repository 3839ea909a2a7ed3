package dev.mlestate.simulated.schema;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a provider's resource types declare. The SDK's classes are one source; for a raw-token type
 * that the SDK lacks, another implementation reads the published specification.
 */
public interface Schema {
  /** Every type token. */
  SortedSet<String> tokens();

  Optional<ResourceDeclaration> resource(String token);

  /** A nested object; empty where nothing is declared of its members. */
  Optional<ObjectDeclaration> object(String name);

  /** The values of an enumeration; empty where it is not declared. */
  List<String> choices(String name);
}
