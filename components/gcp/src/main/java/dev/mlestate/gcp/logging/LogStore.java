package dev.mlestate.gcp.logging;

import com.pulumi.core.Output;
import com.pulumi.gcp.logging.ProjectBucketConfig;
import com.pulumi.gcp.logging.ProjectBucketConfigArgs;
import com.pulumi.gcp.logging.ProjectSink;
import com.pulumi.gcp.logging.ProjectSinkArgs;
import com.pulumi.gcp.logging.inputs.ProjectBucketConfigCmekSettingsArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.gcp.encryption.EncryptionKeys;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.pulumi.Fingerprint;
import java.util.List;

/**
 * A log bucket of the project and the sink that fills it. A sink into a bucket of its own project
 * needs no grant (Cloud Logging documentation, "Route logs to supported destinations"; general
 * knowledge, not read). A deleted log bucket stays for seven days, in which its name is taken; the
 * name follows the key, and an environment that comes again has new keys. Without a key of its own
 * it cannot come again within these days.
 */
public final class LogStore {
  /** What a log bucket can keep (Cloud Logging documentation, "Quotas and limits"; not read). */
  private static final int MOST_RETENTION_DAYS = 3650;

  /** Cloud Logging documentation, "Configure log buckets" (general knowledge, not read). */
  private static final int LONGEST_NAME = 100;

  private final ProjectBucketConfig bucket;
  private final ProjectSink sink;

  /**
   * Registers both.
   *
   * @param filter of the entries that it keeps, in the Logging query language
   * @param retentionDays for which entries stay; more than 3650 counts as 3650
   * @param options of both
   */
  public LogStore(
      String name,
      GcpProject project,
      String filter,
      int retentionDays,
      EncryptionKeys keys,
      CustomResourceOptions options) {
    ProjectBucketConfigArgs.Builder args =
        ProjectBucketConfigArgs.builder()
            .project(project.id())
            .location(project.region())
            .description("Kept for " + retentionDays + " days: " + filter)
            .retentionDays(Math.min(MOST_RETENTION_DAYS, retentionDays));
    keys.id(KeyDomain.LOGS)
        .ifPresentOrElse(
            id ->
                args.bucketId(Fingerprint.name(LONGEST_NAME, name, List.of(id)))
                    .cmekSettings(
                        ProjectBucketConfigCmekSettingsArgs.builder().kmsKeyName(id).build()),
            () -> args.bucketId(name));
    List<Resource> grants = keys.grants(KeyDomain.LOGS);
    bucket =
        new ProjectBucketConfig(
            name,
            args.build(),
            CustomResourceOptions.merge(
                options, CustomResourceOptions.builder().dependsOn(grants).build()));
    sink =
        new ProjectSink(
            name,
            ProjectSinkArgs.builder()
                .name(name)
                .project(project.id())
                .destination(bucket.id().applyValue(id -> "logging.googleapis.com/" + id))
                .filter(filter)
                .uniqueWriterIdentity(true)
                .build(),
            options);
  }

  /** The bucket. */
  public ProjectBucketConfig bucket() {
    return bucket;
  }

  /** What fills it. */
  public ProjectSink sink() {
    return sink;
  }

  /** The bucket's resource name: projects/p/locations/r/buckets/b. */
  public Output<String> bucketName() {
    return bucket.id();
  }
}
