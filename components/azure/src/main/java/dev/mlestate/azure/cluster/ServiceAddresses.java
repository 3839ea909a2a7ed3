package dev.mlestate.azure.cluster;

import java.util.ArrayList;
import java.util.List;

/** Addresses of Kubernetes services. */
final class ServiceAddresses {
  /** The address of the cluster's DNS, counted from the network's own, by AKS's custom. */
  private static final int DNS = 10;

  private ServiceAddresses() {}

  /**
   * The address of the cluster's DNS in a range.
   *
   * @param cidr of services, such as 172.20.0.0/16
   */
  static String dns(String cidr) {
    String network = cidr.substring(0, cidr.indexOf('/'));
    List<String> bytes = new ArrayList<>(List.of(network.split("\\.", -1)));
    int last = bytes.size() - 1;
    bytes.set(last, Integer.toString(Integer.parseInt(bytes.get(last)) + DNS));
    return String.join(".", bytes);
  }
}
