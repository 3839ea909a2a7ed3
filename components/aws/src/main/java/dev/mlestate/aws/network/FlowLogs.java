package dev.mlestate.aws.network;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.PolicyDocument;
import dev.mlestate.aws.iam.Statement;
import dev.mlestate.pulumi.Names;
import java.util.Map;
import java.util.Optional;

/** All of a network's traffic in an encrypted log group that only the flow log service writes. */
final class FlowLogs {
  private static final int ROLE_NAME_LENGTH = 64;

  private final LogGroup logGroup;
  private final FlowLog flowLog;

  FlowLogs(
      String name,
      Output<String> vpcId,
      AwsAccount account,
      int retentionDays,
      Optional<Output<String>> keyArn,
      Map<String, String> tags,
      CustomResourceOptions options) {
    String logGroupName = "/mlestate/" + name;
    LogGroupArgs.Builder group =
        LogGroupArgs.builder()
            .name(logGroupName)
            .retentionInDays(LogRetention.atLeast(retentionDays))
            .tags(tags);
    keyArn.ifPresent(group::kmsKeyId);
    logGroup = new LogGroup(name, group.build(), options);
    Role role =
        new Role(
            name,
            RoleArgs.builder()
                .name(Names.limited(ROLE_NAME_LENGTH, name))
                .description("Writes the flow logs")
                .assumeRolePolicy(
                    PolicyDocument.of(Statement.trust("vpc-flow-logs.amazonaws.com", account))
                        .json())
                .tags(tags)
                .build(),
            options);
    String groupArn = account.arn("logs", "log-group:" + logGroupName);
    new RolePolicy(
        name,
        RolePolicyArgs.builder()
            .name("write")
            .role(role.name())
            .policy(
                PolicyDocument.of(
                        Statement.allow("Write")
                            .actions(
                                "logs:CreateLogStream",
                                "logs:DescribeLogStreams",
                                "logs:PutLogEvents")
                            .resources(groupArn, groupArn + ":*"))
                    .json())
            .build(),
        options);
    flowLog =
        new FlowLog(
            name,
            FlowLogArgs.builder()
                .vpcId(vpcId)
                .trafficType("ALL")
                .logDestinationType("cloud-watch-logs")
                .logDestination(logGroup.arn())
                .iamRoleArn(role.arn())
                .tags(tags)
                .build(),
            options);
  }

  LogGroup logGroup() {
    return logGroup;
  }

  FlowLog flowLog() {
    return flowLog;
  }
}
