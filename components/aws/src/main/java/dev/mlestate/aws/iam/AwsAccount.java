package dev.mlestate.aws.iam;

import dev.mlestate.model.Environment;

/**
 * Where resources live. Its ARNs are known before anything exists, so that policies made from them
 * can be judged in a preview.
 *
 * @param id of twelve digits
 * @param region such as us-east-1
 */
public record AwsAccount(String id, String region) {
  public static AwsAccount of(Environment environment) {
    return new AwsAccount(environment.account(), environment.region());
  }

  /** The account itself as a principal: whom its own IAM policies allow. */
  public String root() {
    return "arn:aws:iam::" + id + ":root";
  }

  /** The ARN of something regional, such as {@code arn("logs", "log-group:/x")}. */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + id + ":" + resource;
  }

  /** The ARN of something in IAM, such as {@code iamArn("role/x")}. */
  public String iamArn(String resource) {
    return "arn:aws:iam::" + id + ":" + resource;
  }

  /** The ARN of a bucket, or of objects in it: {@code bucketArn("b/*")}. */
  public String bucketArn(String bucket) {
    return "arn:aws:s3:::" + bucket;
  }

  /** The service's name in {@code kms:ViaService}, such as s3.us-east-1.amazonaws.com. */
  public String viaService(String service) {
    return service + "." + region + ".amazonaws.com";
  }
}
