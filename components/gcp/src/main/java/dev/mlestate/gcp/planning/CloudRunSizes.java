package dev.mlestate.gcp.planning;

import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.Serving;
import dev.mlestate.model.ServingAccelerator;
import dev.mlestate.planning.Draft;
import dev.mlestate.planning.ServerlessShape;
import dev.mlestate.planning.Text;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sizes of Cloud Run's instances: 1, 2, 4, 6 or 8 CPUs and at most 32 GiB, of which each number
 * of CPUs has a least and a most; one L4 with at least 4 CPUs and 16 GiB (Cloud Run docs,
 * "Configure memory limits", "Configure CPU limits", "GPU support"; general knowledge, not read).
 */
final class CloudRunSizes {
  private static final int MIB_PER_GIB = 1024;
  private static final int GPU_CPUS = 4;
  private static final int GPU_GIB = 16;

  /** The most GiB of each number of CPUs. */
  private static final Map<Integer, Integer> MOST_GIB =
      new TreeMap<>(Map.of(1, 4, 2, 8, 4, 16, 6, 24, 8, 32));

  /** The least GiB of each number of CPUs, where there is one above half a GiB. */
  private static final Map<Integer, Integer> LEAST_GIB = Map.of(4, 2, 6, 4, 8, 4);

  private final Draft draft;

  CloudRunSizes(Draft draft) {
    this.draft = draft;
  }

  Optional<ServerlessShape> shape(String path, Serving serving) {
    Optional<ServingAccelerator> gpu = serving.accelerator();
    gpu.ifPresent(g -> accelerator(path, g));
    int vcpus = Math.max(serving.cpu().vcpus(), gpu.isPresent() ? GPU_CPUS : 1);
    double gib = Math.max(serving.cpu().memoryGib(), gpu.isPresent() ? GPU_GIB : 0.5);
    Optional<Integer> cpus =
        MOST_GIB.entrySet().stream()
            .filter(e -> e.getKey() >= vcpus && e.getValue() >= gib)
            .map(Map.Entry::getKey)
            .findFirst();
    if (cpus.isEmpty()) {
      draft.problem(
          path + ".cpu",
          "an instance of Cloud Run has at most 8 vCPUs and 32 GiB, not "
              + Text.count(vcpus, "vCPU")
              + " and "
              + Text.number(gib)
              + " GiB",
          "use at most 8 and 32, or kind: realtime");
      return Optional.empty();
    }
    double memory = Math.max(gib, LEAST_GIB.getOrDefault(cpus.get(), 0));
    int mib = (int) Math.ceil(memory * MIB_PER_GIB);
    draft.decide(
        serving.name(),
        "serverless with "
            + Text.count(cpus.get(), "vCPU")
            + " and "
            + Text.number(mib)
            + " MiB"
            + gpu.map(g -> ", 1 × " + g.type().word()).orElse("")
            + ", up to "
            + Text.count(serving.replicas().max(), "instance"),
        cpus.get() == serving.cpu().vcpus() && memory == serving.cpu().memoryGib()
            ? "what was asked for; costs nothing while idle"
            : "the smallest size of Cloud Run with what was asked for; costs nothing while idle");
    return Optional.of(new ServerlessShape(cpus.get(), mib, gpu.isPresent() ? 1 : 0));
  }

  private void accelerator(String path, ServingAccelerator gpu) {
    if (gpu.type() != AcceleratorType.L4) {
      draft.problem(
          path + ".accelerator.type",
          "Cloud Run has no " + gpu.type().word(),
          "use L4, or kind: realtime");
    }
    if (gpu.perReplica() != 1) {
      draft.problem(
          path + ".accelerator.perReplica",
          "an instance of Cloud Run has one GPU, not " + gpu.perReplica(),
          "use 1, or kind: realtime");
    }
  }
}
