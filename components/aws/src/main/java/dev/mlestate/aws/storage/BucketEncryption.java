package dev.mlestate.aws.storage;

import com.pulumi.core.Output;
import dev.mlestate.aws.iam.AwsAccount;
import java.util.Optional;

/**
 * How a bucket encrypts.
 *
 * @param algorithm of S3: aws:kms or AES256
 * @param key ARN of the customer's key; empty: a key that AWS manages
 * @param allowedKeys the pattern of the key ARNs that a writer may name. It is a pattern so that
 *     the bucket's policy is known, and can be judged, before the key exists; the key's own policy
 *     says who may use it.
 */
public record BucketEncryption(String algorithm, Optional<Output<String>> key, String allowedKeys) {
  private static final String KMS = "aws:kms";
  private static final String S3 = "AES256";

  /**
   * The customer's key, or where there is none the one that AWS manages for S3. A writer may name
   * any key of the account and its region.
   */
  public static BucketEncryption of(Optional<Output<String>> key, AwsAccount account) {
    return new BucketEncryption(KMS, key, account.arn("kms", "key/*"));
  }

  /**
   * S3's own keys: for buckets that receive access logs, which S3 does not deliver to buckets that
   * use KMS by default (Amazon S3 User Guide, "Logging requests with server access logging";
   * general knowledge, not read).
   */
  public static BucketEncryption s3Managed() {
    return new BucketEncryption(S3, Optional.empty(), "");
  }

  /** The same with another pattern, such as the ARN of a key in another account. */
  public BucketEncryption allowing(String pattern) {
    return new BucketEncryption(algorithm, key, pattern);
  }

  boolean usesKms() {
    return algorithm.equals(KMS);
  }
}
