package dev.mlestate.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.inventory.PreviewReader;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.CompliancePack;
import dev.mlestate.model.Environment;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.model.Organisation;
import dev.mlestate.model.OrganisationReader;
import dev.mlestate.model.PolicyParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inputs for the tests: Pulumi-shaped inventories and one organisation. */
final class Estates {
  static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  static final Path ROOT = Path.of(System.getProperty("mlestate.root", "../..")).toAbsolutePath();
  static final Path POLICIES = ROOT.resolve("policies");
  static final Environment DEV = EnvironmentReader.read(estate("dev-aws.yaml")).environment();
  static final Organisation ORGANISATION =
      OrganisationReader.read(estate("organisation.yaml")).organisation();
  static final WasmPolicyEngine ENGINE = new WasmPolicyEngine();

  /** What Pulumi's previews write for a value that is not known yet. */
  private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  private Estates() {}

  static JsonNode yaml(Path file) {
    try {
      return YAML.readTree(Files.readString(file).replace("<unknown>", UNKNOWN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode yaml(String text) {
    try {
      return YAML.readTree(text.replace("<unknown>", UNKNOWN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The preview that would create the resources, read as every preview is. */
  static Inventory preview(JsonNode resources) {
    ObjectNode preview = JSON.createObjectNode();
    ArrayNode steps = preview.putArray("steps");
    for (JsonNode resource : resources) {
      ObjectNode state = JSON.createObjectNode();
      state.put("urn", urn(resources, resource.path("name").asText(), resource));
      state.put("type", resource.path("type").asText());
      state.put("custom", true);
      state.set("inputs", resource.path("inputs"));
      ArrayNode dependencies = state.putArray("dependencies");
      for (JsonNode name : resource.path("dependencies")) {
        dependencies.add(urn(resources, name.asText(), null));
      }
      steps
          .addObject()
          .put("op", "create")
          .put("urn", state.path("urn").asText())
          .set("newState", state);
    }
    preview.putObject("changeSummary").put("create", resources.size());
    return PreviewReader.parse("preview", preview.toString());
  }

  private static String urn(JsonNode resources, String name, @Nullable JsonNode self) {
    JsonNode found = self;
    for (JsonNode candidate : resources) {
      if (found == null && candidate.path("name").asText().equals(name)) {
        found = candidate;
      }
    }
    if (found == null) {
      throw new IllegalArgumentException("no resource " + name);
    }
    return "urn:pulumi:dev-aws::estate::" + found.path("type").asText() + "::" + name;
  }

  private static Path estate(String name) {
    return POLICIES.resolve("evaluator/src/test/resources/estate").resolve(name);
  }

  /** A sample's resources and estimate, judged as the dev environment. */
  static PolicyInput input(JsonNode sample) {
    return input(preview(sample.path("resources")), Optional.ofNullable(sample.get("estimate")));
  }

  static PolicyInput input(Inventory inventory, Optional<JsonNode> estimate) {
    return new PolicyInput(inventory, DEV, ORGANISATION, NOW, estimate);
  }

  /** The same for an environment on another cloud. */
  static PolicyInput on(Cloud cloud, PolicyInput input) {
    return changed(
        input, cloud, input.environment().compliance(), input.environment().policyParameters());
  }

  static PolicyInput demanding(PolicyInput input, List<CompliancePack> packs) {
    return changed(input, packs, input.environment().policyParameters());
  }

  static PolicyInput withMaxNodesPerPool(PolicyInput input, int nodes) {
    return changed(
        input, input.environment().compliance(), new PolicyParameters(Optional.of(nodes)));
  }

  private static PolicyInput changed(
      PolicyInput input, List<CompliancePack> packs, PolicyParameters parameters) {
    return changed(input, input.environment().cloud(), packs, parameters);
  }

  private static PolicyInput changed(
      PolicyInput input, Cloud cloud, List<CompliancePack> packs, PolicyParameters parameters) {
    Environment old = input.environment();
    Environment changed =
        new Environment(
            old.estate(),
            old.environment(),
            cloud,
            old.account(),
            old.region(),
            old.owner(),
            old.costCenter(),
            old.teams(),
            old.dataClassification(),
            packs,
            old.residency(),
            old.network(),
            old.encryption(),
            old.identity(),
            old.dataLake(),
            old.featureStore(),
            old.clusters(),
            old.serving(),
            old.registry(),
            old.monitoring(),
            old.audit(),
            old.budget(),
            old.usage(),
            parameters,
            old.aws(),
            old.gcp(),
            old.azure());
    return new PolicyInput(
        input.inventory(), changed, input.organisation(), input.now(), input.estimate());
  }

  static List<Finding> of(String control, PolicyReport report) {
    return report.findings().stream().filter(finding -> finding.id().equals(control)).toList();
  }
}
