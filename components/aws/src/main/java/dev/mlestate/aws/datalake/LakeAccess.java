package dev.mlestate.aws.datalake;

import java.util.List;

/** What a grant allows. */
public enum LakeAccess {
  /** Sees that tables exist. */
  DESCRIBE,
  /** Reads tables. */
  READ,
  /** Reads, fills, makes and drops tables. */
  WRITE;

  /** Permissions of Lake Formation, in the order of the alphabet. */
  List<String> onDatabase() {
    return switch (this) {
      case DESCRIBE, READ -> List.of("DESCRIBE");
      case WRITE -> List.of("CREATE_TABLE", "DESCRIBE");
    };
  }

  /** Permissions of Lake Formation, in the order of the alphabet. */
  List<String> onTables() {
    return switch (this) {
      case DESCRIBE -> List.of("DESCRIBE");
      case READ -> List.of("DESCRIBE", "SELECT");
      case WRITE -> List.of("ALTER", "DELETE", "DESCRIBE", "DROP", "INSERT", "SELECT");
    };
  }

  boolean makesTables() {
    return this == WRITE;
  }
}
