package dev.mlestate.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.problem.PositionedYaml;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The files of prod use every key of the schema that they can. */
class CoverageTest {
  /** What excludes a key that prod has: an existing network, and a second source of capacity. */
  static final Set<String> EXCLUDED =
      Set.of(
          "network.existing",
          "network.existing.id",
          "network.existing.privateSubnets",
          "network.existing.privateSubnets[].id",
          "network.existing.privateSubnets[].zone",
          "network.existing.privateSubnets[].cidr",
          "network.existing.privateSubnets[].use",
          "gcp.reservedNodes",
          "gcp.secondaryRanges",
          "gcp.secondaryRanges.*.pods",
          "gcp.secondaryRanges.*.services",
          "azure.capacityReservationGroups",
          "azure.privateDnsZone",
          "azure.clusterIdentity");

  static final String EXISTING_NETWORK =
      EnvironmentFixtures.SMALLEST.replace(
              "[{name: l4,",
              "[{name: tpu, tpu: {type: v5e, topology: 4x4}, capacity: [queued]}, {name: l4,")
          + """
          network:
            existing:
              id: vpc-0123456789abcdef0
              privateSubnets:
                - {id: subnet-0123456789abcdef0, zone: us-east-1a, cidr: 10.8.0.0/18}
                - {id: subnet-0123456789abcdef1, zone: us-east-1b, cidr: 10.8.64.0/18}
                - {id: subnet-0123456789abcdef2, zone: us-east-1c, cidr: 10.8.128.0/18}
          """;

  @Test
  void prodUsesEveryKey() throws IOException {
    Set<String> missing = schemaKeys();
    for (Cloud cloud : Cloud.values()) {
      String file = "prod-" + cloud.word() + ".yaml";
      missing.removeAll(
          keys(PositionedYaml.read(EnvironmentFilesTest.ENVIRONMENTS.resolve(file)).tree()));
    }

    assertThat(missing).containsExactlyInAnyOrderElementsOf(EXCLUDED);
  }

  @Test
  void whatProdCannotUseIsReadElsewhere() {
    Set<String> used = new TreeSet<>();
    for (String text :
        List.of(EXISTING_NETWORK, EnvironmentFixtures.GCP, EnvironmentFixtures.AZURE)) {
      used.addAll(keys(PositionedYaml.parse("test.yaml", text).tree()));
    }
    Environment aws = EnvironmentFixtures.read(EXISTING_NETWORK);
    Environment gcp = EnvironmentFixtures.read(EnvironmentFixtures.GCP);
    Environment azure = EnvironmentFixtures.read(EnvironmentFixtures.AZURE);

    assertThat(used).containsAll(EXCLUDED);
    assertThat(aws.network().existing().orElseThrow().privateSubnets()).hasSize(3);
    assertThat(aws.clusters().get(0).nodePools().get(0).tpu())
        .contains(new Tpu(TpuGeneration.V5E, "4x4"));
    assertThat(gcp.gcp().secondaryRanges())
        .containsEntry("train", new SecondaryRanges("train-pods", "train-services"));
    assertThat(gcp.gcp().reservedNodes()).containsEntry("l4", 1);
    assertThat(azure.azure().clusterIdentity()).isPresent();
    assertThat(azure.network().existing().orElseThrow().privateSubnets())
        .extracting(ExistingSubnet::use)
        .containsExactly(SubnetUse.NODES, SubnetUse.ENDPOINTS);
  }

  private static Set<String> schemaKeys() throws IOException {
    JsonNode schema =
        new ObjectMapper().readTree(SchemaWriter.schema(Environment.class, "environment"));
    Set<String> keys = new TreeSet<>();
    walk(schema, schema, "", keys);
    return keys;
  }

  private static void walk(JsonNode root, JsonNode node, String path, Set<String> keys) {
    if (node.has("$ref")) {
      walk(root, root.at(node.get("$ref").asText().substring(1)), path, keys);
    }
    node.path("allOf").forEach(part -> walk(root, part, path, keys));
    if (node.has("items")) {
      walk(root, node.get("items"), path + "[]", keys);
    }
    // A name that the file chooses is no key of ours, but what stands under it is.
    if (node.path("additionalProperties").isObject()) {
      walk(root, node.get("additionalProperties"), path + ".*", keys);
    }
    node.path("properties")
        .properties()
        .forEach(
            property -> {
              // The domains of keys and the roles of groups are words, one of which is enough.
              boolean word =
                  Set.of("encryption.existing", "identity.groups", "azure.groupObjectIds")
                      .contains(path);
              String child = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
              if (!word) {
                keys.add(child);
                walk(root, property.getValue(), child, keys);
              }
            });
  }

  private static Set<String> keys(JsonNode tree) {
    Set<String> keys = new TreeSet<>();
    collect(tree, "", keys);
    return keys;
  }

  private static void collect(JsonNode node, String path, Set<String> keys) {
    node.forEach(item -> collect(item, path + "[]", node.isArray() ? keys : new TreeSet<>()));
    node.properties()
        .forEach(
            entry -> {
              boolean chosen =
                  Set.of("usage", "aws.reservations", "gcp.secondaryRanges").contains(path)
                      || path.endsWith(".features");
              String child =
                  chosen
                      ? path + ".*"
                      : path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
              keys.add(child);
              collect(entry.getValue(), child, keys);
            });
  }
}
