package dev.mlestate.simulated;

import dev.mlestate.simulated.fault.FaultPlan;
import dev.mlestate.simulated.kubernetes.KubernetesCloud;
import dev.mlestate.simulated.provider.TokenService;
import dev.mlestate.simulated.record.CloudRecord;
import io.grpc.BindableService;
import java.nio.file.Path;
import java.util.List;

/**
 * Kubernetes clusters that exist only in a folder. A provider's kubeconfig says which cluster it
 * talks to; whether a machine runs there is nothing that this cloud knows.
 */
public final class SimulatedKubernetes {
  private final CloudRecord record;

  private SimulatedKubernetes(CloudRecord record) {
    this.record = record;
  }

  /**
   * Opens the clusters' record, or begins it.
   *
   * @throws dev.mlestate.problem.ProblemException if the record is damaged or cannot be written
   */
  public static SimulatedKubernetes open(Path recordDirectory) {
    return new SimulatedKubernetes(CloudRecord.open(recordDirectory, "kubernetes"));
  }

  /** A new provider, to be configured with a kubeconfig by the engine that serves it. */
  public BindableService provider() {
    return provider(FaultPlan.none());
  }

  /** A new provider, in which faults come. */
  public BindableService provider(FaultPlan faults) {
    return new TokenService(faults.around(new KubernetesCloud(record), "kubernetes", "", record));
  }

  /** Everything that exists, in the order in which it was made. */
  public List<ExistingResource> inventory() {
    return record.all().stream()
        .map(each -> new ExistingResource(each.type(), each.scope(), each.id(), each.urn()))
        .toList();
  }
}
