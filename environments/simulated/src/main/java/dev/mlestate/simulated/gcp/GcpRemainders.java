package dev.mlestate.simulated.gcp;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.simulated.table.DatedTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What Google keeps of what is deleted, and what refuses to be.
 *
 * <p>Sources: hashicorp/terraform-provider-google issues 1214 and 7067 (key rings and keys: 409
 * after destroy; no adoption); cloud.google.com/storage/docs/soft-delete and
 * use-soft-deleted-buckets (seven days by default; the name is free at once);
 * GoogleCloudPlatform/cloud-foundation-fabric pull request 1898 (log buckets); all read 2026-11-24.
 * Workload identity pools: general knowledge, not read.
 */
final class GcpRemainders {
  private static final Map<String, String> REASONS =
      Map.of(
          "gcp:kms/keyRing:KeyRing", "never deleted by Cloud KMS",
          "gcp:kms/cryptoKey:CryptoKey", "never deleted by Cloud KMS, its versions are destroyed",
          "gcp:storage/bucket:Bucket", "soft-deleted, gone for good after seven days",
          "gcp:logging/projectBucketConfig:ProjectBucketConfig",
              "deleted by Cloud Logging after seven days",
          "gcp:iam/workloadIdentityPool:WorkloadIdentityPool", "deleted by IAM after thirty days");

  private static final Map<String, String> TAKEN =
      Map.of(
          "gcp:kms/keyRing:KeyRing",
              "Error creating KeyRing: googleapi: Error 409: KeyRing {id} already exists., alreadyExists",
          "gcp:kms/cryptoKey:CryptoKey",
              "Error creating CryptoKey: googleapi: Error 409: CryptoKey {id} already exists., alreadyExists",
          "gcp:logging/projectBucketConfig:ProjectBucketConfig",
              "Error updating Logging Bucket Config \"{id}\": googleapi: Error 400: Buckets must be in an ACTIVE state to be modified",
          "gcp:iam/workloadIdentityPool:WorkloadIdentityPool",
              "Error creating WorkloadIdentityPool: googleapi: Error 409: Requested entity already exists, alreadyExists ({id})");

  private record Protection(String property, String fallback) {}

  private static final Map<String, Protection> PROTECTED =
      DatedTable.rows(GcpRemainders.class, "protection.tsv", 3).stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.get(0), row -> new Protection(row.get(1), row.get(2))));

  private GcpRemainders() {}

  static Optional<String> reason(RecordedResource deleted) {
    boolean builtIn =
        deleted.id().endsWith("/buckets/_Default") || deleted.id().endsWith("/buckets/_Required");
    return builtIn
        ? Optional.of("kept by Cloud Logging in every project")
        : Optional.ofNullable(REASONS.get(deleted.type()));
  }

  static Optional<String> taken(RecordedResource remainder) {
    boolean builtIn =
        remainder.id().endsWith("/buckets/_Default")
            || remainder.id().endsWith("/buckets/_Required");
    return builtIn
        ? Optional.empty()
        : Optional.ofNullable(TAKEN.get(remainder.type()))
            .map(answer -> answer.replace("{id}", remainder.id()));
  }

  /**
   * Refuses to delete what is protected, or locked for good.
   *
   * @throws CloudException as the provider or the service refuses it
   */
  static void checkDeletable(RecordedResource target, List<RecordedResource> all) {
    Protection protection = PROTECTED.get(target.type());
    if (protection != null) {
      String flag = GcpIam.text(target.inputs(), protection.property());
      if ((flag.isEmpty() ? protection.fallback() : flag).equals("true")) {
        throw new CloudException(
            "cannot destroy %s without setting %s=false and running `up` first"
                .formatted(target.id(), protection.property()));
      }
    }
    if (target.type().equals("gcp:logging/projectBucketConfig:ProjectBucketConfig")
        && GcpIam.text(target.inputs(), "locked").equals("true")) {
      throw new CloudException(
          "googleapi: Error 400: the log bucket %s is locked and cannot be deleted, failedPrecondition"
              .formatted(target.id()));
    }
    if (target.type().equals("gcp:bigquery/dataset:Dataset")
        && !GcpIam.text(target.inputs(), "deleteContentsOnDestroy").equals("true")) {
      all.stream()
          .filter(each -> each.id().startsWith(target.id() + "/tables/"))
          .findFirst()
          .ifPresent(
              table -> {
                throw new CloudException(
                    "googleapi: Error 400: Dataset %s is still in use, resourceInUse (used by %s)"
                        .formatted(target.id(), table.id()));
              });
    }
  }
}
