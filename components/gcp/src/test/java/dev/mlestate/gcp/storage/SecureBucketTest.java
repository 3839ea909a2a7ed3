package dev.mlestate.gcp.storage;

import static dev.mlestate.gcp.testing.Given.LABELS;
import static dev.mlestate.gcp.testing.Given.TAGS;
import static dev.mlestate.gcp.testing.Given.key;
import static dev.mlestate.gcp.testing.Given.keys;
import static dev.mlestate.gcp.testing.Given.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import dev.mlestate.gcp.testing.Given;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.testkit.recorded.Recorded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecureBucketTest {
  private static final String BUCKET = "gcp:storage/bucket:Bucket";

  @Test
  void isSecureWithoutBeingAsked() {
    Recorded bucket =
        Given.run(() -> SecureBucket.builder("vision-dev-raw").project(project()).build())
            .one(BUCKET);

    assertThat(bucket.at("name")).isEqualTo("vision-dev-raw-vision-dev-4821");
    assertThat(bucket.at("location")).isEqualTo("us-central1");
    assertThat(bucket.at("uniformBucketLevelAccess")).isEqualTo(true);
    assertThat(bucket.at("publicAccessPrevention")).isEqualTo("enforced");
    assertThat(bucket.at("versioning.enabled")).isEqualTo(true);
    assertThat(bucket.at("forceDestroy")).isEqualTo(false);
    assertThat(bucket.has("encryption")).isFalse();
    assertThat(bucket.has("retentionPolicy")).isFalse();
    assertThat(bucket.at("lifecycleRules[0].action.type"))
        .isEqualTo("AbortIncompleteMultipartUpload");
    assertThat(bucket.at("lifecycleRules[1].action.type")).isEqualTo("Delete");
    assertThat(bucket.at("lifecycleRules[1].condition"))
        .isEqualTo(Map.of("daysSinceNoncurrentTime", 90.0, "withState", "ARCHIVED"));
    assertThat(bucket.at("lifecycleRules[2].action"))
        .isEqualTo(Map.of("type", "SetStorageClass", "storageClass", "NEARLINE"));
  }

  @Test
  void takesAllThatItCan() {
    Recorded bucket =
        Given.run(
                () ->
                    SecureBucket.builder("vision-dev-raw")
                        .project(project())
                        .keys(keys())
                        .keyDomain(KeyDomain.LOGS)
                        .versioning(false)
                        .forceDestroy(true)
                        .retention(BucketRetention.everything(30))
                        .accessLogs(Output.of("logs"))
                        .tags(TAGS)
                        .build())
            .one(BUCKET);

    assertThat(bucket.at("encryption.defaultKmsKeyName")).isEqualTo(key(KeyDomain.LOGS));
    assertThat(bucket.at("versioning.enabled")).isEqualTo(false);
    assertThat(bucket.at("forceDestroy")).isEqualTo(true);
    assertThat(bucket.at("logging"))
        .isEqualTo(Map.of("logBucket", "logs", "logObjectPrefix", "vision-dev-raw"));
    assertThat(bucket.at("labels")).isEqualTo(LABELS);
    assertThat((List<?>) bucket.at("lifecycleRules")).hasSize(3);
    assertThat(bucket.at("lifecycleRules[2].condition"))
        .isEqualTo(Map.of("age", 30.0, "withState", "LIVE"));
  }

  @Test
  void aLockExcludesVersions() {
    Recorded bucket =
        Given.run(
                () ->
                    SecureBucket.builder("vision-dev-audit")
                        .project(project())
                        .lock(new BucketLock(90, true))
                        .build())
            .one(BUCKET);

    assertThat(bucket.at("retentionPolicy"))
        .isEqualTo(Map.of("retentionPeriod", 7776000.0, "isLocked", true));
    assertThat(bucket.at("versioning.enabled")).isEqualTo(false);
  }

  @Test
  void longNamesStayDifferentAndWithin63Characters() {
    String long1 = SecureBucket.bucketName("x".repeat(60) + "a", project());
    String long2 = SecureBucket.bucketName("x".repeat(60) + "b", project());

    assertThat(long1).hasSizeLessThanOrEqualTo(63).isNotEqualTo(long2);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> BucketRetention.noncurrent(0)).hasMessageContaining("at least a day");
    assertThatThrownBy(() -> BucketRetention.everything(0)).hasMessageContaining("at least a day");
    assertThatThrownBy(() -> new BucketLock(0, false)).hasMessageContaining("1 to 24855 days");
    assertThatThrownBy(() -> new BucketLock(24856, true)).hasMessageContaining("not 24856");
    assertThatThrownBy(() -> Given.run(() -> SecureBucket.builder("vision-dev-raw").build()))
        .hasStackTraceContaining(".project(…) is required");
  }
}
