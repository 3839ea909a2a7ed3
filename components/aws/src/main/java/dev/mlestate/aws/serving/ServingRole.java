package dev.mlestate.aws.serving;

import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.PolicyDocument;
import dev.mlestate.aws.iam.Statement;
import dev.mlestate.aws.storage.BucketAccess;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model may do while it serves (SageMaker Developer Guide, "SageMaker execution roles",
 * CreateModel API; general knowledge, not read).
 */
final class ServingRole {
  private ServingRole() {}

  /** Reads its artifacts and image, writes its log and metrics. */
  static List<Statement> common(
      AwsAccount account, String endpoint, String artifacts, String allowedKeys) {
    String logGroup = account.arn("logs", "log-group:/aws/sagemaker/Endpoints/" + endpoint);
    return List.of(
        BucketAccess.list("ListArtifacts", account, artifacts),
        BucketAccess.read("ReadArtifacts", account, "*", artifacts),
        BucketAccess.useKey("UseKey", account, allowedKeys),
        // The token opens nothing by itself, and the action takes no narrower resource.
        Statement.allow("SignIn").actions("ecr:GetAuthorizationToken").resources("*"),
        Statement.allow("PullImages")
            .actions(
                "ecr:BatchCheckLayerAvailability",
                "ecr:BatchGetImage",
                "ecr:GetDownloadUrlForLayer")
            .resources(account.arn("ecr", "repository/*")),
        Statement.allow("WriteLogs")
            .actions("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")
            .resources(logGroup, logGroup + ":*"),
        Statement.allow("WriteMetrics")
            .actions("cloudwatch:PutMetricData")
            .resources("*")
            .condition("StringLike", "cloudwatch:namespace", "/aws/sagemaker/*", "AWS/SageMaker"));
  }

  /** Also attaches the instances to subnets and writes captured traffic. */
  static PolicyDocument realtime(
      List<Statement> common, AwsAccount account, String captureBucket, String captureKeys) {
    List<Statement> statements = new ArrayList<>(common);
    statements.add(BucketAccess.write("WriteCapture", account, captureKeys, captureBucket));
    statements.add(
        Statement.allow("AttachToNetwork")
            .actions(
                "ec2:CreateNetworkInterface",
                "ec2:CreateNetworkInterfacePermission",
                "ec2:DeleteNetworkInterface",
                "ec2:DeleteNetworkInterfacePermission")
            .resources(
                account.arn("ec2", "network-interface/*"),
                account.arn("ec2", "security-group/*"),
                account.arn("ec2", "subnet/*")));
    // Descriptions take no narrower resource.
    statements.add(
        Statement.allow("DescribeNetwork")
            .actions(
                "ec2:DescribeDhcpOptions",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeVpcs")
            .resources("*"));
    return new PolicyDocument(statements);
  }
}
