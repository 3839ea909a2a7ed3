package dev.mlestate.aws.network;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/**
 * The security group of EFA interfaces: all traffic from and to itself. EFA needs the rule in both
 * directions; egress to 0.0.0.0/0 does not stand for it (EC2 User Guide, "Get started with EFA and
 * MPI", step 1; general knowledge, not read).
 */
final class FabricGroup {
  private static final String ALL_PROTOCOLS = "-1";

  private FabricGroup() {}

  static SecurityGroup create(
      String name, Output<String> vpcId, Map<String, String> tags, CustomResourceOptions options) {
    SecurityGroup group =
        new SecurityGroup(
            name,
            SecurityGroupArgs.builder()
                .name(name)
                .description("EFA traffic between the nodes")
                .vpcId(vpcId)
                .tags(tags)
                .build(),
            options);
    new SecurityGroupIngressRule(
        name,
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(group.id())
            .description("EFA from the same group")
            .referencedSecurityGroupId(group.id())
            .ipProtocol(ALL_PROTOCOLS)
            .tags(tags)
            .build(),
        options);
    new SecurityGroupEgressRule(
        name,
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(group.id())
            .description("EFA to the same group")
            .referencedSecurityGroupId(group.id())
            .ipProtocol(ALL_PROTOCOLS)
            .tags(tags)
            .build(),
        options);
    return group;
  }
}
