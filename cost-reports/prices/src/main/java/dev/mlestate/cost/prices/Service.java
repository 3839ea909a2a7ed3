package dev.mlestate.cost.prices;

import java.util.Arrays;
import java.util.Optional;

/** What a cloud charges for besides machines; the unit is part of the name. */
public enum Service {
  EKS_CLUSTER_HOUR("eks-cluster-hour", "h"),
  /** The whole price of an hour once the cluster's version has left standard support. */
  EKS_EXTENDED_SUPPORT_CLUSTER_HOUR("eks-extended-support-cluster-hour", "h"),
  GKE_CLUSTER_HOUR("gke-cluster-hour", "h"),
  /** The whole price of an hour in the extended channel after standard support. */
  GKE_EXTENDED_SUPPORT_CLUSTER_HOUR("gke-extended-support-cluster-hour", "h"),
  AKS_STANDARD_CLUSTER_HOUR("aks-standard-cluster-hour", "h"),
  /** With long-term support. */
  AKS_PREMIUM_CLUSTER_HOUR("aks-premium-cluster-hour", "h"),
  NAT_GATEWAY_HOUR("nat-gateway-hour", "h"),
  NAT_GATEWAY_GIB("nat-gateway-gib", "GiB"),
  /** An hour of one private endpoint; on AWS in one availability zone. */
  INTERFACE_ENDPOINT_HOUR("interface-endpoint-hour", "h"),
  INTERFACE_ENDPOINT_GIB("interface-endpoint-gib", "GiB"),
  PUBLIC_IPV4_HOUR("public-ipv4-hour", "h"),
  /** Of each address. */
  PUBLIC_IPV4_PREFIX_HOUR("public-ipv4-prefix-hour", "h"),
  DNS_ZONE_MONTH("dns-zone-month", "months"),
  KMS_KEY_MONTH("kms-key-month", "months"),
  /** That a hardware module protects. */
  KMS_HSM_KEY_MONTH("kms-hsm-key-month", "months"),
  KMS_10K_REQUESTS("kms-10k-requests", "10k requests"),
  OBJECT_STORAGE_GIB_MONTH("object-storage-gib-month", "GiB"),
  /** With a copy in each of three zones, where that costs more. */
  OBJECT_STORAGE_ZONES_GIB_MONTH("object-storage-zones-gib-month", "GiB"),
  OBJECT_STORAGE_1K_WRITES("object-storage-1k-writes", "1k writes"),
  OBJECT_STORAGE_1K_READS("object-storage-1k-reads", "1k reads"),
  /** The first tier; later ones cost less. */
  INTERNET_EGRESS_GIB("internet-egress-gib", "GiB"),
  WAREHOUSE_STORAGE_GIB_MONTH("warehouse-storage-gib-month", "GiB"),
  DATA_CATALOG_UNIT_HOUR("data-catalog-unit-hour", "h"),
  FLOW_LOG_GIB("flow-log-gib", "GiB"),
  LOG_INGESTION_GIB("log-ingestion-gib", "GiB"),
  LOG_STORAGE_GIB_MONTH("log-storage-gib-month", "GiB"),
  METRIC_ALARM_MONTH("metric-alarm-month", "months"),
  DASHBOARD_MONTH("dashboard-month", "months"),
  SECRET_MONTH("secret-month", "months"),
  IMAGE_STORAGE_GIB_MONTH("image-storage-gib-month", "GiB"),
  CONTAINER_REGISTRY_PREMIUM_DAY("container-registry-premium-day", "days"),
  AUDIT_100K_DATA_EVENTS("audit-100k-data-events", "100k events"),
  BLOCK_STORAGE_GP3_GIB_MONTH("block-storage-gp3-gib-month", "GiB"),
  /** Of what is provisioned above the first 3,000. */
  BLOCK_STORAGE_GP3_IOPS_MONTH("block-storage-gp3-iops-month", "IOPS"),
  /** Of what is provisioned above the first 125. */
  BLOCK_STORAGE_GP3_MIBPS_MONTH("block-storage-gp3-mibps-month", "MiB/s"),
  BLOCK_STORAGE_STANDARD_GIB_MONTH("block-storage-standard-gib-month", "GiB"),
  BLOCK_STORAGE_BALANCED_GIB_MONTH("block-storage-balanced-gib-month", "GiB"),
  BLOCK_STORAGE_SSD_GIB_MONTH("block-storage-ssd-gib-month", "GiB"),
  BLOCK_STORAGE_HYPERDISK_GIB_MONTH("block-storage-hyperdisk-balanced-gib-month", "GiB"),
  MANAGED_DISK_P4_MONTH("managed-disk-p4-month", "months"),
  MANAGED_DISK_P10_MONTH("managed-disk-p10-month", "months"),
  MANAGED_DISK_P15_MONTH("managed-disk-p15-month", "months"),
  MANAGED_DISK_P20_MONTH("managed-disk-p20-month", "months"),
  MANAGED_DISK_P30_MONTH("managed-disk-p30-month", "months"),
  /** A second in which a request is served, for each GiB of the endpoint's memory. */
  SERVERLESS_INFERENCE_GIB_SECOND("serverless-inference-gib-second", "GiB-s"),
  /** A second of a vCPU that serves. */
  SERVERLESS_VCPU_SECOND("serverless-vcpu-second", "vCPU-s"),
  SERVERLESS_GIB_SECOND("serverless-gib-second", "GiB-s"),
  SERVERLESS_MILLION_REQUESTS("serverless-million-requests", "1M requests"),
  SERVERLESS_L4_SECOND("serverless-l4-second", "GPU-s"),
  SERVERLESS_T4_SECOND("serverless-t4-second", "GPU-s"),
  SERVERLESS_A100_SECOND("serverless-a100-second", "GPU-s"),
  FEATURE_STORE_NODE_HOUR("feature-store-node-hour", "h"),
  FEATURE_STORE_ONLINE_GIB_MONTH("feature-store-online-gib-month", "GiB"),
  FEATURE_STORE_MILLION_WRITES("feature-store-million-writes", "1M writes"),
  FEATURE_STORE_MILLION_READS("feature-store-million-reads", "1M reads");

  private final String word;
  private final String unit;

  Service(String word, String unit) {
    this.word = word;
    this.unit = unit;
  }

  /** Its name in the price files. */
  public String word() {
    return word;
  }

  /** What a quantity of it is counted in, such as GiB; a month is meant where time is not named. */
  public String unit() {
    return unit;
  }

  static Optional<Service> of(String word) {
    return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
  }
}
