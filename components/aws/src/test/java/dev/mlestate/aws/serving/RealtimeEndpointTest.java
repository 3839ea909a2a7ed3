package dev.mlestate.aws.serving;

import static dev.mlestate.aws.testing.RecordedStack.ACCOUNT;
import static dev.mlestate.aws.testing.RecordedStack.TAGS;
import static dev.mlestate.aws.testing.RecordedStack.keyArn;
import static dev.mlestate.aws.testing.RecordedStack.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import dev.mlestate.aws.registry.Registry;
import dev.mlestate.aws.storage.SecureBucket;
import dev.mlestate.aws.testing.RecordedStack;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.model.Replicas;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RealtimeEndpointTest {
  private static final String MODEL = "aws:sagemaker/model:Model";
  private static final String CONFIGURATION =
      "aws:sagemaker/endpointConfiguration:EndpointConfiguration";

  private static RecordedStack stack(UnaryOperator<RealtimeEndpoint.Builder> more) {
    return RecordedStack.of(
        () ->
            more.apply(
                    RealtimeEndpoint.builder("vision-dev-ranker")
                        .account(ACCOUNT)
                        .modelPackage(
                            Output.of(Registry.modelPackageArn(ACCOUNT, "vision-dev-ranker", 3)))
                        .artifacts(
                            SecureBucket.builder("vision-dev-models").account(ACCOUNT).build())
                        .machine("m5.large")
                        .network(
                            Output.of("vpc-0123456789abcdef0"),
                            Output.of(List.of("subnet-0a", "subnet-0b"))))
                .build());
  }

  @Test
  void serves() {
    RecordedStack stack = stack(builder -> builder);

    var endpoint = stack.one("aws:sagemaker/endpoint:Endpoint");
    var configuration = stack.one(CONFIGURATION);
    var model = stack.one(MODEL);
    assertThat(endpoint.at("name")).isEqualTo("vision-dev-ranker");
    assertThat(endpoint.at("endpointConfigName")).isEqualTo(configuration.at("name"));
    assertThat(configuration.at("productionVariants[0].modelName")).isEqualTo(model.at("name"));
    assertThat(configuration.at("productionVariants[0].instanceType")).isEqualTo("ml.m5.large");
    assertThat(configuration.at("productionVariants[0].initialInstanceCount")).isEqualTo(1.0);
    assertThat(configuration.has("dataCaptureConfig")).isFalse();
    assertThat(model.at("primaryContainer.modelPackageName"))
        .isEqualTo("arn:aws:sagemaker:us-east-1:111122223333:model-package/vision-dev-ranker/3");
    var target = stack.one("aws:appautoscaling/target:Target");
    assertThat(target.at("resourceId")).isEqualTo("endpoint/vision-dev-ranker/variant/primary");
    assertThat(target.at("minCapacity")).isEqualTo(1.0);
    assertThat(target.at("maxCapacity")).isEqualTo(2.0);
    var policy = stack.one("aws:appautoscaling/policy:Policy");
    assertThat(
            policy.at(
                "targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification"
                    + ".predefinedMetricType"))
        .isEqualTo("SageMakerVariantInvocationsPerInstance");
  }

  @Test
  void isIsolatedEncryptedAndOfTheAccountAlone() {
    RecordedStack stack = stack(builder -> builder.keys(keys()).capturePercent(20).tags(TAGS));

    var model = stack.one(MODEL);
    assertThat(model.at("enableNetworkIsolation")).isEqualTo(true);
    assertThat(model.at("vpcConfig.subnets")).isEqualTo(List.of("subnet-0a", "subnet-0b"));
    assertThat(model.at("vpcConfig.securityGroupIds"))
        .isEqualTo(List.of("sg-vision-dev-ranker-serving"));
    var configuration = stack.one(CONFIGURATION);
    assertThat(configuration.at("kmsKeyArn")).isEqualTo(keyArn(KeyDomain.COMPUTE));
    assertThat(configuration.at("dataCaptureConfig.kmsKeyId")).isEqualTo(keyArn(KeyDomain.DATA));
    assertThat(configuration.at("dataCaptureConfig.destinationS3Uri"))
        .isEqualTo("s3://vision-dev-models-111122223333-us-east-1/capture/vision-dev-ranker");
    assertThat(configuration.at("dataCaptureConfig.initialSamplingPercentage")).isEqualTo(20.0);
    var logGroup = stack.one("aws:cloudwatch/logGroup:LogGroup");
    assertThat(logGroup.at("kmsKeyId")).isEqualTo(keyArn(KeyDomain.LOGS));
    assertThat(logGroup.at("retentionInDays")).isEqualTo(365.0);
    assertThat(
            stack
                .one("aws:iam/role:Role")
                .statement("assumeRolePolicy", "Trust")
                .at("/Condition/StringEquals/aws:SourceAccount")
                .asText())
        .isEqualTo("111122223333");
    assertThat(stack.all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")).isEmpty();
    for (String type :
        List.of(
            MODEL,
            CONFIGURATION,
            "aws:sagemaker/endpoint:Endpoint",
            "aws:appautoscaling/target:Target",
            "aws:ec2/securityGroup:SecurityGroup")) {
      assertThat(stack.one(type).at("tags").toString()).contains("cost-center");
    }
  }

  @Test
  void namesNoKeyForInstancesThatEncryptTheirOwnDisks() {
    RecordedStack stack = stack(builder -> builder.keys(keys()).machine("g6.xlarge"));

    assertThat(stack.one(CONFIGURATION).has("kmsKeyArn")).isFalse();
  }

  @Test
  void takesAllThatItCan() {
    RecordedStack stack =
        stack(
            builder ->
                builder
                    .replicas(new Replicas(2, 10))
                    .requestsPerMinute(90)
                    .logRetentionDays(31)
                    .allowedKeys(keyArn(KeyDomain.DATA))
                    .machine("ml.g6.xlarge"));

    assertThat(stack.one(CONFIGURATION).at("productionVariants[0].instanceType"))
        .isEqualTo("ml.g6.xlarge");
    assertThat(stack.one(CONFIGURATION).at("productionVariants[0].initialInstanceCount"))
        .isEqualTo(2.0);
    assertThat(stack.one("aws:appautoscaling/target:Target").at("maxCapacity")).isEqualTo(10.0);
    assertThat(
            stack
                .one("aws:appautoscaling/policy:Policy")
                .at("targetTrackingScalingPolicyConfiguration.targetValue"))
        .isEqualTo(90.0);
    assertThat(stack.one("aws:cloudwatch/logGroup:LogGroup").at("retentionInDays")).isEqualTo(60.0);
    assertThat(stack.one("aws:iam/rolePolicy:RolePolicy").statement("policy", "UseKey").toString())
        .contains(keyArn(KeyDomain.DATA));
  }

  @Test
  void aReplacementStandsBesideItsPredecessorUnderAnotherName() {
    RecordedStack before = stack(builder -> builder);
    RecordedStack same = stack(builder -> builder);
    RecordedStack newer =
        stack(
            builder ->
                builder.modelPackage(
                    Output.of(Registry.modelPackageArn(ACCOUNT, "vision-dev-ranker", 4))));
    RecordedStack captured = stack(builder -> builder.capturePercent(5));

    assertThat(same.one(MODEL).at("name")).isEqualTo(before.one(MODEL).at("name"));
    assertThat(same.one(CONFIGURATION).at("name")).isEqualTo(before.one(CONFIGURATION).at("name"));
    assertThat(newer.one(MODEL).at("name")).isNotEqualTo(before.one(MODEL).at("name"));
    assertThat(newer.one(CONFIGURATION).at("name"))
        .isNotEqualTo(before.one(CONFIGURATION).at("name"));
    assertThat(captured.one(MODEL).at("name")).isEqualTo(before.one(MODEL).at("name"));
    assertThat(captured.one(CONFIGURATION).at("name"))
        .isNotEqualTo(before.one(CONFIGURATION).at("name"));
    assertThat(newer.one("aws:sagemaker/endpoint:Endpoint").at("name"))
        .isEqualTo(before.one("aws:sagemaker/endpoint:Endpoint").at("name"));
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(
            () ->
                RecordedStack.of(() -> RealtimeEndpoint.builder("ranker").account(ACCOUNT).build()))
        .hasStackTraceContaining("(…) is required");
  }
}
