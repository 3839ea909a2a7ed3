package dev.mlestate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.model.CompliancePack;
import dev.mlestate.model.Organisation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WasmPolicyEngineTest {
  private static final PolicyInput EMPTY =
      Estates.input(new Inventory(List.of()), Optional.empty());

  private static PolicyInput input(String resources) {
    JsonNode sample =
        JsonNodeFactory.instance.objectNode().set("resources", Estates.yaml(resources));
    return Estates.input(sample);
  }

  @Test
  void whatMustBeThereFailsWhenItIsAbsent() {
    PolicyReport report = Estates.ENGINE.evaluate(EMPTY);

    assertThat(report.findings())
        .filteredOn(finding -> finding.status() == Status.FAIL)
        .extracting(Finding::id, Finding::urn, Finding::mandatory)
        .containsExactly(
            tuple("LOG-04", "stack", true),
            tuple("RET-03", "stack", true),
            tuple("CST-07", "stack", false));
    assertThat(report.blocks()).isTrue();
    assertThat(report.blocking()).extracting(Finding::id).containsExactly("LOG-04", "RET-03");
  }

  @Test
  void theVerdictOnAbsenceIsOnTheStackWhereItIsKnown() {
    PolicyReport report =
        Estates.ENGINE.evaluate(
            input("[{type: 'pulumi:pulumi:Stack', name: estate-dev-aws, inputs: {}}]"));

    assertThat(Estates.of("LOG-04", report))
        .extracting(Finding::urn)
        .containsExactly("urn:pulumi:dev-aws::estate::pulumi:pulumi:Stack::estate-dev-aws");
  }

  @Test
  void controlsWithoutAnythingToJudgeAreNamed() {
    PolicyReport report = Estates.ENGINE.evaluate(EMPTY);

    assertThat(report.notApplicable())
        .extracting(Control::id)
        .containsExactly(
            "CST-01", "CST-08", "ENC-09", "ENC-10", "ENC-15", "IAM-10", "NET-13", "NET-17",
            "TLS-01");
  }

  @Test
  void everyFindingIsCountedOnce() {
    PolicyReport report = Estates.ENGINE.evaluate(EMPTY);

    assertThat(report.passed() + report.failed() + report.undetermined())
        .isEqualTo(report.findings().size());
    assertThat(report.undetermined()).isEqualTo(3);
  }

  @Test
  void theWorstComesFirst() {
    PolicyReport report =
        Estates.ENGINE.evaluate(
            input(
                """
                - {type: 'aws:kms/key:Key', name: b, inputs: {}}
                - {type: 'aws:kms/key:Key', name: a, inputs: {}}
                - {type: 'aws:eks/cluster:Cluster', name: train, inputs: {}}
                """));

    assertThat(report.findings()).extracting(Finding::severity).isSorted();
    assertThat(report.findings().get(0).id()).isEqualTo("NET-13");
    assertThat(Estates.of("ENC-15", report))
        .extracting(Finding::urn)
        .containsExactly(
            "urn:pulumi:dev-aws::estate::aws:kms/key:Key::a",
            "urn:pulumi:dev-aws::estate::aws:kms/key:Key::b");
  }

  @Test
  void anUndeterminedVerdictStopsNothing() {
    PolicyReport report =
        Estates.ENGINE.evaluate(
            input(
                "[{type: 'aws:eks/cluster:Cluster', name: train, inputs: {vpcConfig: <unknown>}}]"));

    assertThat(Estates.of("NET-13", report))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.status()).isEqualTo(Status.UNDETERMINED);
              assertThat(finding.mandatory()).isTrue();
              assertThat(finding.blocks()).isFalse();
              assertThat(finding.actual().asText()).isEqualTo("(unknown)");
              assertThat(finding.path()).isEqualTo("vpcConfig.endpointPublicAccess");
            });
  }

  @Test
  void aDemandedPackMakesAMediumControlMandatory() {
    PolicyInput key = input("[{type: 'aws:kms/key:Key', name: a, inputs: {}}]");

    assertThat(Estates.of("ENC-15", Estates.ENGINE.evaluate(key)))
        .as("the organisation demands cis of dev")
        .allMatch(Finding::mandatory);
    assertThat(Estates.of("CST-08", Estates.ENGINE.evaluate(key))).noneMatch(Finding::mandatory);
  }

  @Test
  void theEnvironmentMayDemandMorePacksThanTheOrganisation() {
    ControlCatalogue catalogue = ControlCatalogue.load();
    Control rotation =
        catalogue.controls().stream()
            .filter(c -> c.id().equals("ENC-15"))
            .findFirst()
            .orElseThrow();
    PolicyInput key = input("[{type: 'aws:kms/key:Key', name: a, inputs: {}}]");
    PolicyInput undemanding =
        new PolicyInput(
            key.inventory(),
            key.environment(),
            new Organisation("none", List.of(), Map.of()),
            key.now(),
            key.estimate());

    assertThat(catalogue.packs(rotation))
        .containsExactly(CompliancePack.PCI_DSS_4, CompliancePack.NIST_800_53, CompliancePack.CIS);
    assertThat(mandatoryRotation(undemanding, CompliancePack.GDPR)).isFalse();
    assertThat(mandatoryRotation(undemanding, CompliancePack.PCI_DSS_4)).isTrue();
  }

  private static boolean mandatoryRotation(PolicyInput input, CompliancePack pack) {
    PolicyReport report = Estates.ENGINE.evaluate(Estates.demanding(input, List.of(pack)));
    return Estates.of("ENC-15", report).stream().anyMatch(Finding::mandatory);
  }

  @Test
  void theEnvironmentCannotRaiseACapButLowerIt() {
    PolicyInput five =
        input(
            "[{type: 'aws:eks/nodeGroup:NodeGroup', name: h100, inputs: {scalingConfig: {maxSize: 5}}}]");
    PolicyInput four =
        input(
            "[{type: 'aws:eks/nodeGroup:NodeGroup', name: h100, inputs: {scalingConfig: {maxSize: 4}}}]");

    assertThat(limit(Estates.withMaxNodesPerPool(five, 100))).isEqualTo("FAIL: 5, at most 4");
    assertThat(limit(four)).isEqualTo("PASS: 4, at most 4");
    assertThat(limit(Estates.withMaxNodesPerPool(four, 3))).isEqualTo("FAIL: 4, at most 3");
  }

  private static String limit(PolicyInput input) {
    Finding finding = Estates.of("CST-01", Estates.ENGINE.evaluate(input)).get(0);
    return finding.status() + ": " + finding.actual() + ", " + finding.expected().asText();
  }

  @Test
  void manyEvaluationsInOneInstanceDoNotDisturbEachOther() {
    PolicyInput input = input("[{type: 'aws:kms/key:Key', name: a, inputs: {}}]");
    PolicyReport first = Estates.ENGINE.evaluate(input);

    for (int i = 0; i < 20; i++) {
      Estates.ENGINE.evaluate(EMPTY);
      assertThat(Estates.ENGINE.evaluate(input)).isEqualTo(first);
    }
  }

  @Test
  void threadsMayShareAnEngine() {
    PolicyInput input = input("[{type: 'aws:kms/key:Key', name: a, inputs: {}}]");
    PolicyReport alone = Estates.ENGINE.evaluate(input);

    Stream<PolicyReport> together =
        IntStream.range(0, 16).parallel().mapToObj(i -> Estates.ENGINE.evaluate(input));

    assertThat(together).allMatch(alone::equals);
  }

  @Test
  void valuesOfEveryKindArriveUnchanged() {
    PolicyReport report =
        Estates.ENGINE.evaluate(
            input(
                """
                - type: aws:eks/nodeGroup:NodeGroup
                  name: "pool \\"ü\\" 😀"
                  inputs: {scalingConfig: {maxSize: 2.5}, labels: {a: "\\u0001\\n\\t\\\\"}}
                """));

    assertThat(Estates.of("CST-01", report))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.urn()).endsWith("::pool \"ü\" 😀");
              assertThat(finding.actual().doubleValue()).isEqualTo(2.5);
            });
  }
}
