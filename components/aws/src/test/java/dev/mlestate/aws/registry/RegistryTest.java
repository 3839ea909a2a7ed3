package dev.mlestate.aws.registry;

import static dev.mlestate.aws.testing.RecordedStack.ACCOUNT;
import static dev.mlestate.aws.testing.RecordedStack.TAGS;
import static dev.mlestate.aws.testing.RecordedStack.keyArn;
import static dev.mlestate.aws.testing.RecordedStack.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import dev.mlestate.aws.testing.RecordedStack;
import dev.mlestate.model.KeyDomain;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryTest {
  private static final String REPOSITORY = "aws:ecr/repository:Repository";

  @Test
  void anEmptyRegistryStillHasItsBucket() {
    RecordedStack stack =
        RecordedStack.of(() -> Registry.builder("vision-dev").account(ACCOUNT).build());

    assertThat(stack.one("aws:s3/bucketV2:BucketV2").at("bucket"))
        .isEqualTo("vision-dev-model-artifacts-111122223333-us-east-1");
    assertThat(stack.all(REPOSITORY)).isEmpty();
  }

  @Test
  void imagesNeverMoveAreScannedEncryptedAndKept() {
    RecordedStack stack =
        RecordedStack.of(
            () ->
                Registry.builder("vision-dev")
                    .account(ACCOUNT)
                    .keys(keys())
                    .images(List.of("training"))
                    .tags(TAGS)
                    .build());

    var repository = stack.one(REPOSITORY);
    assertThat(repository.at("name")).isEqualTo("vision-dev/training");
    assertThat(repository.at("imageTagMutability")).isEqualTo("IMMUTABLE");
    assertThat(repository.at("imageScanningConfiguration.scanOnPush")).isEqualTo(true);
    assertThat(repository.at("encryptionConfigurations[0].encryptionType")).isEqualTo("KMS");
    assertThat(repository.at("encryptionConfigurations[0].kmsKey"))
        .isEqualTo(keyArn(KeyDomain.DATA));
    assertThat(repository.at("forceDelete")).isEqualTo(false);
    assertThat(repository.at("tags")).isEqualTo(TAGS);
    var deny =
        stack
            .one("aws:ecr/repositoryPolicy:RepositoryPolicy")
            .statement("policy", "DenyOtherAccounts");
    assertThat(deny.at("/Effect").asText()).isEqualTo("Deny");
    assertThat(deny.at("/Condition/StringNotEquals/aws:PrincipalAccount").asText())
        .isEqualTo("111122223333");
  }

  @Test
  void takesAllThatItCan() {
    RecordedStack stack =
        RecordedStack.of(
            () -> {
              Registry registry =
                  Registry.builder("vision-dev")
                      .account(ACCOUNT)
                      .keys(keys())
                      .allowedKeys(keyArn(KeyDomain.DATA))
                      .registry(
                          new dev.mlestate.model.Registry(
                              List.of("ranker", "tagger"), List.of("a", "b"), false))
                      .accessLogs(Output.of("logs"))
                      .disposable(true)
                      .keepImages(7)
                      .retentionDays(30)
                      .tags(TAGS)
                      .build();
              assertThat(registry.images()).containsOnlyKeys("a", "b");
              assertThatThrownBy(() -> registry.modelPackage("other", 1))
                  .isInstanceOf(IllegalArgumentException.class)
                  .hasMessageContaining("other");
            });

    assertThat(stack.all("aws:sagemaker/modelPackageGroup:ModelPackageGroup"))
        .extracting(group -> group.at("modelPackageGroupName"))
        .containsExactly("vision-dev-ranker", "vision-dev-tagger");
    assertThat(stack.all(REPOSITORY))
        .hasSize(2)
        .allMatch(repository -> repository.at("forceDelete").equals(true))
        .allMatch(
            repository -> repository.at("imageScanningConfiguration.scanOnPush").equals(false));
    assertThat(
            stack
                .one("aws:ecr/lifecyclePolicy:LifecyclePolicy", "vision-dev-a")
                .json("policy")
                .at("/rules/1/selection/countNumber")
                .asInt())
        .isEqualTo(7);
    assertThat(stack.one("aws:s3/bucketLoggingV2:BucketLoggingV2").at("targetBucket"))
        .isEqualTo("logs");
  }

  @Test
  void aVersionHasAnArn() {
    assertThat(Registry.modelPackageArn(ACCOUNT, "vision-dev-ranker", 3))
        .isEqualTo("arn:aws:sagemaker:us-east-1:111122223333:model-package/vision-dev-ranker/3");
  }
}
