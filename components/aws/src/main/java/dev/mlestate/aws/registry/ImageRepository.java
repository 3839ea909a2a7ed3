package dev.mlestate.aws.registry;

import com.pulumi.aws.ecr.LifecyclePolicy;
import com.pulumi.aws.ecr.LifecyclePolicyArgs;
import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.ecr.RepositoryArgs;
import com.pulumi.aws.ecr.RepositoryPolicy;
import com.pulumi.aws.ecr.RepositoryPolicyArgs;
import com.pulumi.aws.ecr.inputs.RepositoryEncryptionConfigurationArgs;
import com.pulumi.aws.ecr.inputs.RepositoryImageScanningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.PolicyDocument;
import dev.mlestate.aws.iam.Statement;
import dev.mlestate.pulumi.JsonDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A repository of images whose tags never move, for the account alone. */
public record ImageRepository(
    Repository repository, LifecyclePolicy lifecycle, RepositoryPolicy policy) {
  /** What nobody tagged is a layer of a newer build, or a mistake. */
  private static final int UNTAGGED_DAYS = 14;

  /**
   * What all repositories have in common.
   *
   * @param key ARN of the customer's key; empty: one that AWS manages
   * @param keep how many images stay
   * @param disposable whether deleting a repository deletes its images
   */
  record Settings(
      AwsAccount account,
      Optional<Output<String>> key,
      boolean scanOnPush,
      int keep,
      boolean disposable,
      Map<String, String> tags) {}

  static ImageRepository create(
      String name, String repositoryName, Settings settings, CustomResourceOptions options) {
    var encryption = RepositoryEncryptionConfigurationArgs.builder().encryptionType("KMS");
    settings.key().ifPresent(encryption::kmsKey);
    Repository repository =
        new Repository(
            name,
            RepositoryArgs.builder()
                .name(repositoryName)
                .imageTagMutability("IMMUTABLE")
                .imageScanningConfiguration(
                    RepositoryImageScanningConfigurationArgs.builder()
                        .scanOnPush(settings.scanOnPush())
                        .build())
                .encryptionConfigurations(encryption.build())
                .forceDelete(settings.disposable())
                .tags(settings.tags())
                .build(),
            options);
    return new ImageRepository(
        repository,
        new LifecyclePolicy(
            name,
            LifecyclePolicyArgs.builder()
                .repository(repository.name())
                .policy(lifecycle(settings.keep()))
                .build(),
            options),
        new RepositoryPolicy(
            name,
            RepositoryPolicyArgs.builder()
                .repository(repository.name())
                .policy(accountAlone(settings.account()).json())
                .build(),
            options));
  }

  private static Output<String> lifecycle(int keep) {
    return JsonDocument.of(
        Map.of(
            "rules",
            List.of(
                Map.of(
                    "rulePriority",
                    1,
                    "description",
                    "Untagged images go after " + UNTAGGED_DAYS + " days",
                    "selection",
                    Map.of(
                        "tagStatus",
                        "untagged",
                        "countType",
                        "sinceImagePushed",
                        "countUnit",
                        "days",
                        "countNumber",
                        UNTAGGED_DAYS),
                    "action",
                    Map.of("type", "expire")),
                Map.of(
                    "rulePriority",
                    2,
                    "description",
                    "The newest " + keep + " images stay",
                    "selection",
                    Map.of(
                        "tagStatus", "any", "countType", "imageCountMoreThan", "countNumber", keep),
                    "action",
                    Map.of("type", "expire")))));
  }

  /** Services have no account of their own; the account's policies say whom they serve. */
  private static PolicyDocument accountAlone(AwsAccount account) {
    return PolicyDocument.of(
        Statement.deny("DenyOtherAccounts")
            .everybody()
            .actions("ecr:*")
            .condition("StringNotEquals", "aws:PrincipalAccount", account.id())
            .condition("Bool", "aws:PrincipalIsAWSService", "false"));
  }
}
