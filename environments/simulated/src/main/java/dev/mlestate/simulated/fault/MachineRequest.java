package dev.mlestate.simulated.fault;

import dev.mlestate.simulated.fault.Trouble.NoCapacity;
import java.util.List;

/**
 * The machines that a resource asks for.
 *
 * @param machine the cloud's name of the machine type
 * @param zones those that it names, as the cloud writes them: us-east-1a, us-central1-a, 1 on
 *     Azure; empty: anywhere in its region
 * @param option {@code on-demand}, {@code spot}, {@code reservation} or {@code queued}
 */
record MachineRequest(String machine, List<String> zones, String option) {
  static final String ON_DEMAND = "on-demand";
  static final String SPOT = "spot";
  static final String RESERVATION = "reservation";
  static final String QUEUED = "queued";
  static final List<String> OPTIONS = List.of(ON_DEMAND, SPOT, RESERVATION, QUEUED);

  MachineRequest {
    zones = List.copyOf(zones);
  }

  /** A zone that is not named is any: only a fault in all zones is one there. */
  boolean matches(NoCapacity fault) {
    boolean everywhere =
        zones.isEmpty()
            ? fault.zone().equals(Glob.ANY)
            : zones.stream().allMatch(fault.zone()::matches);
    return everywhere && fault.machine().matches(machine) && fault.option().matches(option);
  }

  /** The zones as one text. */
  String place() {
    return String.join(", ", zones);
  }
}
