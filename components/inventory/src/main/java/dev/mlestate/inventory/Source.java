package dev.mlestate.inventory;

/** What a resource was read from. */
public enum Source {
  PREVIEW,
  STATE,
  CLOUDFORMATION,
  LIVE
}
