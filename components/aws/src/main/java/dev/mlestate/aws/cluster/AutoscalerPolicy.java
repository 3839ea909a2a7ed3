package dev.mlestate.aws.cluster;

import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.PolicyDocument;
import dev.mlestate.aws.iam.Statement;

/**
 * Look at all groups, change those of one cluster (kubernetes/autoscaler,
 * cluster-autoscaler/cloudprovider/aws/README.md, "Full Cluster Autoscaler Features Policy", read
 * 2026-11-23).
 */
final class AutoscalerPolicy {
  private AutoscalerPolicy() {}

  static PolicyDocument of(String clusterName, AwsAccount account) {
    return PolicyDocument.of(
        Statement.allow("Look")
            .actions(
                "autoscaling:DescribeAutoScalingGroups",
                "autoscaling:DescribeAutoScalingInstances",
                "autoscaling:DescribeLaunchConfigurations",
                "autoscaling:DescribeScalingActivities",
                "autoscaling:DescribeTags",
                "ec2:DescribeImages",
                "ec2:DescribeInstanceTypes",
                "ec2:DescribeLaunchTemplateVersions",
                "ec2:GetInstanceTypesFromInstanceRequirements")
            .resources("*"),
        Statement.allow("LookAtGroups")
            .actions("eks:DescribeNodegroup")
            .resources(account.arn("eks", "nodegroup/" + clusterName + "/*/*")),
        Statement.allow("Scale")
            .actions(
                "autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup")
            .resources(account.arn("autoscaling", "autoScalingGroup:*:autoScalingGroupName/*"))
            .condition(
                "StringEquals",
                "aws:ResourceTag/k8s.io/cluster-autoscaler/" + clusterName,
                "owned"));
  }
}
