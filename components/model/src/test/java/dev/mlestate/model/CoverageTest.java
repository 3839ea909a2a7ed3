package dev.mlestate.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.problem.PositionedYaml;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** prod-aws.yaml uses every key of the schema that it can. */
class CoverageTest {
  /** What excludes a key that prod has: an existing network, and TPUs, which AWS has not. */
  static final Set<String> EXCLUDED =
      Set.of(
          "network.existing",
          "network.existing.id",
          "network.existing.privateSubnets",
          "network.existing.privateSubnets[].id",
          "network.existing.privateSubnets[].zone",
          "network.existing.privateSubnets[].cidr",
          "clusters[].nodePools[].tpu",
          "clusters[].nodePools[].tpu.type",
          "clusters[].nodePools[].tpu.topology");

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
    missing.removeAll(
        keys(
            PositionedYaml.read(EnvironmentFilesTest.ENVIRONMENTS.resolve("prod-aws.yaml"))
                .tree()));

    assertThat(missing).containsExactlyInAnyOrderElementsOf(EXCLUDED);
  }

  @Test
  void whatProdCannotUseIsReadElsewhere() {
    Environment environment = EnvironmentFixtures.read(EXISTING_NETWORK);

    assertThat(keys(PositionedYaml.parse("test.yaml", EXISTING_NETWORK).tree()))
        .containsAll(EXCLUDED);
    assertThat(environment.network().existing().orElseThrow().privateSubnets()).hasSize(3);
    assertThat(environment.clusters().get(0).nodePools().get(0).tpu())
        .contains(new Tpu(TpuGeneration.V5E, "4x4"));
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
              boolean word = path.equals("encryption.existing") || path.equals("identity.groups");
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
                  Set.of("usage", "aws.reservations").contains(path) || path.endsWith(".features");
              String child =
                  chosen
                      ? path + ".*"
                      : path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
              keys.add(child);
              collect(entry.getValue(), child, keys);
            });
  }
}
