package dev.mlestate.azure.planning;

import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.Serving;
import dev.mlestate.model.ServingAccelerator;
import dev.mlestate.planning.Draft;
import dev.mlestate.planning.ServerlessShape;
import dev.mlestate.planning.Text;
import java.util.Map;
import java.util.Optional;

/**
 * The sizes of Container Apps' replicas: on the consumption profile 0.25 to 4 vCPUs in quarters
 * with 2 GiB each; with a GPU the whole of the profile Consumption-GPU-NC8as-T4 (8 vCPUs, 56 GiB)
 * or Consumption-GPU-NC24-A100 (24 vCPUs, 220 GiB); learn.microsoft.com, "Workload profiles in
 * Azure Container Apps" and "Using serverless GPUs" (general knowledge, not read).
 */
public final class ContainerAppSizes {
  private static final int MIB_PER_GIB = 1024;
  private static final double STEP = 0.25;
  private static final double MOST_VCPUS = 4;
  private static final double GIB_PER_VCPU = 2;

  /** A profile with one GPU. */
  private record Profile(String name, int vcpus, int gib) {}

  private static final Map<AcceleratorType, Profile> GPUS =
      Map.of(
          AcceleratorType.T4, new Profile("Consumption-GPU-NC8as-T4", 8, 56),
          AcceleratorType.A100, new Profile("Consumption-GPU-NC24-A100", 24, 220));

  private final Draft draft;

  ContainerAppSizes(Draft draft) {
    this.draft = draft;
  }

  /** The workload profile type of a GPU; empty where Container Apps have none with it. */
  public static Optional<String> gpuProfile(AcceleratorType type) {
    return Optional.ofNullable(GPUS.get(type)).map(Profile::name);
  }

  Optional<ServerlessShape> shape(String path, Serving serving) {
    return serving.accelerator().isPresent()
        ? gpu(path, serving, serving.accelerator().get())
        : consumption(path, serving);
  }

  private Optional<ServerlessShape> gpu(String path, Serving serving, ServingAccelerator gpu) {
    Optional<Profile> profile = Optional.ofNullable(GPUS.get(gpu.type()));
    if (gpu.perReplica() != 1) {
      draft.problem(
          path + ".accelerator.perReplica",
          "a replica of a container app has one GPU, not " + gpu.perReplica(),
          "use 1, or kind: realtime");
    }
    if (profile.isEmpty()) {
      draft.problem(
          path + ".accelerator.type",
          "Container Apps have no " + gpu.type().word(),
          "use T4 or A100, or kind: realtime");
      return Optional.empty();
    }
    Profile has = profile.get();
    if (serving.cpu().vcpus() > has.vcpus() || serving.cpu().memoryGib() > has.gib()) {
      draft.problem(
          path + ".cpu",
          has.name()
              + " has "
              + has.vcpus()
              + " vCPUs and "
              + has.gib()
              + " GiB, not "
              + serving.cpu().vcpus()
              + " and "
              + Text.number(serving.cpu().memoryGib()),
          "use at most " + has.vcpus() + " and " + has.gib() + ", or kind: realtime");
    }
    draft.decide(
        serving.name(),
        "serverless on "
            + has.name()
            + ", up to "
            + Text.count(serving.replicas().max(), "replica"),
        "the profile with 1 × "
            + gpu.type().word()
            + ", all of which is the replica's; costs nothing while idle");
    return Optional.of(new ServerlessShape(has.vcpus(), has.gib() * MIB_PER_GIB, 1));
  }

  private Optional<ServerlessShape> consumption(String path, Serving serving) {
    double asked = Math.max(serving.cpu().vcpus(), serving.cpu().memoryGib() / GIB_PER_VCPU);
    double vcpus = Math.max(STEP, Math.ceil(asked / STEP) * STEP);
    if (vcpus > MOST_VCPUS) {
      draft.problem(
          path + ".cpu",
          "a replica on the consumption profile has at most 4 vCPUs and 8 GiB, not "
              + serving.cpu().vcpus()
              + " and "
              + Text.number(serving.cpu().memoryGib()),
          "use at most 4 and 8, or kind: realtime");
      return Optional.empty();
    }
    int mib = (int) (vcpus * GIB_PER_VCPU * MIB_PER_GIB);
    boolean exact =
        vcpus == serving.cpu().vcpus() && mib == serving.cpu().memoryGib() * MIB_PER_GIB;
    draft.decide(
        serving.name(),
        "serverless with "
            + Text.number(vcpus)
            + (vcpus == 1 ? " vCPU" : " vCPUs")
            + " and "
            + Text.number(mib)
            + " MiB, up to "
            + Text.count(serving.replicas().max(), "replica"),
        exact
            ? "what was asked for; costs nothing while idle"
            : "the smallest step of 0.25 vCPUs and 0.5 GiB with what was asked for; costs nothing"
                + " while idle");
    return Optional.of(new ServerlessShape(vcpus, mib, 0));
  }
}
