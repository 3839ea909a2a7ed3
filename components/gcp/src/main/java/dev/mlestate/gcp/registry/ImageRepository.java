package dev.mlestate.gcp.registry;

import com.pulumi.core.Output;
import com.pulumi.gcp.artifactregistry.Repository;
import com.pulumi.gcp.artifactregistry.RepositoryArgs;
import com.pulumi.gcp.artifactregistry.inputs.RepositoryCleanupPolicyArgs;
import com.pulumi.gcp.artifactregistry.inputs.RepositoryCleanupPolicyConditionArgs;
import com.pulumi.gcp.artifactregistry.inputs.RepositoryCleanupPolicyMostRecentVersionsArgs;
import com.pulumi.gcp.artifactregistry.inputs.RepositoryDockerConfigArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.gcp.project.GcpProject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A repository of images whose tags never move. */
final class ImageRepository {
  /** What nobody tagged is a layer of a newer build, or a mistake. */
  private static final int UNTAGGED_DAYS = 14;

  private ImageRepository() {}

  /**
   * Registers the repository.
   *
   * @param key id of the customer's key; empty: one that Google manages
   * @param keep how many of the newest images stay, whether tagged or not
   */
  static Repository create(
      String name,
      GcpProject project,
      Optional<Output<String>> key,
      int keep,
      Map<String, String> labels,
      CustomResourceOptions options) {
    var args =
        RepositoryArgs.builder()
            .repositoryId(name)
            .location(project.region())
            .format("DOCKER")
            .mode("STANDARD_REPOSITORY")
            .description("Images of " + name)
            .dockerConfig(RepositoryDockerConfigArgs.builder().immutableTags(true).build())
            .cleanupPolicyDryRun(false)
            .cleanupPolicies(cleanup(keep))
            .labels(labels);
    key.ifPresent(args::kmsKeyName);
    return new Repository(name, args.build(), options);
  }

  private static List<RepositoryCleanupPolicyArgs> cleanup(int keep) {
    return List.of(
        RepositoryCleanupPolicyArgs.builder()
            .id("delete-untagged")
            .action("DELETE")
            .condition(
                RepositoryCleanupPolicyConditionArgs.builder()
                    .tagState("UNTAGGED")
                    .olderThan(Duration.ofDays(UNTAGGED_DAYS).toSeconds() + "s")
                    .build())
            .build(),
        RepositoryCleanupPolicyArgs.builder()
            .id("keep-newest")
            .action("KEEP")
            .mostRecentVersions(
                RepositoryCleanupPolicyMostRecentVersionsArgs.builder().keepCount(keep).build())
            .build());
  }
}
