package dev.mlestate.application.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.application.keys.KeysCheck.Result;
import dev.mlestate.problem.PositionedYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key of an environment file that does nothing misleads who writes it. */
class KeysActTest {
  private static final Path ENVIRONMENTS =
      Path.of(System.getProperty("mlestate.root"), "environments");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Of these every value that changes anything is refused: the accounts of one cloud are none of
   * another, and a residency without the environment's own region contradicts it.
   */
  private static final Set<String> ONLY_REFUSED = Set.of("cloud", "residency.allowedRegions[]");

  /** What excludes keys of prod-aws.yaml. */
  private static final String EXISTING_NETWORK =
      """
      network:
        existing:
          id: vpc-0123456789abcdef0
          privateSubnets:
            - {id: subnet-0123456789abcdef0, zone: us-east-1a, cidr: 10.8.0.0/18}
            - {id: subnet-0123456789abcdef1, zone: us-east-1b, cidr: 10.8.64.0/18}
            - {id: subnet-0123456789abcdef2, zone: us-east-1c, cidr: 10.8.128.0/18}
      encryption:
        existing:
          data: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-123456789000
          compute: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-123456789001
          logs: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-123456789002
      """;

  /** What excludes keys of prod-gcp.yaml. */
  private static final String GCP_NETWORK =
      """
      network:
        existing:
          id: projects/hub-4821/global/networks/hub
          privateSubnets:
            - {id: projects/hub-4821/regions/us-central1/subnetworks/ml, cidr: 10.8.0.0/20}
      gcp:
        reservedNodes: {h100: 2, slice: 4}
        secondaryRanges: {train: {pods: train-pods, services: train-services}}
      """;

  /** What excludes keys of prod-azure.yaml. */
  private static final String AZURE_NETWORK =
      """
      network:
        existing:
          id: HUB/Microsoft.Network/virtualNetworks/hub
          privateSubnets:
            - {id: HUB/Microsoft.Network/virtualNetworks/hub/subnets/a, cidr: 10.8.0.0/20}
            - {id: HUB/Microsoft.Network/virtualNetworks/hub/subnets/b, cidr: 10.8.16.0/26, use: endpoints}
            - {id: HUB/Microsoft.Network/virtualNetworks/hub/subnets/c, cidr: 10.8.17.0/26, use: serverless}
      identity: {}
      azure:
        capacityReservationGroups: {h100: HUB/Microsoft.Compute/capacityReservationGroups/h100}
        privateDnsZone: HUB/Microsoft.Network/privateDnsZones/privatelink.eastus.azmk8s.io
        clusterIdentity: HUB/Microsoft.ManagedIdentity/userAssignedIdentities/aks
      """
          .replace(
              "HUB",
              "/subscriptions/11112222-0000-4000-8000-000000000003/resourceGroups/hub/providers");

  /** What an organisation must allow, so that a change of a key is not refused by it. */
  private static final String GENEROUS =
      """
      accounts:
        aws: ["111122223333", "444455556666"]
        gcp: [vision-prod-4821]
        azure: [11112222-0000-4000-8000-000000000003]
      regions:
        aws: [us-east-1, us-east-2, us-west-2]
        gcp: [us-central1, us-west1]
        azure: [eastus, westus2]
      machineTypes:
        aws: [p*, g*, m*, c*, r*, i*, t*]
        gcp: [a*, c*, e*, g*, n*]
        azure: [Standard_*]
      maxNodesPerPool: 64
      maxNodes: 128
      gpuHoursPerMonth: 100000
      monthlyUsd: 900000
      compliance: []
      """;

  private final Path folder;

  KeysActTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    ObjectNode organisation = tree(Files.readString(ENVIRONMENTS.resolve("organisation.yaml")));
    ObjectNode stages = (ObjectNode) organisation.get("environments");
    for (String stage : List.of("dev", "staging", "prod")) {
      stages.set(stage, tree(GENEROUS));
    }
    Files.writeString(folder.resolve("organisation.yaml"), organisation.toString());
  }

  @Test
  void everyKeyDoesSomething() throws IOException {
    Result result = new KeysCheck(new RealEffects(folder), files()).check(schema());

    assertThat(result.dead()).isEmpty();
    Set<String> refused = new TreeSet<>();
    result
        .effects()
        .forEach(
            (key, effects) -> {
              if (effects.equals(Set.of(Effect.PROBLEM))) {
                refused.add(key);
              }
            });
    assertThat(refused).containsExactlyInAnyOrderElementsOf(ONLY_REFUSED);
  }

  @Test
  void aKeyThatNothingReadsIsFound() throws IOException {
    JsonNode schema = schemaWith("comment", "ratio", "owner");
    ObjectNode file = tree("{comment: none, ratio: 3, owner: ml@example.com}");

    Result result =
        new KeysCheck(new Ignoring(Set.of("comment", "ratio")), List.of(file)).check(schema);

    assertThat(result.dead())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("comment does nothing"))
        .anyMatch(line -> line.startsWith("ratio does nothing"));
    assertThat(result.effects().get("owner")).containsExactly(Effect.INVENTORY);
  }

  @Test
  void aKeyThatNoFileHasIsFound() throws IOException {
    Result result =
        new KeysCheck(new Ignoring(Set.of()), List.of(tree("{owner: ml@example.com}")))
            .check(schemaWith("owner", "forgotten"));

    assertThat(result.dead())
        .containsExactly("forgotten stands in no file of this test; write it into one");
  }

  /** A fake that reads every key but some. */
  private record Ignoring(Set<String> keys) implements Effects {
    @Override
    public Optional<Effect> between(JsonNode before, JsonNode after) {
      return without(before).equals(without(after))
          ? Optional.empty()
          : Optional.of(Effect.INVENTORY);
    }

    private ObjectNode without(JsonNode file) {
      return ((ObjectNode) file.deepCopy()).remove(keys);
    }
  }

  private static JsonNode schemaWith(String... keys) {
    ObjectNode schema = MAPPER.createObjectNode();
    ObjectNode properties = schema.putObject("properties");
    for (String key : keys) {
      properties.putObject(key).put("type", key.equals("ratio") ? "number" : "string");
    }
    return schema;
  }

  /** The files of prod, and variants with what they cannot have. */
  private static List<JsonNode> files() throws IOException {
    List<JsonNode> files = new ArrayList<>();
    Map<String, String> networks = new LinkedHashMap<>();
    networks.put("aws", EXISTING_NETWORK);
    networks.put("gcp", GCP_NETWORK);
    networks.put("azure", AZURE_NETWORK);
    for (Map.Entry<String, String> network : networks.entrySet()) {
      Path file = ENVIRONMENTS.resolve("prod-" + network.getKey() + ".yaml");
      ObjectNode prod = tree(Files.readString(file));
      ObjectNode existing = prod.deepCopy();
      only(existing, network.getValue());
      files.add(prod);
      files.add(existing);
    }
    return files;
  }

  private static void only(ObjectNode file, String more) {
    tree(more).properties().forEach(entry -> file.set(entry.getKey(), entry.getValue()));
  }

  private static JsonNode schema() throws IOException {
    return MAPPER.readTree(Files.readString(ENVIRONMENTS.resolve("schema.json")));
  }

  private static ObjectNode tree(String yaml) {
    return (ObjectNode) PositionedYaml.parse("test.yaml", yaml).tree();
  }
}
