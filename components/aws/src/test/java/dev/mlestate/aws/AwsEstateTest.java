package dev.mlestate.aws;

import static dev.mlestate.aws.testing.RecordedStack.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.aws.testing.Recorded;
import dev.mlestate.aws.testing.RecordedStack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsEstateTest {
  /** Each environment is realised once. */
  private static final Map<String, RecordedStack> RECORDED = new ConcurrentHashMap<>();

  private static final String NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
  private static final String LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

  @ParameterizedTest
  @ValueSource(strings = {"dev-aws", "staging-aws", "prod-aws"})
  void everyResourceHasANameOfItsOwnAndTheEstatesProvider(String stack) {
    RecordedStack resources = estate(stack);

    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (Recorded resource : resources.resources()) {
      if (!seen.add(resource.type() + "::" + resource.name())) {
        twice.add(resource.type() + "::" + resource.name());
      }
    }
    assertThat(twice).isEmpty();
    assertThat(resources.resources())
        .filteredOn(resource -> resource.type().startsWith("aws:"))
        .hasSizeGreaterThan(80)
        .allSatisfy(
            resource -> assertThat(resource.provider()).contains("pulumi:providers:aws::vision-"));
    assertThat(resources.resources())
        .filteredOn(resource -> resource.type().startsWith("kubernetes:"))
        .allSatisfy(
            resource ->
                assertThat(resource.provider()).contains("pulumi:providers:kubernetes::vision-"));
  }

  @Test
  void theProviderRefusesOtherAccounts() {
    Recorded provider = estate("prod-aws").one("pulumi:providers:aws", "vision-prod");

    assertThat(provider.inputs().get("allowedAccountIds")).asString().contains("111122223333");
    assertThat(provider.at("region")).isEqualTo("us-east-1");
  }

  @Test
  void whatTakesTagsCarriesOwnerTeamAndCostCentre() {
    RecordedStack resources = estate("prod-aws");

    assertThat(resources.resources())
        .filteredOn(resource -> resource.inputs().get("tags") instanceof Map<?, ?>)
        .hasSizeGreaterThan(60)
        .allSatisfy(
            resource ->
                assertThat(((Map<?, ?>) resource.at("tags")).keySet().toString())
                    .contains("owner", "team", "cost-center", "environment")
                    .contains("data-classification", "estate"));
    assertThat(resources.one(NODE_GROUP, "vision-prod-train-h100-spot").at("tags.cost-center"))
        .isEqualTo("ml-2001");
  }

  @Test
  void clustersArePrivateEncryptedAndLogged() {
    RecordedStack resources = estate("prod-aws");
    Recorded cluster = resources.one("aws:eks/cluster:Cluster", "vision-prod-train");

    assertThat(cluster.at("vpcConfig.endpointPublicAccess")).isEqualTo(false);
    assertThat(cluster.at("vpcConfig.endpointPrivateAccess")).isEqualTo(true);
    assertThat(cluster.at("encryptionConfig.resources")).isEqualTo(List.of("secrets"));
    assertThat((List<?>) cluster.at("enabledClusterLogTypes")).hasSize(5);
    assertThat(cluster.at("accessConfig.authenticationMode")).isEqualTo("API");
    assertThat(resources.all(INGRESS))
        .extracting(rule -> String.valueOf(rule.inputs().get("cidrIpv4")))
        .doesNotContain("0.0.0.0/0")
        .contains("192.168.10.0/24");
  }

  @Test
  void launchTemplatesAskForTokensAndEncryptVolumes() {
    assertThat(estate("prod-aws").all(LAUNCH_TEMPLATE))
        .hasSize(5)
        .allSatisfy(
            template -> {
              assertThat(template.at("metadataOptions.httpTokens")).isEqualTo("required");
              assertThat(template.at("metadataOptions.httpPutResponseHopLimit")).hasToString("1.0");
              assertThat(template.at("blockDeviceMappings[0].ebs.encrypted")).isEqualTo("true");
              assertThat(template.at("blockDeviceMappings[0].ebs.kmsKeyId"))
                  .isEqualTo(ACCOUNT.arn("kms", "key/vision-prod-compute"));
              assertThat(template.inputs()).doesNotContainKey("imageId");
            });
  }

  @Test
  void efaTrafficIsAllowedInBothDirectionsAndOnEveryCard() {
    RecordedStack resources = estate("prod-aws");
    String group = "sg-vision-prod-fabric";

    for (String type : List.of(INGRESS, EGRESS)) {
      Recorded rule = resources.one(type, "vision-prod-fabric");
      assertThat(rule.at("securityGroupId")).isEqualTo(group);
      assertThat(rule.at("referencedSecurityGroupId")).isEqualTo(group);
      assertThat(rule.at("ipProtocol")).isEqualTo("-1");
    }
    List<?> interfaces =
        (List<?>)
            resources.one(LAUNCH_TEMPLATE, "vision-prod-train-h100-spot").at("networkInterfaces");
    assertThat(interfaces).hasSize(32);
    assertThat(IntStream.range(0, 32).mapToObj(card -> type(interfaces.get(card))))
        .startsWith("efa", "efa-only")
        .filteredOn("efa"::equals)
        .hasSize(1);
  }

  @Test
  void eachCapacityOptionIsAGroupTriedInItsOrder() {
    RecordedStack resources = estate("prod-aws");

    assertThat(capacityType(resources, "reservation")).isEqualTo("ON_DEMAND");
    assertThat(capacityType(resources, "spot")).isEqualTo("SPOT");
    assertThat(capacityType(resources, "on-demand")).isEqualTo("ON_DEMAND");
    Recorded reserved = resources.one(LAUNCH_TEMPLATE, "vision-prod-train-h100-reservation");
    assertThat(
            reserved.at(
                "capacityReservationSpecification.capacityReservationTarget.capacityReservationId"))
        .isEqualTo("cr-0123456789abcdef0");
    assertThat(reserved.inputs()).doesNotContainKey("placement");
    assertThat(resources.one(LAUNCH_TEMPLATE, "vision-prod-train-h100-spot").inputs())
        .containsKey("placement");
    String priorities =
        String.valueOf(
            resources
                .one("kubernetes:core/v1:ConfigMap", "vision-prod-train-autoscaler")
                .at("data.priorities"));
    assertThat(priorities.indexOf("eks-h100-reservation-"))
        .isPositive()
        .isLessThan(priorities.indexOf("eks-h100-spot-"));
    assertThat(priorities.indexOf("eks-h100-spot-"))
        .isLessThan(priorities.indexOf("eks-h100-on-demand-"));
  }

  private static Object capacityType(RecordedStack resources, String option) {
    return resources.one(NODE_GROUP, "vision-prod-train-h100-" + option).at("capacityType");
  }

  private static String type(Object networkInterface) {
    return String.valueOf(((Map<?, ?>) networkInterface).get("interfaceType"));
  }

  private static RecordedStack estate(String stack) {
    return RECORDED.computeIfAbsent(
        stack,
        name ->
            RecordedStack.of(
                context -> new AwsEstate().realize(Estates.plan(name)).forEach(context::export)));
  }
}
