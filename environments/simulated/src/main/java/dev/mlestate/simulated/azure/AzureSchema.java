package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.schema.ObjectDeclaration;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.simulated.schema.SchemaFile;
import dev.mlestate.simulated.schema.SpecifiedSchema;
import dev.mlestate.simulated.table.DatedTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a version of pulumi/azure-native knows: the SDK's classes and, from newer.tsv, the types of
 * later versions of Azure's API.
 */
final class AzureSchema implements Schema {
  /** The SDK's version, which is also that of a provider for which none is asked. */
  static final String SDK = "2.10.0";

  private static final String TABLE = "newer.tsv";
  private static final Map<String, AzureSchema> VERSIONS = new ConcurrentHashMap<>();
  private static final Map<String, String> FIRST = new HashMap<>();

  static {
    for (List<String> row : DatedTable.rows(AzureSchema.class, TABLE, 5)) {
      FIRST.put(row.get(0), row.get(4));
    }
  }

  private final String version;
  private final Schema known;

  private AzureSchema(String version) {
    this.version = version;
    this.known = new SpecifiedSchema(SchemaFile.azureNative(), AzureSchema.class, TABLE, version);
  }

  static Schema of(String version) {
    return VERSIONS.computeIfAbsent(version, AzureSchema::new);
  }

  @Override
  public SortedSet<String> tokens() {
    return known.tokens();
  }

  /**
   * The declaration of a type.
   *
   * @throws CloudException if only a later version of the provider carries it
   */
  @Override
  public Optional<ResourceDeclaration> resource(String token) {
    String first = FIRST.get(token);
    if (first != null && SpecifiedSchema.newer(first, version)) {
      throw new CloudException(
          "pulumi/azure-native %s does not carry %s; %s does: give the provider that version"
              .formatted(version, token, first));
    }
    return known.resource(token);
  }

  @Override
  public Optional<ObjectDeclaration> object(String name) {
    return known.object(name);
  }

  @Override
  public List<String> choices(String name) {
    return known.choices(name);
  }
}
