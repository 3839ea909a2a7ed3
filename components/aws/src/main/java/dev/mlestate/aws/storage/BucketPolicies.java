package dev.mlestate.aws.storage;

import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.PolicyDocument;
import dev.mlestate.aws.iam.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the policy of every bucket says. */
final class BucketPolicies {
  private static final String ALGORITHM = "s3:x-amz-server-side-encryption";
  private static final String KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";

  private BucketPolicies() {}

  static PolicyDocument of(
      AwsAccount account, String bucket, BucketEncryption encryption, List<Statement> more) {
    String[] everything = {account.bucketArn(bucket), account.bucketArn(bucket + "/*")};
    List<Statement> statements = new ArrayList<>();
    statements.add(
        Statement.deny("DenyWithoutTls")
            .everybody()
            .actions("s3:*")
            .resources(everything)
            .condition("Bool", "aws:SecureTransport", "false"));
    statements.add(
        Statement.deny("DenyOldTls")
            .everybody()
            .actions("s3:*")
            .resources(everything)
            .condition("NumericLessThan", "s3:TlsVersion", "1.2"));
    if (encryption.usesKms()) {
      statements.addAll(keys(account.bucketArn(bucket + "/*"), encryption));
    }
    statements.addAll(more);
    return new PolicyDocument(statements);
  }

  /**
   * A writer who names no encryption gets the bucket's own. Each denial says first that its header
   * is there, because a negated condition also matches a missing one.
   */
  private static List<Statement> keys(String objects, BucketEncryption encryption) {
    List<Statement> statements = new ArrayList<>();
    statements.add(
        put("DenyOtherEncryption", objects)
            .condition("Null", ALGORITHM, "false")
            .condition("StringNotEquals", ALGORITHM, encryption.algorithm()));
    if (encryption.key().isPresent()) {
      statements.add(
          put("DenyOtherKeys", objects)
              .condition("Null", KEY, "false")
              .condition("ArnNotLike", KEY, encryption.allowedKeys()));
      // Naming KMS without a key would take the one that AWS manages, not the bucket's.
      statements.add(
          put("DenyUnnamedKey", objects)
              .condition("Null", KEY, "true")
              .condition("StringEquals", ALGORITHM, encryption.algorithm()));
    }
    return statements;
  }

  private static Statement put(String sid, String objects) {
    return Statement.deny(sid).everybody().actions("s3:PutObject").resources(objects);
  }
}
