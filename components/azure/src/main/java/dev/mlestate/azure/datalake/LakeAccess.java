package dev.mlestate.azure.datalake;

import dev.mlestate.azure.identity.BuiltInRole;

/** What a grant allows. */
public enum LakeAccess {
  /** Sees that a zone exists and how it is set up. */
  DESCRIBE(BuiltInRole.READER),
  /** Reads data. */
  READ(BuiltInRole.STORAGE_BLOB_DATA_READER),
  /** Reads, writes and deletes data. */
  WRITE(BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR);

  private final BuiltInRole role;

  LakeAccess(BuiltInRole role) {
    this.role = role;
  }

  /** The role on a zone's container. */
  BuiltInRole role() {
    return role;
  }
}
