package dev.mlestate.inventory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One resource as it is declared or recorded.
 *
 * @param type Pulumi type token, such as aws:s3/bucketV2:BucketV2
 * @param properties inputs; an unknown or secret value is null here and its path is listed
 * @param unknownPaths paths such as tags.owner or rules[0].id whose value is not known yet, in
 *     order
 * @param secretPaths paths whose value is withheld, in order
 * @param dependencies URNs, in order
 */
public record Resource(
    String type,
    String urn,
    String name,
    ObjectNode properties,
    Set<String> unknownPaths,
    Set<String> secretPaths,
    List<String> dependencies,
    Source source) {
  public Resource {
    properties = properties.deepCopy();
    unknownPaths = Collections.unmodifiableSet(new TreeSet<>(unknownPaths));
    secretPaths = Collections.unmodifiableSet(new TreeSet<>(secretPaths));
    dependencies = dependencies.stream().distinct().sorted().toList();
  }

  /**
   * The type without the version of the API that a token of Azure may name: {@code
   * azure-native:app/v20240301:ContainerApp} is an {@code azure-native:app:ContainerApp}.
   */
  public String unversionedType() {
    return type.replaceFirst("/v[0-9]{8}[a-z]*:", ":");
  }
}
