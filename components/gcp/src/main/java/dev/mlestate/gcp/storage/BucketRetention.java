package dev.mlestate.gcp.storage;

import com.pulumi.gcp.storage.inputs.BucketLifecycleRuleActionArgs;
import com.pulumi.gcp.storage.inputs.BucketLifecycleRuleArgs;
import com.pulumi.gcp.storage.inputs.BucketLifecycleRuleConditionArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * When objects go.
 *
 * @param noncurrentDays days after which a version that was replaced or deleted goes
 * @param expireDays days after which an object itself goes; empty: never
 */
public record BucketRetention(int noncurrentDays, OptionalInt expireDays) {
  /** Parts of an upload that nobody finished are paid for until they are removed. */
  private static final int ABANDONED_UPLOAD_DAYS = 7;

  /**
   * Nearline is the cheaper class from 30 days on, which is also its least stay (Cloud Storage
   * documentation, "Storage classes"; general knowledge, not read).
   */
  private static final int NEARLINE_DAYS = 30;

  public BucketRetention {
    if (Math.min(noncurrentDays, expireDays.orElse(1)) < 1) {
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

  List<BucketLifecycleRuleArgs> rules() {
    List<BucketLifecycleRuleArgs> rules = new ArrayList<>();
    rules.add(
        rule(
            BucketLifecycleRuleActionArgs.builder().type("AbortIncompleteMultipartUpload").build(),
            BucketLifecycleRuleConditionArgs.builder().age(ABANDONED_UPLOAD_DAYS)));
    rules.add(rule(delete(), noncurrentFor(noncurrentDays)));
    if (noncurrentDays >= 2 * NEARLINE_DAYS) {
      rules.add(
          rule(
              BucketLifecycleRuleActionArgs.builder()
                  .type("SetStorageClass")
                  .storageClass("NEARLINE")
                  .build(),
              noncurrentFor(NEARLINE_DAYS)));
    }
    expireDays.ifPresent(
        days ->
            rules.add(
                rule(
                    delete(),
                    BucketLifecycleRuleConditionArgs.builder().age(days).withState("LIVE"))));
    return rules;
  }

  private static BucketLifecycleRuleActionArgs delete() {
    return BucketLifecycleRuleActionArgs.builder().type("Delete").build();
  }

  private static BucketLifecycleRuleConditionArgs.Builder noncurrentFor(int days) {
    return BucketLifecycleRuleConditionArgs.builder()
        .daysSinceNoncurrentTime(days)
        .withState("ARCHIVED");
  }

  private static BucketLifecycleRuleArgs rule(
      BucketLifecycleRuleActionArgs action, BucketLifecycleRuleConditionArgs.Builder condition) {
    return BucketLifecycleRuleArgs.builder().action(action).condition(condition.build()).build();
  }
}
