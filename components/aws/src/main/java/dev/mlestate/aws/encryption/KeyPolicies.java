package dev.mlestate.aws.encryption;

import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.PolicyDocument;
import dev.mlestate.aws.iam.Statement;
import dev.mlestate.model.KeyDomain;

/**
 * Who may use a key, by what it protects. The account administers its keys but has no use of them
 * except through the services named; services act for this account alone.
 */
public final class KeyPolicies {
  /**
   * Administration without use, and without grants, which would be use (KMS Developer Guide, "Key
   * administrators"; general knowledge, not read).
   */
  private static final String[] ADMINISTRATION = {
    "kms:CancelKeyDeletion",
    "kms:CreateAlias",
    "kms:Delete*",
    "kms:Describe*",
    "kms:Disable*",
    "kms:Enable*",
    "kms:Get*",
    "kms:List*",
    "kms:Put*",
    "kms:Revoke*",
    "kms:RotateKeyOnDemand",
    "kms:ScheduleKeyDeletion",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:Update*"
  };

  /** Use of a symmetric key (KMS Developer Guide, "Key users"; general knowledge, not read). */
  private static final String[] USE = {
    "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"
  };

  /**
   * The role by which Auto Scaling starts instances (EC2 Auto Scaling User Guide, "Required KMS key
   * policy for use with encrypted volumes"; general knowledge, not read).
   */
  private static final String AUTO_SCALING_ROLE =
      "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling*";

  private KeyPolicies() {}

  /** The key policy of a domain. */
  public static PolicyDocument of(KeyDomain domain, AwsAccount account) {
    return switch (domain) {
      case DATA ->
          PolicyDocument.of(
              administration(account),
              throughServices(account, "s3", "sagemaker", "glue", "dynamodb", "ecr"),
              grantsThroughServices(account, "sagemaker", "dynamodb", "ecr"));
      case COMPUTE ->
          PolicyDocument.of(
              administration(account),
              throughServices(account, "ec2", "sagemaker"),
              grantsThroughServices(account, "ec2", "sagemaker"),
              autoScaling(account).actions(USE),
              autoScaling(account)
                  .sid("AutoScalingGrants")
                  .actions("kms:CreateGrant")
                  .condition("Bool", "kms:GrantIsForAWSResource", "true"));
      case LOGS -> PolicyDocument.of(administration(account), logs(account));
      case SECRETS ->
          PolicyDocument.of(
              administration(account),
              throughServices(account, "secretsmanager"),
              clusters(account),
              clusterGrants(account));
    };
  }

  /** Lets the account's own policies say who administers the key. */
  public static Statement administration(AwsAccount account) {
    return Statement.allow("Administration")
        .aws(account.root())
        .actions(ADMINISTRATION)
        .resources("*");
  }

  /** Lets the account's own policies say who uses the key, only through these services. */
  public static Statement throughServices(AwsAccount account, String... services) {
    return Statement.allow("UseThroughServices")
        .aws(account.root())
        .actions(USE)
        .resources("*")
        .condition("StringEquals", "kms:CallerAccount", account.id())
        .condition("StringEquals", "kms:ViaService", viaServices(account, services));
  }

  /** Lets these services keep using the key for the resources that they encrypt with it. */
  public static Statement grantsThroughServices(AwsAccount account, String... services) {
    return Statement.allow("GrantsThroughServices")
        .aws(account.root())
        .actions("kms:CreateGrant")
        .resources("*")
        .condition("Bool", "kms:GrantIsForAWSResource", "true")
        .condition("StringEquals", "kms:CallerAccount", account.id())
        .condition("StringEquals", "kms:ViaService", viaServices(account, services));
  }

  /**
   * The role is named by a condition, not as the principal: KMS refuses a principal that does not
   * exist, and an account that never scaled a group has no such role yet.
   */
  private static Statement autoScaling(AwsAccount account) {
    return Statement.allow("AutoScaling")
        .everybodyWithAnAccount()
        .resources("*")
        .condition("StringEquals", "kms:CallerAccount", account.id())
        .condition("ArnLike", "aws:PrincipalArn", account.iamArn(AUTO_SCALING_ROLE));
  }

  /**
   * CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs using AWS KMS"; general
   * knowledge, not read.
   */
  private static Statement logs(AwsAccount account) {
    return Statement.allow("Logs")
        .service("logs." + account.region() + ".amazonaws.com")
        .actions(USE)
        .resources("*")
        .condition(
            "ArnLike", "kms:EncryptionContext:aws:logs:arn", account.arn("logs", "log-group:*"));
  }

  /** A cluster's role uses the key itself, not through a service, where its own policy says so. */
  private static Statement clusters(AwsAccount account) {
    return Statement.allow("Clusters")
        .aws(account.root())
        .actions("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt")
        .resources("*")
        .condition("StringEquals", "kms:CallerAccount", account.id())
        .condition("ArnLike", "aws:PrincipalArn", account.iamArn("role/*-cluster"));
  }

  /** EKS makes a grant when a cluster is created, in the name of its creator. */
  private static Statement clusterGrants(AwsAccount account) {
    return Statement.allow("ClusterGrants")
        .aws(account.root())
        .actions("kms:CreateGrant", "kms:DescribeKey")
        .resources("*")
        .condition("Bool", "kms:GrantIsForAWSResource", "true")
        .condition("StringEquals", "kms:CallerAccount", account.id());
  }

  private static String[] viaServices(AwsAccount account, String... services) {
    String[] names = new String[services.length];
    for (int i = 0; i < services.length; i++) {
      names[i] = account.viaService(services[i]);
    }
    return names;
  }
}
