package dev.mlestate.aws.storage;

import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.Statement;

/** Statements for the policies of roles that work with buckets. */
public final class BucketAccess {
  private BucketAccess() {}

  /** Lists a bucket and says where it is. */
  public static Statement list(String sid, AwsAccount account, String... buckets) {
    return Statement.allow(sid)
        .actions("s3:GetBucketLocation", "s3:ListBucket")
        .resources(arns(account, "", buckets));
  }

  /**
   * Reads objects.
   *
   * @param keys the pattern of the objects' keys, such as models/*
   */
  public static Statement read(String sid, AwsAccount account, String keys, String... buckets) {
    return Statement.allow(sid)
        .actions("s3:GetObject")
        .resources(arns(account, "/" + keys, buckets));
  }

  /** Writes objects, in parts if need be. */
  public static Statement write(String sid, AwsAccount account, String keys, String... buckets) {
    return Statement.allow(sid)
        .actions("s3:AbortMultipartUpload", "s3:PutObject")
        .resources(arns(account, "/" + keys, buckets));
  }

  /** Reads, writes and deletes objects. */
  public static Statement change(String sid, AwsAccount account, String keys, String... buckets) {
    return Statement.allow(sid)
        .actions("s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject")
        .resources(arns(account, "/" + keys, buckets));
  }

  /**
   * Uses the buckets' keys, and only through S3: so the role's rights to objects bound it.
   *
   * @param allowedKeys {@link BucketEncryption#allowedKeys}
   */
  public static Statement useKey(String sid, AwsAccount account, String allowedKeys) {
    return Statement.allow(sid)
        .actions("kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey")
        .resources(allowedKeys)
        .condition("StringEquals", "kms:ViaService", account.viaService("s3"));
  }

  private static String[] arns(AwsAccount account, String suffix, String... buckets) {
    String[] arns = new String[buckets.length];
    for (int i = 0; i < buckets.length; i++) {
      arns[i] = account.bucketArn(buckets[i] + suffix);
    }
    return arns;
  }
}
