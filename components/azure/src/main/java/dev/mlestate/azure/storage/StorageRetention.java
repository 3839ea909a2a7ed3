package dev.mlestate.azure.storage;

import com.pulumi.azurenative.storage.inputs.DateAfterCreationArgs;
import com.pulumi.azurenative.storage.inputs.DateAfterModificationArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyActionArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyBaseBlobArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyDefinitionArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyFilterArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyRuleArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicySnapShotArgs;
import com.pulumi.azurenative.storage.inputs.ManagementPolicyVersionArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * When blobs go.
 *
 * @param noncurrentDays days after which a version or snapshot of what was replaced or deleted goes
 * @param expireDays days after which a blob itself goes; empty: never
 */
public record StorageRetention(int noncurrentDays, OptionalInt expireDays) {
  /**
   * The longest that a deleted blob can be brought back (storage REST API, Set Blob Service
   * Properties; ARM type DeleteRetentionPolicy, read 2026-11-24).
   */
  private static final int LONGEST_SOFT_DELETE = 365;

  public StorageRetention {
    if (noncurrentDays < 1 || (expireDays.isPresent() && expireDays.getAsInt() < 1)) {
      throw new IllegalArgumentException("blobs are kept at least a day");
    }
  }

  /** Blobs stay; what was replaced or deleted goes after these days. */
  public static StorageRetention noncurrent(int days) {
    return new StorageRetention(days, OptionalInt.empty());
  }

  /** Blobs go after these days, and their versions a day later. */
  public static StorageRetention everything(int days) {
    return new StorageRetention(1, OptionalInt.of(days));
  }

  /** Days in which a deletion can be undone. */
  int softDeleteDays() {
    return Math.min(LONGEST_SOFT_DELETE, noncurrentDays);
  }

  /**
   * The rules.
   *
   * @param versions whether the account has versions; one with a hierarchical namespace has none
   */
  List<ManagementPolicyRuleArgs> rules(boolean versions) {
    List<ManagementPolicyRuleArgs> rules = new ArrayList<>();
    var old =
        ManagementPolicyActionArgs.builder()
            .snapshot(ManagementPolicySnapShotArgs.builder().delete(created()).build());
    if (versions) {
      old.version(ManagementPolicyVersionArgs.builder().delete(created()).build());
    }
    rules.add(rule("old-versions", old.build(), List.of("blockBlob")));
    if (expireDays.isPresent()) {
      rules.add(
          rule(
              "expiry",
              ManagementPolicyActionArgs.builder()
                  .baseBlob(
                      ManagementPolicyBaseBlobArgs.builder()
                          .delete(
                              DateAfterModificationArgs.builder()
                                  .daysAfterModificationGreaterThan((double) expireDays.getAsInt())
                                  .build())
                          .build())
                  .build(),
              // Logs are appended to.
              List.of("blockBlob", "appendBlob")));
    }
    return rules;
  }

  private DateAfterCreationArgs created() {
    return DateAfterCreationArgs.builder()
        .daysAfterCreationGreaterThan((double) noncurrentDays)
        .build();
  }

  private static ManagementPolicyRuleArgs rule(
      String name, ManagementPolicyActionArgs actions, List<String> blobTypes) {
    return ManagementPolicyRuleArgs.builder()
        .name(name)
        .type("Lifecycle")
        .enabled(true)
        .definition(
            ManagementPolicyDefinitionArgs.builder()
                .actions(actions)
                .filters(ManagementPolicyFilterArgs.builder().blobTypes(blobTypes).build())
                .build())
        .build();
  }
}
