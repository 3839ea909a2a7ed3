package dev.mlestate.aws.network;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** AWS services inside the network: nothing that the estate calls needs the internet. */
final class PrivateEndpoints {
  /**
   * What nodes, pods, SageMaker and the data lake call (EKS User Guide, "Deploy private clusters
   * with limited internet access"; SageMaker Developer Guide, "Connect to SageMaker AI within your
   * VPC"; general knowledge, not read).
   */
  static final List<String> INTERFACE_SERVICES =
      List.of(
          "autoscaling",
          "ec2",
          "ecr.api",
          "ecr.dkr",
          "eks",
          "eks-auth",
          "elasticloadbalancing",
          "glue",
          "kms",
          "logs",
          "monitoring",
          "sagemaker.api",
          "sagemaker.featurestore-runtime",
          "sagemaker.runtime",
          "sts");

  /** Free of charge, so always there. */
  static final List<String> GATEWAY_SERVICES = List.of("dynamodb", "s3");

  private static final int HTTPS = 443;

  private final Map<String, VpcEndpoint> endpoints = new TreeMap<>();

  PrivateEndpoints() {}

  void gateways(
      String name,
      String region,
      Output<String> vpcId,
      Output<List<String>> routeTableIds,
      Map<String, String> tags,
      CustomResourceOptions options) {
    for (String service : GATEWAY_SERVICES) {
      String endpointName = name + "-" + service;
      endpoints.put(
          service,
          new VpcEndpoint(
              endpointName,
              VpcEndpointArgs.builder()
                  .vpcId(vpcId)
                  .vpcEndpointType("Gateway")
                  .serviceName("com.amazonaws." + region + "." + service)
                  .routeTableIds(routeTableIds)
                  .tags(named(tags, endpointName))
                  .build(),
              options));
    }
  }

  SecurityGroup interfaces(
      String name,
      String region,
      Output<String> vpcId,
      String vpcCidr,
      Subnets subnets,
      Map<String, String> tags,
      CustomResourceOptions options) {
    String groupName = name + "-endpoints";
    SecurityGroup group =
        new SecurityGroup(
            groupName,
            SecurityGroupArgs.builder()
                .name(groupName)
                .description("HTTPS from the network to the private endpoints")
                .vpcId(vpcId)
                .tags(named(tags, groupName))
                .build(),
            options);
    new SecurityGroupIngressRule(
        groupName,
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(group.id())
            .description("HTTPS from the network")
            .cidrIpv4(vpcCidr)
            .ipProtocol("tcp")
            .fromPort(HTTPS)
            .toPort(HTTPS)
            .tags(tags)
            .build(),
        options);
    for (String service : INTERFACE_SERVICES) {
      String endpointName = name + "-" + service.replace('.', '-');
      VpcEndpoint endpoint =
          new VpcEndpoint(
              endpointName,
              VpcEndpointArgs.builder()
                  .vpcId(vpcId)
                  .vpcEndpointType("Interface")
                  .serviceName("com.amazonaws." + region + "." + service)
                  .privateDnsEnabled(true)
                  .subnetIds(subnets.onePerZone())
                  .securityGroupIds(group.id().applyValue(List::of))
                  .tags(named(tags, endpointName))
                  .build(),
              options);
      endpoints.put(service, endpoint);
    }
    return group;
  }

  Map<String, VpcEndpoint> endpoints() {
    return Collections.unmodifiableMap(endpoints);
  }

  private static Map<String, String> named(Map<String, String> tags, String name) {
    Map<String, String> all = new TreeMap<>(tags);
    all.put("Name", name);
    return all;
  }
}
