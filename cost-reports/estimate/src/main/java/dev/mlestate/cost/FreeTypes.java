package dev.mlestate.cost;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Types that cost nothing by themselves, and why. */
final class FreeTypes {
  private static final String WITH_ANOTHER = "charged with what it belongs to";
  private static final String CONTROL = "the cloud does not charge for it";

  /** What is only a description, of a program or of what runs on machines that are charged. */
  private static final List<String> NOT_OF_A_CLOUD =
      List.of("pulumi:", "mlestate:", "kubernetes:", "random:", "tls:");

  private static final List<Map.Entry<String, String>> AWS =
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

  private static final List<Map.Entry<String, String>> GCP =
      List.of(
          Map.entry("gcp:accesscontextmanager/", CONTROL),
          Map.entry("gcp:artifactregistry/repositoryIam", WITH_ANOTHER),
          Map.entry("gcp:biglake/", CONTROL),
          Map.entry("gcp:bigquery/connection", CONTROL),
          Map.entry("gcp:bigquery/dataset", "its tables are charged"),
          Map.entry("gcp:billing/budget:", CONTROL),
          Map.entry("gcp:binaryauthorization/", CONTROL),
          Map.entry("gcp:cloudrunv2/serviceIam", WITH_ANOTHER),
          Map.entry("gcp:cloudidentity/", CONTROL),
          Map.entry("gcp:cloudscheduler/job:", "the first three jobs of an account are free"),
          Map.entry("gcp:compute/firewall", CONTROL),
          Map.entry("gcp:compute/globalAddress:", "an address within a network is free"),
          Map.entry("gcp:compute/network", CONTROL),
          Map.entry("gcp:compute/route", CONTROL),
          Map.entry("gcp:compute/resourcePolicy:", CONTROL),
          Map.entry("gcp:compute/reservation:", "charged with the pool that runs on it"),
          Map.entry("gcp:compute/subnetwork", CONTROL),
          Map.entry("gcp:dataplex/", "the first hundred hours of its units a month are free"),
          Map.entry("gcp:dns/recordSet:", WITH_ANOTHER),
          Map.entry("gcp:dns/policy:", CONTROL),
          Map.entry("gcp:kms/keyRing:", CONTROL),
          Map.entry("gcp:kms/cryptoKeyIAM", WITH_ANOTHER),
          Map.entry("gcp:kms/keyRingIAM", WITH_ANOTHER),
          Map.entry("gcp:logging/", "what it delivers is charged where it lies"),
          Map.entry("gcp:monitoring/notificationChannel:", CONTROL),
          Map.entry("gcp:monitoring/dashboard:", CONTROL),
          Map.entry("gcp:networkconnectivity/", CONTROL),
          Map.entry("gcp:organizations/", CONTROL),
          Map.entry("gcp:orgpolicy/", CONTROL),
          Map.entry("gcp:projects/", CONTROL),
          Map.entry("gcp:pubsub/", "the first ten GiB of a month are free"),
          Map.entry("gcp:serviceaccount/", CONTROL),
          Map.entry("gcp:serviceAccount/", CONTROL),
          Map.entry("gcp:servicenetworking/", CONTROL),
          Map.entry("gcp:serviceusage/", CONTROL),
          Map.entry("gcp:secretmanager/secretIam", WITH_ANOTHER),
          Map.entry("gcp:storage/bucket", WITH_ANOTHER),
          Map.entry("gcp:storage/default", WITH_ANOTHER),
          Map.entry(
              "gcp:vertex/aiFeature", "its tables and the nodes of its online store are charged"),
          Map.entry("gcp:vertex/aiEndpointIam", WITH_ANOTHER),
          Map.entry("gcp:workflows/", "the first five thousand steps of a month are free"));

  private static final List<Map.Entry<String, String>> AZURE =
      List.of(
          Map.entry("azure-native:app:ManagedEnvironment", "the apps that run in it are charged"),
          Map.entry("azure-native:authorization:", CONTROL),
          Map.entry("azure-native:compute:DiskEncryptionSet", CONTROL),
          Map.entry(
              "azure-native:compute:CapacityReservation", "charged with the pool that runs on it"),
          Map.entry("azure-native:consumption:Budget", CONTROL),
          Map.entry("azure-native:costmanagement:", CONTROL),
          Map.entry("azure-native:containerregistry:", WITH_ANOTHER),
          Map.entry("azure-native:containerservice:", WITH_ANOTHER),
          Map.entry(
              "azure-native:insights:ActionGroup",
              "the first thousand e-mails of a month are free"),
          Map.entry("azure-native:insights:ActivityLogAlert", CONTROL),
          Map.entry("azure-native:insights:AutoscaleSetting", CONTROL),
          Map.entry("azure-native:insights:Component", "its log workspace is charged"),
          Map.entry(
              "azure-native:insights:SubscriptionDiagnosticSetting",
              "what it delivers is charged where it lies"),
          Map.entry(
              "azure-native:insights:DiagnosticSetting",
              "what it delivers is charged where it lies"),
          Map.entry("azure-native:keyvault:Vault", "the operations of its keys are charged"),
          Map.entry("azure-native:keyvault:AccessPolicy", CONTROL),
          Map.entry(
              "azure-native:machinelearningservices:OnlineEndpoint", "its deployments are charged"),
          Map.entry(
              "azure-native:machinelearningservices:",
              "Azure Machine Learning is free beside what it runs on"),
          Map.entry("azure-native:managedidentity:", CONTROL),
          Map.entry("azure-native:network:NetworkSecurityGroup", CONTROL),
          Map.entry("azure-native:network:NetworkWatcher", CONTROL),
          Map.entry("azure-native:network:PrivateDnsZoneGroup", WITH_ANOTHER),
          Map.entry("azure-native:network:PrivateRecordSet", WITH_ANOTHER),
          Map.entry("azure-native:network:Route", CONTROL),
          Map.entry("azure-native:network:SecurityRule", CONTROL),
          Map.entry("azure-native:network:Subnet", CONTROL),
          Map.entry("azure-native:network:VirtualNetwork", CONTROL),
          Map.entry("azure-native:operationalinsights:", WITH_ANOTHER),
          Map.entry("azure-native:policyinsights:", CONTROL),
          Map.entry("azure-native:resources:", CONTROL),
          Map.entry("azure-native:storage:", WITH_ANOTHER));

  private FreeTypes() {}

  static boolean isNotOfACloud(String type) {
    return NOT_OF_A_CLOUD.stream().anyMatch(type::startsWith);
  }

  static Optional<String> reason(String type) {
    return Stream.of(AWS, GCP, AZURE)
        .flatMap(List::stream)
        .filter(entry -> type.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
