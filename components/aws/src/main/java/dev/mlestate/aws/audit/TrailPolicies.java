package dev.mlestate.aws.audit;

import dev.mlestate.aws.encryption.KeyPolicies;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.PolicyDocument;
import dev.mlestate.aws.iam.Statement;

/** What CloudTrail may do, for one trail alone. */
final class TrailPolicies {
  private static final String CLOUD_TRAIL = "cloudtrail.amazonaws.com";

  private final AwsAccount account;
  private final String trailArn;

  TrailPolicies(AwsAccount account, String trail) {
    this.account = account;
    this.trailArn = account.arn("cloudtrail", "trail/" + trail);
  }

  /**
   * AWS CloudTrail User Guide, "Configure AWS KMS key policies for CloudTrail"; CloudWatch Logs
   * User Guide, "Encrypt log data in CloudWatch Logs using AWS KMS"; general knowledge, not read.
   */
  PolicyDocument key(String logGroup) {
    return PolicyDocument.of(
        KeyPolicies.administration(account),
        KeyPolicies.throughServices(account, "s3"),
        cloudTrail("EncryptTrail")
            .actions("kms:GenerateDataKey*")
            .resources("*")
            .condition("StringEquals", "kms:EncryptionContext:aws:cloudtrail:arn", trailArn),
        cloudTrail("DescribeKey").actions("kms:Decrypt", "kms:DescribeKey").resources("*"),
        Statement.allow("EncryptLogGroup")
            .service("logs." + account.region() + ".amazonaws.com")
            .actions(
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:GenerateDataKey*",
                "kms:ReEncrypt*")
            .resources("*")
            .condition(
                "ArnEquals",
                "kms:EncryptionContext:aws:logs:arn",
                account.arn("logs", "log-group:" + logGroup)));
  }

  /**
   * AWS CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail"; general knowledge, not
   * read.
   */
  Statement[] bucket(String bucket) {
    return new Statement[] {
      cloudTrail("TrailReadsAcl").actions("s3:GetBucketAcl").resources(account.bucketArn(bucket)),
      cloudTrail("TrailWrites")
          .actions("s3:PutObject")
          .resources(account.bucketArn(bucket + "/AWSLogs/" + account.id() + "/*"))
          .condition("StringEquals", "s3:x-amz-acl", "bucket-owner-full-control")
    };
  }

  /** AWS CloudTrail User Guide, "Role policy document for CloudTrail to use CloudWatch Logs". */
  PolicyDocument logGroup(String logGroup) {
    return PolicyDocument.of(
        Statement.allow("WriteLog")
            .actions("logs:CreateLogStream", "logs:PutLogEvents")
            .resources(
                account.arn(
                    "logs",
                    "log-group:" + logGroup + ":log-stream:" + account.id() + "_CloudTrail_*")));
  }

  private Statement cloudTrail(String sid) {
    return Statement.allow(sid)
        .service(CLOUD_TRAIL)
        .condition("StringEquals", "aws:SourceArn", trailArn);
  }
}
