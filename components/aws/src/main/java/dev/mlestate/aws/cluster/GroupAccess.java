package dev.mlestate.aws.cluster;

import java.util.List;

/**
 * What a directory group may do in a cluster (EKS User Guide, "Review access policy permissions";
 * general knowledge, not read).
 *
 * @param policyArn of the EKS access policy
 * @param namespaces to which it is limited; empty for the whole cluster
 */
record GroupAccess(String policyArn, List<String> namespaces) {
  private static final String POLICIES = "arn:aws:eks::aws:cluster-access-policy/";

  GroupAccess {
    namespaces = List.copyOf(namespaces);
  }

  /** Groups of another name may look at the team namespaces, no more. */
  static GroupAccess of(String group, List<String> namespaces) {
    return switch (group) {
      case "mlEngineers" -> new GroupAccess(POLICIES + "AmazonEKSAdminPolicy", namespaces);
      case "dataScientists" -> new GroupAccess(POLICIES + "AmazonEKSEditPolicy", namespaces);
      case "auditors" -> new GroupAccess(POLICIES + "AmazonEKSViewPolicy", List.of());
      default -> new GroupAccess(POLICIES + "AmazonEKSViewPolicy", namespaces);
    };
  }
}
