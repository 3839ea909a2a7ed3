package dev.mlestate.testkit.parity;

import dev.mlestate.model.Cloud;
import java.util.List;

/** The contracts of all capabilities. */
public final class CapabilityContracts {
  private static final String KNOBS_RESERVED = "reservedNodes";

  private CapabilityContracts() {}

  /** In alphabetical order. */
  public static List<CapabilityContract> all() {
    return List.of(
        new CapabilityContract(
            "audit-trail", asking -> asking.set("/audit", "retentionDays", "400")),
        new CapabilityContract("budget", asking -> asking.set("/budget", "monthlyUsd", "1000")),
        new CapabilityContract(
            "cpu-pool", asking -> asking.pool("{name: system, cpu: {vcpus: 4, memoryGib: 16}}")),
        CapabilityContract.always("customer-managed-keys"),
        CapabilityContract.always("data-catalog"),
        CapabilityContract.always("data-lake"),
        new CapabilityContract(
            "feature-store",
            asking ->
                asking.set(
                    "",
                    "featureStore",
                    "{online: true, groups: [{name: users, entityId: id, eventTime: at, features: {age: int}}]}")),
        CapabilityContract.always("flow-logs"),
        CapabilityContract.always("gpu-devices"),
        new CapabilityContract(
            "gpu-pool",
            asking ->
                asking.pool(
                    "{name: gpu, accelerator: {type: A100, perNode: 8}, capacity: [on-demand]}")),
        new CapabilityContract(
            "group-access",
            asking -> {
              asking.set("/identity", "groups", "{mlEngineers: mle@example.com}");
              if (asking.cloud() == Cloud.AZURE) {
                asking.set(
                    "/azure",
                    "groupObjectIds",
                    "{mlEngineers: 5b0f8a4e-1c8d-4f5e-9a3e-2f6d1c7b9e02}");
              }
            }),
        new CapabilityContract(
            "image-registry", asking -> asking.set("/registry", "images", "[training]")),
        new CapabilityContract(
            "immutable-audit", asking -> asking.set("/audit", "immutable", "true")),
        CapabilityContract.always("kubernetes-cluster"),
        CapabilityContract.always("lake-access"),
        new CapabilityContract(
            "model-registry", asking -> asking.set("/registry", "models", "[ranker]")),
        CapabilityContract.always("nat-egress"),
        CapabilityContract.always("pool-limit"),
        new CapabilityContract(
            "private-endpoints", asking -> asking.set("/network", "privateEndpoints", "true")),
        CapabilityContract.always("private-network"),
        new CapabilityContract(
            "queued-capacity",
            asking ->
                asking.pool(
                    "{name: queue, accelerator: {type: H100, perNode: 8}, capacity: [queued]}")),
        new CapabilityContract(
            "rdma-fabric",
            asking ->
                asking.pool(
                    "{name: rdma, accelerator: {type: H100, perNode: 8}, fabric: rdma, capacity: [on-demand]}")),
        new CapabilityContract(
            "realtime-serving",
            asking ->
                asking.serving(
                    "{name: ranker, accelerator: {type: %s}}"
                        .formatted(asking.cloud() == Cloud.AZURE ? "T4" : "L4"))),
        new CapabilityContract("reserved-capacity", CapabilityContracts::reserved),
        CapabilityContract.always("secrets-encryption"),
        new CapabilityContract(
            "serverless-gpu",
            asking ->
                asking.serving(
                    "{name: gpu-less, model: ranker, kind: serverless, accelerator: {type: %s}}"
                        .formatted(asking.cloud() == Cloud.AZURE ? "T4" : "L4"))),
        new CapabilityContract(
            "serverless-serving",
            asking -> asking.serving("{name: classifier, model: ranker, kind: serverless}")),
        new CapabilityContract(
            "spend-anomaly", asking -> asking.set("/budget", "anomalyUsd", "100")),
        new CapabilityContract(
            "spot-capacity",
            asking ->
                asking.pool("{name: spot, accelerator: {type: T4, perNode: 1}, capacity: [spot]}")),
        new CapabilityContract(
            "tpu-slice", asking -> asking.pool("{name: tpu, tpu: {type: v5e, topology: 2x2}}")),
        new CapabilityContract(
            "traffic-capture",
            asking ->
                asking.serving(
                    "{name: captured, model: ranker, accelerator: {type: %s}, capture: {percent: 10}}"
                        .formatted(asking.cloud() == Cloud.AZURE ? "T4" : "L4"))));
  }

  private static void reserved(Asking asking) {
    asking.pool("{name: held, accelerator: {type: H100, perNode: 8}, capacity: [reservation]}");
    switch (asking.cloud()) {
      case AWS -> asking.set("/aws", "reservations", "{held: cr-0123456789abcdef0}");
      case GCP -> asking.set("/gcp", KNOBS_RESERVED, "{held: 1}");
      case AZURE -> asking.set("/azure", KNOBS_RESERVED, "{held: 1}");
    }
  }
}
