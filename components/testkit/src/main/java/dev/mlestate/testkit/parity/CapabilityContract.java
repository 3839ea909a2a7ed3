package dev.mlestate.testkit.parity;

import java.util.function.Consumer;

/**
 * What an environment must say to be given a capability. On a cloud that realises it the resources
 * of its row are then registered; on one that cannot the planner refuses, with a remedy.
 *
 * @param capability as it is called in each cloud's capabilities.csv
 * @param ask adds to the smallest environment what asks for it
 */
public record CapabilityContract(String capability, Consumer<Asking> ask) {
  /** A contract of what every environment has, however small. */
  static CapabilityContract always(String capability) {
    return new CapabilityContract(capability, asking -> {});
  }
}
