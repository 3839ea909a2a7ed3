package dev.mlestate.wire;

/**
 * What the receiver of protobuf values understands. What it does not is written in the nearest
 * plain form, as Pulumi does.
 *
 * @param unknowns keep unknown values; else they are left out
 * @param secrets keep the mark of secrets; else the bare value is sent
 * @param resources keep resource references; else the id (of a component: the URN) is sent
 * @param outputs keep outputs with their dependencies; else they are plain, secret or unknown
 */
public record WireOptions(boolean unknowns, boolean secrets, boolean resources, boolean outputs) {
  /** Keeps everything. */
  public static final WireOptions ALL = new WireOptions(true, true, true, true);

  /** Keeps everything but outputs: the form of a resource's inputs and outputs between peers. */
  public static final WireOptions VALUES = new WireOptions(true, true, true, false);

  /** Keeps only unknowns. */
  public static final WireOptions PLAIN = new WireOptions(true, false, false, false);
}
