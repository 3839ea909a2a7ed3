package dev.mlestate.aws.storage;

import static dev.mlestate.aws.testing.RecordedStack.ACCOUNT;
import static dev.mlestate.aws.testing.RecordedStack.TAGS;
import static dev.mlestate.aws.testing.RecordedStack.keyArn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.testing.RecordedStack;
import dev.mlestate.model.KeyDomain;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecureBucketTest {
  private static final String NAME = "vision-dev-raw-111122223333-us-east-1";

  @Test
  void isLockedDownWithoutBeingAsked() {
    RecordedStack stack =
        RecordedStack.of(() -> SecureBucket.builder("vision-dev-raw").account(ACCOUNT).build());

    var bucket = stack.one("aws:s3/bucketV2:BucketV2");
    assertThat(bucket.at("bucket")).isEqualTo(NAME);
    assertThat(bucket.at("forceDestroy")).isEqualTo(false);
    var access = stack.one("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
    assertThat(access.inputs())
        .containsEntry("bucket", NAME)
        .containsEntry("blockPublicAcls", true)
        .containsEntry("blockPublicPolicy", true)
        .containsEntry("ignorePublicAcls", true)
        .containsEntry("restrictPublicBuckets", true);
    assertThat(
            stack
                .one("aws:s3/bucketOwnershipControls:BucketOwnershipControls")
                .at("rule.objectOwnership"))
        .isEqualTo("BucketOwnerEnforced");
    assertThat(
            stack
                .one("aws:s3/bucketVersioningV2:BucketVersioningV2")
                .at("versioningConfiguration.status"))
        .isEqualTo("Enabled");
    var encryption =
        stack.one(
            "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2");
    assertThat(encryption.at("rules[0].applyServerSideEncryptionByDefault.sseAlgorithm"))
        .isEqualTo("aws:kms");
    assertThat(encryption.at("rules[0].bucketKeyEnabled")).isEqualTo(true);
    assertThat(stack.all("aws:s3/bucketLoggingV2:BucketLoggingV2")).isEmpty();
    assertThat(stack.all("aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2"))
        .isEmpty();
  }

  @Test
  void deniesWhatIsNotTls12() {
    RecordedStack stack =
        RecordedStack.of(() -> SecureBucket.builder("vision-dev-raw").account(ACCOUNT).build());

    var policy = stack.one("aws:s3/bucketPolicy:BucketPolicy");
    var tls = policy.statement("policy", "DenyWithoutTls");
    assertThat(tls.at("/Effect").asText()).isEqualTo("Deny");
    assertThat(tls.at("/Principal").asText()).isEqualTo("*");
    assertThat(tls.at("/Action/0").asText()).isEqualTo("s3:*");
    assertThat(tls.at("/Resource"))
        .extracting(node -> node.asText())
        .containsExactly("arn:aws:s3:::" + NAME, "arn:aws:s3:::" + NAME + "/*");
    assertThat(tls.at("/Condition/Bool/aws:SecureTransport").asText()).isEqualTo("false");
    assertThat(
            policy
                .statement("policy", "DenyOldTls")
                .at("/Condition/NumericLessThan/s3:TlsVersion")
                .asText())
        .isEqualTo("1.2");
  }

  @Test
  void takesAllThatItCan() {
    RecordedStack stack =
        RecordedStack.of(
            () ->
                SecureBucket.builder("vision-dev-raw")
                    .account(ACCOUNT)
                    .encryption(
                        BucketEncryption.of(
                            Optional.of(Output.of(keyArn(KeyDomain.DATA))), ACCOUNT))
                    .versioning(false)
                    .forceDestroy(true)
                    .retention(BucketRetention.everything(10))
                    .objectLock(new ObjectLock(ObjectLock.Mode.GOVERNANCE, 10))
                    .accessLogs(Output.of("logs"))
                    .tags(TAGS)
                    .build());

    assertThat(stack.one("aws:s3/bucketV2:BucketV2").inputs())
        .containsEntry("tags", TAGS)
        .containsEntry("forceDestroy", true)
        .containsEntry("objectLockEnabled", true);
    assertThat(
            stack
                .one("aws:s3/bucketVersioningV2:BucketVersioningV2")
                .at("versioningConfiguration.status"))
        .isEqualTo("Suspended");
    assertThat(
            stack
                .one(
                    "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2")
                .at("rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId"))
        .isEqualTo(keyArn(KeyDomain.DATA));
    var lock = stack.one("aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2");
    assertThat(lock.at("rule.defaultRetention.mode")).isEqualTo("GOVERNANCE");
    assertThat(lock.at("rule.defaultRetention.days")).isEqualTo(10.0);
    var logging = stack.one("aws:s3/bucketLoggingV2:BucketLoggingV2");
    assertThat(logging.at("targetBucket")).isEqualTo("logs");
    assertThat(logging.at("targetPrefix")).isEqualTo("vision-dev-raw/");
    var lifecycle =
        stack.one("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2");
    assertThat(lifecycle.at("rules[1].noncurrentVersionExpiration.noncurrentDays")).isEqualTo(1.0);
    assertThat(lifecycle.at("rules[2].expiration.days")).isEqualTo(10.0);
  }

  @Test
  void deniesOtherKeysWithoutDenyingWritersWhoNameNone() {
    RecordedStack stack =
        RecordedStack.of(
            () ->
                SecureBucket.builder("vision-dev-raw")
                    .account(ACCOUNT)
                    .encryption(
                        BucketEncryption.of(
                            Optional.of(Output.of(keyArn(KeyDomain.DATA))), ACCOUNT))
                    .build());

    var policy = stack.one("aws:s3/bucketPolicy:BucketPolicy");
    String header = "s3:x-amz-server-side-encryption";
    for (String sid : new String[] {"DenyOtherEncryption", "DenyOtherKeys"}) {
      var conditions = policy.statement("policy", sid).get("Condition");
      // A negated condition alone also matches a request without the header.
      conditions
          .fieldNames()
          .forEachRemaining(
              operator ->
                  conditions
                      .get(operator)
                      .fieldNames()
                      .forEachRemaining(
                          key ->
                              assertThat(conditions.get("Null").get(key).asText())
                                  .isEqualTo("false")));
    }
    assertThat(
            policy
                .statement("policy", "DenyOtherKeys")
                .at("/Condition/ArnNotLike")
                .get(header + "-aws-kms-key-id")
                .asText())
        .isEqualTo("arn:aws:kms:us-east-1:111122223333:key/*");
  }

  @Test
  void keepsOldVersionsAndMovesThemToACheaperClass() {
    var rules = BucketRetention.noncurrent(400).rules();

    assertThat(rules).hasSize(2);
    assertThat(BucketRetention.noncurrent(59).rules().get(1).noncurrentVersionTransitions())
        .isEmpty();
    assertThat(rules.get(1).noncurrentVersionTransitions()).isPresent();
  }

  @Test
  void namesHaveAtMost63Characters() {
    String shortest = SecureBucket.bucketName("vision-dev-raw", ACCOUNT);
    String longest =
        SecureBucket.bucketName(
            "a-very-long-estate-name-staging-a-very-long-zone",
            new AwsAccount("111122223333", "ap-southeast-2"));

    assertThat(shortest).isEqualTo(NAME);
    assertThat(longest).hasSize(63).startsWith("a-very-long-estate-name-staging");
    assertThat(longest)
        .isNotEqualTo(
            SecureBucket.bucketName("a-very-long-estate-name-staging-a-very-long-zone", ACCOUNT));
  }

  @Test
  void refusesToKeepNothing() {
    assertThatThrownBy(() -> BucketRetention.noncurrent(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ObjectLock(ObjectLock.Mode.COMPLIANCE, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }
}
