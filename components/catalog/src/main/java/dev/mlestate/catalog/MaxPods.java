package dev.mlestate.catalog;

/**
 * How many pods a node of Amazon EKS runs, each with an address of the node's subnet.
 *
 * <p>Without prefix delegation: every interface of the first network card gives its addresses but
 * one to pods, and two pods use the node's own. Managed node groups stop at 110 pods below 30 vCPUs
 * and at 250 above. Prefix delegation is left off: it needs /28 blocks free of fragments in every
 * subnet, which a company's existing subnets rarely have. Source: EKS user guide, "Choose an
 * optimal Amazon EC2 node instance type" and awslabs/amazon-eks-ami max-pods-calculator,
 * 2026-07-23.
 */
final class MaxPods {
  private static final int SMALL_MACHINE_VCPUS = 30;
  private static final int SMALL_MACHINE_PODS = 110;
  private static final int LARGE_MACHINE_PODS = 250;

  private MaxPods() {}

  static int of(int interfaces, int addressesPerInterface, int vcpus) {
    int byAddresses = interfaces * (addressesPerInterface - 1) + 2;
    return Math.min(
        byAddresses, vcpus < SMALL_MACHINE_VCPUS ? SMALL_MACHINE_PODS : LARGE_MACHINE_PODS);
  }

  /**
   * Addresses that a node with so many pods takes from its subnet. The VPC CNI takes whole
   * interfaces with all their addresses, and keeps one more interface in stock (its default
   * WARM_ENI_TARGET=1, aws/amazon-vpc-cni-k8s docs/eni-and-ip-target, read 2026-11-23).
   */
  static int addresses(int interfaces, int addressesPerInterface, int pods) {
    int forPods = addressesPerInterface - 1;
    int used = (Math.max(0, pods - 2) + forPods - 1) / forPods;
    return Math.min(used + 1, interfaces) * addressesPerInterface;
  }
}
