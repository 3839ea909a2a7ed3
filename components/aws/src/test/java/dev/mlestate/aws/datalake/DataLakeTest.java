package dev.mlestate.aws.datalake;

import static dev.mlestate.aws.testing.RecordedStack.ACCOUNT;
import static dev.mlestate.aws.testing.RecordedStack.TAGS;
import static dev.mlestate.aws.testing.RecordedStack.keyArn;
import static dev.mlestate.aws.testing.RecordedStack.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.core.Output;
import dev.mlestate.aws.testing.Recorded;
import dev.mlestate.aws.testing.RecordedStack;
import dev.mlestate.model.KeyDomain;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataLakeTest {
  private static final String BUCKET = "aws:s3/bucketV2:BucketV2";

  @Test
  void oneStatementMakesThreeZones() {
    RecordedStack stack =
        RecordedStack.of(() -> DataLake.builder("vision-dev").account(ACCOUNT).build());

    assertThat(stack.all(BUCKET))
        .extracting(bucket -> bucket.at("bucket"))
        .containsExactly(
            "vision-dev-access-logs-111122223333-us-east-1",
            "vision-dev-curated-111122223333-us-east-1",
            "vision-dev-features-111122223333-us-east-1",
            "vision-dev-raw-111122223333-us-east-1");
    assertThat(stack.all(BUCKET)).allMatch(bucket -> bucket.at("forceDestroy").equals(false));
    assertThat(stack.all("aws:glue/catalogDatabase:CatalogDatabase"))
        .extracting(database -> database.at("name"))
        .containsExactly("vision_dev_curated", "vision_dev_features", "vision_dev_raw");
    assertThat(stack.all("aws:lakeformation/resource:Resource")).hasSize(3);
    assertThat(stack.all("aws:lakeformation/permissions:Permissions")).isEmpty();
    assertThat(stack.all("aws:lakeformation/dataLakeSettings:DataLakeSettings")).isEmpty();
  }

  @Test
  void everyBucketIsEncryptedClosedLoggedAndExpires() {
    RecordedStack stack =
        RecordedStack.of(
            () -> DataLake.builder("vision-dev").account(ACCOUNT).keys(keys()).tags(TAGS).build());

    for (String zone : List.of("raw", "curated", "features")) {
      String name = "vision-dev-" + zone;
      assertThat(
              stack
                  .one(
                      "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
                      name + "-encryption")
                  .at("rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId"))
          .isEqualTo(keyArn(KeyDomain.DATA));
      assertThat(
              stack
                  .one("aws:s3/bucketLoggingV2:BucketLoggingV2", name + "-logging")
                  .at("targetBucket"))
          .isEqualTo("vision-dev-access-logs-111122223333-us-east-1");
      stack.one("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", name + "-public-access");
      assertThat(
              stack
                  .one("aws:s3/bucketPolicy:BucketPolicy", name + "-policy")
                  .statement("policy", "DenyWithoutTls"))
          .isNotNull();
      assertThat(
              stack
                  .one(
                      "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
                      name + "-lifecycle")
                  .at("rules[1].noncurrentVersionExpiration.noncurrentDays"))
          .isEqualTo(90.0);
      assertThat(stack.one("aws:glue/catalogDatabase:CatalogDatabase", name).at("tags"))
          .isEqualTo(TAGS);
    }
    assertThat(stack.all(BUCKET)).allMatch(bucket -> bucket.at("tags").equals(TAGS));
  }

  @Test
  void onlyTheAccountsOwnBucketsDeliverAccessLogs() {
    RecordedStack stack =
        RecordedStack.of(() -> DataLake.builder("vision-dev").account(ACCOUNT).build());

    var policy = stack.one("aws:s3/bucketPolicy:BucketPolicy", "vision-dev-access-logs-policy");
    var delivery = policy.statement("policy", "AccessLogs");
    assertThat(delivery.at("/Principal/Service/0").asText()).isEqualTo("logging.s3.amazonaws.com");
    assertThat(delivery.at("/Condition/StringEquals/aws:SourceAccount").asText())
        .isEqualTo("111122223333");
    assertThat(policy.statement("policy", "DenyWithoutTls")).isNotNull();
    // S3 delivers no access logs to a bucket that uses KMS.
    assertThat(
            stack
                .one(
                    "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
                    "vision-dev-access-logs-encryption")
                .at("rules[0].applyServerSideEncryptionByDefault.sseAlgorithm"))
        .isEqualTo("AES256");
  }

  @Test
  void lakeFormationActsForTheAccountAloneAndOnZonesAlone() {
    RecordedStack stack =
        RecordedStack.of(() -> DataLake.builder("vision-dev").account(ACCOUNT).build());

    var trust =
        stack
            .one("aws:iam/role:Role", "vision-dev-lake-formation")
            .statement("assumeRolePolicy", "Trust");
    assertThat(trust.at("/Condition/StringEquals/aws:SourceAccount").asText())
        .isEqualTo("111122223333");
    var policy =
        stack.one("aws:iam/rolePolicy:RolePolicy", "vision-dev-lake-formation-permissions");
    assertThat(policy.statement("policy", "UseZones").get("Resource"))
        .extracting(node -> node.asText())
        .containsExactly(
            "arn:aws:s3:::vision-dev-raw-111122223333-us-east-1/*",
            "arn:aws:s3:::vision-dev-curated-111122223333-us-east-1/*",
            "arn:aws:s3:::vision-dev-features-111122223333-us-east-1/*");
    assertThat(policy.at("policy").toString()).doesNotContain("\"s3:*\"");
  }

  @Test
  void takesAllThatItCan() {
    RecordedStack stack =
        RecordedStack.of(
            () -> {
              Role role =
                  new Role("ds", RoleArgs.builder().name("ds").assumeRolePolicy("{}").build());
              DataLake.builder("vision-dev")
                  .account(ACCOUNT)
                  .keys(keys())
                  .allowedKeys(keyArn(KeyDomain.DATA))
                  .lake(new dev.mlestate.model.DataLake(List.of("raw", "gold"), false, 400))
                  .accessLogDays(30)
                  .forceDestroy(true)
                  .grants(
                      List.of(
                          new LakeGrant("science", role, LakeAccess.READ, List.of("gold")),
                          new LakeGrant("engineering", role, LakeAccess.WRITE, List.of("raw")),
                          new LakeGrant("audit", role, LakeAccess.DESCRIBE, List.of("raw"))))
                  .administrators(List.of(Output.of("arn:aws:iam::111122223333:role/deployer")))
                  .tags(TAGS)
                  .build();
            });

    assertThat(stack.all(BUCKET)).hasSize(3);
    assertThat(stack.all(BUCKET)).allMatch(bucket -> bucket.at("forceDestroy").equals(true));
    String permissions = "aws:lakeformation/permissions:Permissions";
    assertThat(stack.all(permissions))
        .extracting(Recorded::name)
        .containsExactly(
            "vision-dev-gold-science-database",
            "vision-dev-gold-science-tables",
            "vision-dev-raw-audit-database",
            "vision-dev-raw-audit-tables",
            "vision-dev-raw-engineering-database",
            "vision-dev-raw-engineering-location",
            "vision-dev-raw-engineering-tables");
    assertThat(stack.one(permissions, "vision-dev-gold-science-tables").at("permissions"))
        .isEqualTo(List.of("DESCRIBE", "SELECT"));
    assertThat(stack.one(permissions, "vision-dev-raw-engineering-location").inputs())
        .containsEntry("permissions", List.of("DATA_LOCATION_ACCESS"));
    assertThat(
            stack
                .one("aws:iam/rolePolicy:RolePolicy", "vision-dev-lake-science")
                .at("policy")
                .toString())
        .contains("lakeformation:GetDataAccess", "database/vision_dev_gold")
        .doesNotContain("vision_dev_raw", "glue:CreateTable");
    assertThat(stack.one("aws:lakeformation/dataLakeSettings:DataLakeSettings").at("admins"))
        .isEqualTo(List.of("arn:aws:iam::111122223333:role/deployer"));
    assertThat(
            stack
                .one("aws:s3/bucketPolicy:BucketPolicy", "vision-dev-raw-policy")
                .statement("policy", "DenyOtherKeys")
                .toString())
        .contains(keyArn(KeyDomain.DATA));
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> RecordedStack.of(() -> DataLake.builder("vision-dev").build()))
        .hasStackTraceContaining(".account(…) is required");
  }
}
