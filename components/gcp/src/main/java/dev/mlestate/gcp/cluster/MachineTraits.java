package dev.mlestate.gcp.cluster;

import dev.mlestate.catalog.MachineShape;
import java.util.Map;
import java.util.OptionalInt;

/** What a machine type of Compute Engine wants beside its name. */
final class MachineTraits {
  /**
   * Local SSDs of 375 GB that come with the machine and cannot be left out (Compute Engine
   * documentation, "GPU machine types"; general knowledge, not read).
   */
  private static final Map<String, Integer> LOCAL_SSDS =
      Map.ofEntries(
          Map.entry("a2-ultragpu-1g", 1),
          Map.entry("a2-ultragpu-2g", 2),
          Map.entry("a2-ultragpu-4g", 4),
          Map.entry("a2-ultragpu-8g", 8),
          Map.entry("a3-highgpu-1g", 2),
          Map.entry("a3-highgpu-2g", 4),
          Map.entry("a3-highgpu-4g", 8),
          Map.entry("a3-highgpu-8g", 16),
          Map.entry("a3-megagpu-8g", 16),
          Map.entry("a3-ultragpu-8g", 32));

  private MachineTraits() {}

  /** The machine type without the accelerators that the catalog writes after it. */
  static String type(MachineShape machine) {
    String name = machine.name();
    int attached = name.indexOf('+');
    return attached < 0 ? name : name.substring(0, attached);
  }

  /** Whether accelerators are attached to a machine that has none of its own. */
  static boolean attached(MachineShape machine) {
    return machine.name().indexOf('+') >= 0;
  }

  static OptionalInt localSsds(MachineShape machine) {
    Integer count = LOCAL_SSDS.get(type(machine));
    return count == null ? OptionalInt.empty() : OptionalInt.of(count);
  }

  /**
   * Newer series take Hyperdisk alone (Compute Engine documentation, "About Hyperdisk: Machine
   * series support"; general knowledge, not read).
   */
  static String bootDisk(MachineShape machine) {
    String type = type(machine);
    boolean newer =
        type.startsWith("a3-ultragpu")
            || type.startsWith("a4")
            || type.startsWith("c4")
            || type.startsWith("ct6e")
            || type.startsWith("n4");
    return newer ? "hyperdisk-balanced" : "pd-balanced";
  }
}
