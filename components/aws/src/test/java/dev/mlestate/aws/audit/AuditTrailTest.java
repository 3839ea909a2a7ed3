package dev.mlestate.aws.audit;

import static dev.mlestate.aws.testing.RecordedStack.ACCOUNT;
import static dev.mlestate.aws.testing.RecordedStack.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.mlestate.aws.storage.SecureBucket;
import dev.mlestate.aws.testing.RecordedStack;
import dev.mlestate.model.Audit;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
  private static final String TRAIL = "aws:cloudtrail/trail:Trail";
  private static final String TRAIL_ARN =
      "arn:aws:cloudtrail:us-east-1:111122223333:trail/vision-dev-audit";
  private static final String BUCKET = "vision-dev-audit-111122223333-us-east-1";

  @Test
  void recordsEverythingEverywhereByDefault() {
    RecordedStack stack =
        RecordedStack.of(() -> AuditTrail.builder("vision-dev-audit").account(ACCOUNT).build());

    var trail = stack.one(TRAIL);
    assertThat(trail.inputs())
        .containsEntry("name", "vision-dev-audit")
        .containsEntry("s3BucketName", BUCKET)
        .containsEntry("isMultiRegionTrail", true)
        .containsEntry("includeGlobalServiceEvents", true)
        .containsEntry("enableLogFileValidation", true)
        .containsEntry("enableLogging", true);
    assertThat(trail.at("eventSelectors[0].includeManagementEvents")).isEqualTo(true);
    assertThat(trail.at("cloudWatchLogsGroupArn"))
        .isEqualTo("arn:aws:logs:us-east-1:111122223333:log-group:/mlestate/vision-dev-audit:*");
  }

  @Test
  void nobodyCanChangeIt() {
    RecordedStack stack =
        RecordedStack.of(
            () ->
                AuditTrail.builder("vision-dev-audit")
                    .account(ACCOUNT)
                    .audit(new Audit(2555, true))
                    .forceDestroy(true)
                    .tags(TAGS)
                    .build());

    var bucket = stack.one("aws:s3/bucketV2:BucketV2");
    assertThat(bucket.at("objectLockEnabled")).isEqualTo(true);
    // An immutable bucket cannot be emptied, whatever is asked for.
    assertThat(bucket.at("forceDestroy")).isEqualTo(false);
    var lock = stack.one("aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2");
    assertThat(lock.at("rule.defaultRetention.mode")).isEqualTo("COMPLIANCE");
    assertThat(lock.at("rule.defaultRetention.days")).isEqualTo(2555.0);
    assertThat(
            stack
                .one("aws:s3/bucketVersioningV2:BucketVersioningV2")
                .at("versioningConfiguration.status"))
        .isEqualTo("Enabled");
    assertThat(
            stack
                .one("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2")
                .at("rules[2].expiration.days"))
        .isEqualTo(2555.0);
    for (String type : List.of(TRAIL, "aws:kms/key:Key", "aws:cloudwatch/logGroup:LogGroup")) {
      assertThat(stack.one(type).at("tags").toString()).contains("data-classification");
    }
  }

  @Test
  void onlyThisTrailWritesAndUsesTheKey() {
    RecordedStack stack =
        RecordedStack.of(() -> AuditTrail.builder("vision-dev-audit").account(ACCOUNT).build());

    var bucketPolicy = stack.one("aws:s3/bucketPolicy:BucketPolicy");
    for (String sid : List.of("TrailReadsAcl", "TrailWrites")) {
      var statement = bucketPolicy.statement("policy", sid);
      assertThat(statement.at("/Principal/Service/0").asText())
          .isEqualTo("cloudtrail.amazonaws.com");
      assertThat(statement.at("/Condition/StringEquals/aws:SourceArn").asText())
          .isEqualTo(TRAIL_ARN);
    }
    assertThat(bucketPolicy.statement("policy", "TrailWrites").at("/Resource/0").asText())
        .isEqualTo("arn:aws:s3:::" + BUCKET + "/AWSLogs/111122223333/*");
    assertThat(bucketPolicy.statement("policy", "DenyWithoutTls")).isNotNull();

    var key = stack.one("aws:kms/key:Key");
    assertThat(key.at("enableKeyRotation")).isEqualTo(true);
    var encrypt = key.statement("policy", "EncryptTrail");
    assertThat(encrypt.at("/Condition/StringEquals/aws:SourceArn").asText()).isEqualTo(TRAIL_ARN);
    assertThat(
            encrypt
                .at("/Condition/StringEquals")
                .get("kms:EncryptionContext:aws:cloudtrail:arn")
                .asText())
        .isEqualTo(TRAIL_ARN);
    assertThat(stack.one(TRAIL).at("kmsKeyId"))
        .isEqualTo(
            stack
                .one(
                    "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2")
                .at("rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId"));
  }

  @Test
  void takesAllThatItCan() {
    RecordedStack stack =
        RecordedStack.of(
            () ->
                AuditTrail.builder("vision-dev-audit")
                    .account(ACCOUNT)
                    .audit(new Audit(30, false))
                    .forceDestroy(true)
                    .logRetentionDays(100)
                    .rotationDays(90)
                    .deletionWindowDays(7)
                    .accessLogs(Output.of("logs"))
                    .dataEvents(
                        List.of(SecureBucket.builder("vision-dev-raw").account(ACCOUNT).build()))
                    .tags(TAGS)
                    .build());

    assertThat(stack.one("aws:s3/bucketV2:BucketV2", "vision-dev-audit").at("forceDestroy"))
        .isEqualTo(true);
    assertThat(
            stack
                .one("aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2")
                .at("rule.defaultRetention.mode"))
        .isEqualTo("GOVERNANCE");
    assertThat(stack.one("aws:cloudwatch/logGroup:LogGroup").at("retentionInDays"))
        .isEqualTo(120.0);
    assertThat(stack.one("aws:kms/key:Key").inputs())
        .containsEntry("rotationPeriodInDays", 90.0)
        .containsEntry("deletionWindowInDays", 7.0);
    assertThat(stack.one(TRAIL).at("eventSelectors[0].dataResources[0].values"))
        .isEqualTo(List.of("arn:aws:s3:::vision-dev-raw-111122223333-us-east-1/"));
    assertThat(stack.one("aws:s3/bucketLoggingV2:BucketLoggingV2").at("targetBucket"))
        .isEqualTo("logs");
  }
}
