package dev.mlestate.aws.cluster;

import com.pulumi.aws.eks.Addon;
import com.pulumi.aws.eks.AddonArgs;
import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.inputs.AddonPodIdentityAssociationArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.ServiceRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** EKS's own add-ons, at the version that EKS recommends for the cluster's. */
final class Addons {
  private static final String OVERWRITE = "OVERWRITE";

  private Addons() {}

  /** What runs on each node, and is there before the first one. */
  static List<Daemon> daemons(
      String cluster, AwsAccount account, Map<String, String> tags, CustomResourceOptions options) {
    ServiceRole network =
        new ServiceRole(
                cluster + "-vpc-cni",
                "Gives pods of " + cluster + " their addresses",
                ServiceRole.trustPods(account, cluster),
                tags,
                options)
            .managed("AmazonEKS_CNI_Policy");
    return List.of(
        new Daemon("eks-pod-identity-agent", cluster, Optional.empty(), tags, options),
        new Daemon("kube-proxy", cluster, Optional.empty(), tags, options),
        new Daemon(
            "vpc-cni", cluster, Optional.of(new Identity("aws-node", network)), tags, options));
  }

  /** The service account of an add-on and its role. */
  record Identity(String serviceAccount, ServiceRole role) {}

  /** An add-on to install. */
  record Daemon(
      String addon,
      String clusterName,
      Optional<Identity> identity,
      Map<String, String> tags,
      CustomResourceOptions options) {
    Addon install(Cluster cluster) {
      AddonArgs.Builder args =
          AddonArgs.builder()
              .clusterName(cluster.name())
              .addonName(addon)
              .resolveConflictsOnCreate(OVERWRITE)
              .resolveConflictsOnUpdate(OVERWRITE)
              .tags(tags);
      identity.ifPresent(
          of ->
              args.podIdentityAssociations(
                  AddonPodIdentityAssociationArgs.builder()
                      .serviceAccount(of.serviceAccount())
                      .roleArn(of.role().arn())
                      .build()));
      return new Addon(clusterName + "-" + addon, args.build(), options);
    }
  }
}
