package dev.mlestate.aws.storage;

import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionTransitionArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * When objects go.
 *
 * @param noncurrentDays days after which a version that was replaced or deleted expires
 * @param expireDays days after which an object itself expires; empty: never
 */
public record BucketRetention(int noncurrentDays, OptionalInt expireDays) {
  /** Parts of an upload that nobody finished are paid for until they are removed. */
  private static final int ABANDONED_UPLOAD_DAYS = 7;

  /**
   * Infrequent access is the cheaper class from 30 days on, which is also its least stay (Amazon S3
   * User Guide, "Transitioning objects"; general knowledge, not read).
   */
  private static final int INFREQUENT_DAYS = 30;

  public BucketRetention {
    if (noncurrentDays < 1 || (expireDays.isPresent() && expireDays.getAsInt() < 1)) {
      throw new IllegalArgumentException("objects are kept at least a day");
    }
  }

  /** Objects stay; replaced and deleted versions go after these days. */
  public static BucketRetention noncurrent(int days) {
    return new BucketRetention(days, OptionalInt.empty());
  }

  /** Objects go after these days, and their versions a day later. */
  public static BucketRetention everything(int days) {
    return new BucketRetention(1, OptionalInt.of(days));
  }

  List<BucketLifecycleConfigurationV2RuleArgs> rules() {
    List<BucketLifecycleConfigurationV2RuleArgs> rules = new ArrayList<>();
    rules.add(
        rule("abandoned-uploads")
            .abortIncompleteMultipartUpload(
                BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs.builder()
                    .daysAfterInitiation(ABANDONED_UPLOAD_DAYS)
                    .build())
            .build());
    var versions =
        rule("old-versions")
            .noncurrentVersionExpiration(
                BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                    .noncurrentDays(noncurrentDays)
                    .build());
    if (noncurrentDays >= 2 * INFREQUENT_DAYS) {
      versions.noncurrentVersionTransitions(
          BucketLifecycleConfigurationV2RuleNoncurrentVersionTransitionArgs.builder()
              .noncurrentDays(INFREQUENT_DAYS)
              .storageClass("STANDARD_IA")
              .build());
    }
    rules.add(versions.build());
    if (expireDays.isPresent()) {
      rules.add(
          rule("expiry")
              .expiration(
                  BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                      .days(expireDays.getAsInt())
                      .build())
              .build());
    }
    return rules;
  }

  private static BucketLifecycleConfigurationV2RuleArgs.Builder rule(String id) {
    return BucketLifecycleConfigurationV2RuleArgs.builder()
        .id(id)
        .status("Enabled")
        .filter(BucketLifecycleConfigurationV2RuleFilterArgs.builder().prefix("").build());
  }
}
