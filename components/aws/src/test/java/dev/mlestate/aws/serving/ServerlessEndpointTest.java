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
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerlessEndpointTest {
  private static final String CONFIGURATION =
      "aws:sagemaker/endpointConfiguration:EndpointConfiguration";

  private static RecordedStack stack(UnaryOperator<ServerlessEndpoint.Builder> more) {
    return RecordedStack.of(
        () ->
            more.apply(
                    ServerlessEndpoint.builder("vision-dev-tagger")
                        .account(ACCOUNT)
                        .modelPackage(
                            Output.of(Registry.modelPackageArn(ACCOUNT, "vision-dev-tagger", 1)))
                        .artifacts(
                            SecureBucket.builder("vision-dev-models").account(ACCOUNT).build()))
                .build());
  }

  @Test
  void servesWithoutInstances() {
    RecordedStack stack = stack(builder -> builder);

    var configuration = stack.one(CONFIGURATION);
    assertThat(configuration.at("productionVariants[0].serverlessConfig.memorySizeInMb"))
        .isEqualTo(2048.0);
    assertThat(configuration.at("productionVariants[0].serverlessConfig.maxConcurrency"))
        .isEqualTo(10.0);
    assertThat(stack.one("aws:sagemaker/endpoint:Endpoint").at("endpointConfigName"))
        .isEqualTo(configuration.at("name"));
    assertThat(stack.all("aws:appautoscaling/target:Target")).isEmpty();
  }

  @Test
  void asksForNothingThatServerlessLacks() {
    RecordedStack stack = stack(builder -> builder.keys(keys()).tags(TAGS));

    var model = stack.one("aws:sagemaker/model:Model");
    assertThat(model.has("vpcConfig")).isFalse();
    assertThat(model.has("enableNetworkIsolation")).isFalse();
    assertThat(stack.one(CONFIGURATION).has("kmsKeyArn")).isFalse();
    assertThat(stack.one(CONFIGURATION).has("dataCaptureConfig")).isFalse();
    assertThat(stack.one("aws:cloudwatch/logGroup:LogGroup").at("kmsKeyId"))
        .isEqualTo(keyArn(KeyDomain.LOGS));
    assertThat(stack.one("aws:iam/rolePolicy:RolePolicy").at("policy").toString())
        .doesNotContain("ec2:", "s3:PutObject");
  }

  @Test
  void takesAllThatItCan() {
    RecordedStack stack = stack(builder -> builder.memoryMib(6144).maxConcurrency(200));

    assertThat(stack.one(CONFIGURATION).at("productionVariants[0].serverlessConfig.memorySizeInMb"))
        .isEqualTo(6144.0);
    assertThat(stack.one(CONFIGURATION).at("name"))
        .isNotEqualTo(stack(builder -> builder).one(CONFIGURATION).at("name"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 512, 1500, 7168})
  void refusesOtherSizes(int memoryMib) {
    assertThatThrownBy(() -> ServerlessEndpoint.builder("x").memoryMib(memoryMib))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(memoryMib));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 201})
  void refusesOtherConcurrencies(int concurrency) {
    assertThatThrownBy(() -> ServerlessEndpoint.builder("x").maxConcurrency(concurrency))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(concurrency));
  }
}
