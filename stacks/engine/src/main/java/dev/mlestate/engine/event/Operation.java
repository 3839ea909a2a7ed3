package dev.mlestate.engine.event;

import java.util.Locale;

/** What a step does, in Pulumi's words (pkg/resource/deploy/step.go). */
public enum Operation {
  SAME,
  CREATE,
  UPDATE,
  DELETE,
  REPLACE,
  CREATE_REPLACEMENT,
  DELETE_REPLACED,
  READ,
  READ_REPLACEMENT,
  DISCARD,
  DISCARD_REPLACED,
  REMOVE_PENDING_REPLACE,
  REFRESH,
  IMPORT,
  IMPORT_REPLACEMENT;

  /** Pulumi's word, such as {@code create-replacement}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
