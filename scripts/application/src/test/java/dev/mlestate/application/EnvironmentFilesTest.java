package dev.mlestate.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.cost.Estimate;
import dev.mlestate.cost.EstimateJson;
import dev.mlestate.cost.Estimator;
import dev.mlestate.cost.Unpriced;
import dev.mlestate.cost.prices.PriceCatalog;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.model.Environment;
import dev.mlestate.model.StageLimits;
import dev.mlestate.policy.Finding;
import dev.mlestate.policy.PolicyInput;
import dev.mlestate.policy.PolicyReport;
import dev.mlestate.policy.WasmPolicyEngine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the project's own environments come to: allowed, priced and within their caps. */
class EnvironmentFilesTest {
  private static final Path ENVIRONMENTS =
      Path.of(System.getProperty("mlestate.root"), "environments");

  /** The one thing of which no dated price is public. */
  private static final String ONLINE_STORE = "Online store of ";

  static List<String> environments() throws IOException {
    try (Stream<Path> files = Files.list(ENVIRONMENTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(n -> n.endsWith("-aws.yaml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("environments")
  void rulesAndCapsAllowIt(String file) {
    PlannedEnvironment planned = new PlanEnvironment().plan(ENVIRONMENTS.resolve(file));
    Environment environment = planned.environment();
    Inventory inventory = RecordedEstate.of(planned.plan()).inventory();
    Estimate estimate =
        new Estimator(Catalog.load()).estimate(inventory, environment, PriceCatalog.bundled());
    PolicyReport report =
        new WasmPolicyEngine()
            .evaluate(
                new PolicyInput(
                    inventory,
                    environment,
                    planned.file().organisation(),
                    Instant.parse("2026-11-23T00:00:00Z"),
                    Optional.of(EstimateJson.of(estimate))));

    assertThat(report.blocking()).extracting(Finding::message).isEmpty();
    assertThat(report.passed()).isGreaterThan(50);
    assertThat(estimate.unpriced())
        .filteredOn(unpriced -> !unpriced.item().startsWith(ONLINE_STORE))
        .extracting(Unpriced::item, Unpriced::reason)
        .isEmpty();
    StageLimits limits =
        Objects.requireNonNull(
            planned.file().organisation().environments().get(environment.environment()));
    assertThat(estimate.monthlyUsd())
        .isGreaterThan(new BigDecimal(1000))
        .isLessThanOrEqualTo(BigDecimal.valueOf(environment.budget().monthlyUsd()))
        .isLessThanOrEqualTo(BigDecimal.valueOf(limits.monthlyUsd()));
    assertThat(estimate.gpuHoursPerMonth().orElseThrow())
        .isPositive()
        .isLessThanOrEqualTo(BigDecimal.valueOf(limits.gpuHoursPerMonth()));
  }
}
