package dev.mlestate.testkit.stack;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.cost.Estimate;
import dev.mlestate.cost.EstimateJson;
import dev.mlestate.cost.Estimator;
import dev.mlestate.cost.prices.PriceCatalog;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.preview.PreviewDocument;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.inventory.PreviewReader;
import dev.mlestate.inventory.Resource;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Organisation;
import dev.mlestate.policy.Finding;
import dev.mlestate.policy.PolicyInput;
import dev.mlestate.policy.WasmPolicyEngine;
import dev.mlestate.testkit.graph.Graph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts a run before the rules and the prices, for each cloud that its resources lie in. */
final class Judgement implements Graph.Judge {
  private static final String TAGS_RULE = "CST-08";

  /** The packages whose resources a cloud's rules and prices know. */
  private static final Map<Cloud, String> PACKAGES =
      new EnumMap<>(Map.of(Cloud.AWS, "aws:", Cloud.GCP, "gcp:", Cloud.AZURE, "azure-native:"));

  /** Loading takes longer than judging; the rules may be shared. */
  private static final class Shared {
    private static final WasmPolicyEngine RULES = new WasmPolicyEngine();
    private static final Catalog CATALOG = Catalog.load();
    private static final Estimator ESTIMATOR = new Estimator(CATALOG);
    private static final PriceCatalog PRICES = PriceCatalog.bundled();
  }

  private final StackSettings settings;

  Judgement(StackSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<Finding> findings(UpdateResult result) {
    Inventory inventory = inventory(result);
    List<Finding> findings = new ArrayList<>();
    for (Cloud cloud : clouds(inventory)) {
      Surroundings surroundings = Surroundings.of(settings, cloud);
      findings.addAll(
          findings(inventory, surroundings, surroundings.organisation()).stream()
              .filter(finding -> isAsked(finding, surroundings))
              .toList());
    }
    return findings.stream().distinct().toList();
  }

  /** Without an environment of its own, a stack has no budget, tags or limits to keep. */
  private static boolean isAsked(Finding finding, Surroundings surroundings) {
    return surroundings.own()
        || (!finding.control().presence() && !finding.id().startsWith("CST-"));
  }

  @Override
  public List<Finding> findingsOnTags(UpdateResult result, List<String> tags) {
    Inventory inventory = inventory(result);
    List<Finding> findings = new ArrayList<>();
    for (Cloud cloud : clouds(inventory)) {
      Surroundings surroundings = Surroundings.of(settings, cloud);
      Organisation organisation = surroundings.organisation();
      findings.addAll(
          findings(
                  inventory,
                  surroundings,
                  new Organisation(organisation.name(), tags, organisation.environments()))
              .stream()
              .filter(finding -> finding.id().equals(TAGS_RULE))
              .toList());
    }
    return findings.stream().distinct().toList();
  }

  private static List<Finding> findings(
      Inventory inventory, Surroundings surroundings, Organisation organisation) {
    return Shared.RULES
        .evaluate(
            new PolicyInput(
                inventory,
                surroundings.environment(),
                organisation,
                Instant.now(),
                Optional.of(EstimateJson.of(estimate(inventory, surroundings)))))
        .findings();
  }

  @Override
  public List<Estimate> estimates(UpdateResult result) {
    Inventory inventory = inventory(result);
    return clouds(inventory).stream()
        .map(cloud -> estimate(of(cloud, inventory), Surroundings.of(settings, cloud)))
        .toList();
  }

  private static Estimate estimate(Inventory inventory, Surroundings surroundings) {
    return Shared.ESTIMATOR.estimate(inventory, surroundings.environment(), Shared.PRICES);
  }

  private static Inventory inventory(UpdateResult result) {
    return PreviewReader.parse("the run", PreviewDocument.write(result).toString());
  }

  private static List<Cloud> clouds(Inventory inventory) {
    return PACKAGES.keySet().stream()
        .filter(cloud -> inventory.resources().stream().anyMatch(each -> isOf(cloud, each)))
        .toList();
  }

  /** What another cloud's prices charge is left out; what belongs to none of them is not. */
  private static Inventory of(Cloud cloud, Inventory inventory) {
    List<Resource> resources =
        inventory.resources().stream()
            .filter(
                each ->
                    isOf(cloud, each)
                        || PACKAGES.keySet().stream().noneMatch(other -> isOf(other, each)))
            .collect(Collectors.toList());
    return new Inventory(resources);
  }

  private static boolean isOf(Cloud cloud, Resource resource) {
    return resource.type().startsWith(PACKAGES.getOrDefault(cloud, "none:"));
  }
}
