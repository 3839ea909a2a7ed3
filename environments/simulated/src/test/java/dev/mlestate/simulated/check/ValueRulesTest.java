package dev.mlestate.simulated.check;

import static dev.mlestate.wire.PropertyValues.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.simulated.aws.AwsProfile;
import dev.mlestate.simulated.schema.ObjectDeclaration;
import dev.mlestate.simulated.schema.PropertyDeclaration;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.simulated.schema.SchemaFile;
import dev.mlestate.simulated.schema.ValueType;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueRulesTest {
  private static final Set<String> OF_MEMBERS =
      Set.of("conflicts", "exactlyOne", "atLeastOne", "needs");
  private static final ValueRules AWS = ValueRules.of(AwsProfile.class, "value-rules.tsv");

  private static List<String> failures(String token, Obj inputs) {
    return AWS.check(token, inputs).stream()
        .map(failure -> failure.property() + ": " + failure.reason())
        .toList();
  }

  @Test
  void membersThatExcludeEachOtherConflict() {
    String rule = "aws:ec2/securityGroupRule:SecurityGroupRule";
    Obj known = object("self", true, "cidrBlocks", List.of("10.0.0.0/8"), "type", "ingress");
    assertThat(failures(rule, known)).containsExactly("cidrBlocks: cidrBlocks conflicts with self");
    Obj half =
        object(
            "sourceSecurityGroupId", PropertyValues.UNKNOWN, "cidrBlocks", List.of("10.0.0.0/8"));
    assertThat(failures(rule, half))
        .containsExactly("cidrBlocks: cidrBlocks conflicts with sourceSecurityGroupId");
    assertThat(
            failures(
                rule,
                object(
                    "sourceSecurityGroupId", PropertyValues.UNKNOWN,
                    "cidrBlocks", PropertyValues.UNKNOWN)))
        .isEmpty();
    assertThat(failures(rule, PropertyValues.EMPTY)).singleElement().asString().contains("one of");
  }

  @Test
  void exactlyOneOfSeveralIsGiven() {
    String rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    String complaint =
        "cidrIpv4: exactly one of cidrIpv4, cidrIpv6, prefixListId, referencedSecurityGroupId must be given";
    assertThat(failures(rule, PropertyValues.EMPTY)).containsExactly(complaint);
    assertThat(failures(rule, object("cidrIpv4", "10.0.0.0/8", "prefixListId", "pl-1")))
        .containsExactly(complaint);
    assertThat(failures(rule, object("cidrIpv4", PropertyValues.UNKNOWN))).isEmpty();
    assertThat(
            failures(
                "aws:eks/nodeGroup:NodeGroup",
                object(
                    "updateConfig", object("maxUnavailable", 1, "maxUnavailablePercentage", 50))))
        .singleElement()
        .asString()
        .startsWith("updateConfig.maxUnavailable: exactly one of");
  }

  @Test
  void aMemberNeedsAnother() {
    assertThat(failures("aws:kms/key:Key", object("rotationPeriodInDays", 90)))
        .containsExactly("rotationPeriodInDays: rotationPeriodInDays needs enableKeyRotation");
    assertThat(
            failures(
                "aws:kms/key:Key", object("rotationPeriodInDays", 90, "enableKeyRotation", true)))
        .isEmpty();
  }

  @Test
  void listsHaveTheLengthThatTheProviderTakes() {
    assertThat(
            failures(
                "aws:mwaa/environment:Environment",
                object("networkConfiguration", object("subnetIds", List.of("subnet-1")))))
        .containsExactly(
            "networkConfiguration.subnetIds: it has 1 elements; it must have at least 2");
    assertThat(
            failures(
                "aws:sagemaker/model:Model",
                object(
                    "vpcConfig",
                    object("securityGroupIds", List.of("1", "2", "3", "4", "5", "6")))))
        .containsExactly("vpcConfig.securityGroupIds: it has 6 elements; it must have from 0 to 5");
  }

  /** What the real provider finds invalid in resources as this project makes them. */
  @Test
  void judgesTheServicesOfAnEstate() {
    assertThat(failures("aws:eks/nodeGroup:NodeGroup", object("amiType", "AL2023_x86_64_GPU")))
        .singleElement()
        .asString()
        .startsWith("amiType: \"AL2023_x86_64_GPU\" is not one of");
    assertThat(
            failures(
                "aws:budgets/budget:Budget",
                object(
                    "notifications",
                    List.of(object("comparisonOperator", "ABOVE", "threshold", 80)))))
        .singleElement()
        .asString()
        .startsWith("notifications[0].comparisonOperator: \"ABOVE\" is not one of");
    assertThat(
            failures(
                "aws:sagemaker/featureGroup:FeatureGroup",
                object(
                    "onlineStoreConfig", object("enableOnlineStore", true),
                    "featureDefinitions",
                        List.of(object("featureName", "user_id", "featureType", "Text")))))
        .singleElement()
        .asString()
        .startsWith("featureDefinitions[0].featureType: \"Text\" is not one of");
    assertThat(
            failures(
                "aws:sagemaker/featureGroup:FeatureGroup",
                object("roleArn", PropertyValues.UNKNOWN)))
        .containsExactly(
            "offlineStoreConfig: one of offlineStoreConfig, onlineStoreConfig must be given");
    assertThat(failures("aws:cloudtrail/trail:Trail", object("kmsKeyId", "alias/audit")))
        .containsExactly("kmsKeyId: \"alias/audit\" is not an ARN");
    assertThat(failures("aws:ecr/repository:Repository", object("imageTagMutability", "FIXED")))
        .singleElement()
        .asString()
        .contains("is not one of MUTABLE, IMMUTABLE");
    assertThat(
            failures(
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
                object("policyArn", "AmazonSageMakerFullAccess")))
        .containsExactly("policyArn: \"AmazonSageMakerFullAccess\" is not an ARN");
  }

  /** A rule of a misspelt property would never act. */
  @Test
  void everyRuleIsAboutADeclaredProperty() {
    Schema schema = SchemaFile.aws();
    List<String> undeclared = new ArrayList<>();
    for (List<String> row : DatedTable.rows(AwsProfile.class, "value-rules.tsv", 4)) {
      Optional<ResourceDeclaration> resource = schema.resource(row.get(0));
      boolean declared =
          resource.isPresent()
              && declared(schema, resource.get().inputs(), row.get(1), row.get(2), row.get(3));
      if (!declared) {
        undeclared.add(String.join(" ", row.subList(0, 3)) + " " + row.get(3));
      }
    }
    assertThat(undeclared).isEmpty();
  }

  private static boolean declared(
      Schema schema, ObjectDeclaration inputs, String property, String kind, String argument) {
    @Nullable ValueType type = null;
    @Nullable ObjectDeclaration at = inputs;
    if (!property.equals(".")) {
      for (String step : property.replace("[]", ".[]").split("\\.", -1)) {
        if (step.equals("[]")) {
          if (!(type instanceof ValueType.ListOf list)) {
            return false;
          }
          type = list.element();
        } else {
          PropertyDeclaration member = at == null ? null : at.members().get(step);
          if (member == null) {
            return false;
          }
          type = member.type();
        }
        at =
            type instanceof ValueType.Nested nested
                ? schema.object(nested.name()).orElse(null)
                : null;
      }
    }
    if (kind.equals("items")) {
      return type instanceof ValueType.ListOf;
    }
    if (OF_MEMBERS.contains(kind)) {
      return at != null && at.members().keySet().containsAll(List.of(argument.split(",", -1)));
    }
    return !(type instanceof ValueType.ListOf || type instanceof ValueType.Nested);
  }
}
