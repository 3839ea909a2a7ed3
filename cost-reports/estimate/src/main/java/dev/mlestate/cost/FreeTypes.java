package dev.mlestate.cost;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types that cost nothing by themselves, and why. */
final class FreeTypes {
  private static final String WITH_ANOTHER = "charged with what it belongs to";
  private static final String CONTROL = "the cloud does not charge for it";

  /** What is only a description, of a program or of what runs on machines that are charged. */
  private static final List<String> NOT_OF_A_CLOUD =
      List.of("pulumi:", "mlestate:", "kubernetes:", "random:", "tls:");

  private static final List<Map.Entry<String, String>> REASONS =
      List.of(
          Map.entry("aws:iam/", CONTROL),
          Map.entry("aws:ec2/launchTemplate:", WITH_ANOTHER),
          Map.entry("aws:ec2/flowLog:", "its log group or bucket is charged"),
          Map.entry("aws:ec2/vpcEndpoint", WITH_ANOTHER),
          Map.entry("aws:ec2/vpc:", CONTROL),
          Map.entry("aws:ec2/vpcDhcpOptions", CONTROL),
          Map.entry("aws:ec2/subnet:", CONTROL),
          Map.entry("aws:ec2/internetGateway:", CONTROL),
          Map.entry("aws:ec2/egressOnlyInternetGateway:", CONTROL),
          Map.entry("aws:ec2/route", CONTROL),
          Map.entry("aws:ec2/mainRouteTableAssociation:", CONTROL),
          Map.entry("aws:ec2/defaultRouteTable:", CONTROL),
          Map.entry("aws:ec2/securityGroup", CONTROL),
          Map.entry("aws:ec2/defaultSecurityGroup:", CONTROL),
          Map.entry("aws:ec2/networkAcl", CONTROL),
          Map.entry("aws:ec2/defaultNetworkAcl:", CONTROL),
          Map.entry("aws:ec2/placementGroup:", CONTROL),
          Map.entry("aws:ec2/tag:", CONTROL),
          Map.entry("aws:vpc/securityGroup", CONTROL),
          Map.entry("aws:eks/addon:", "it runs on the nodes"),
          Map.entry("aws:eks/access", CONTROL),
          Map.entry("aws:eks/podIdentityAssociation:", CONTROL),
          Map.entry("aws:autoscaling/tag:", CONTROL),
          Map.entry("aws:appautoscaling/", CONTROL),
          Map.entry("aws:s3/bucket", WITH_ANOTHER),
          Map.entry("aws:s3/account", CONTROL),
          Map.entry("aws:kms/alias:", WITH_ANOTHER),
          Map.entry("aws:kms/grant:", WITH_ANOTHER),
          Map.entry("aws:kms/keyPolicy:", WITH_ANOTHER),
          Map.entry("aws:sagemaker/endpoint:", "its configuration is charged"),
          Map.entry("aws:sagemaker/model", CONTROL),
          Map.entry("aws:sagemaker/featureGroup:", "an offline store's bucket is charged"),
          Map.entry("aws:ecr/", WITH_ANOTHER),
          Map.entry("aws:cloudtrail/trail:", "the first copy of management events is free"),
          Map.entry("aws:cloudwatch/log", WITH_ANOTHER),
          Map.entry("aws:glue/catalogDatabase:", "the catalog's first million objects are free"),
          Map.entry("aws:lakeformation/", CONTROL),
          Map.entry("aws:budgets/budget:", "budgets without actions are free"),
          Map.entry("aws:costexplorer/", CONTROL),
          Map.entry("aws:sns/", "the first thousand e-mails of a month are free"),
          Map.entry("aws:accessanalyzer/", CONTROL));

  private FreeTypes() {}

  static boolean isNotOfACloud(String type) {
    return NOT_OF_A_CLOUD.stream().anyMatch(type::startsWith);
  }

  static Optional<String> reason(String type) {
    return REASONS.stream()
        .filter(entry -> type.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
