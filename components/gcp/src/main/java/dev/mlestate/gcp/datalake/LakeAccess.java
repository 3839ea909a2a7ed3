package dev.mlestate.gcp.datalake;

import java.util.List;
import java.util.Optional;

/** What a grant allows, as the narrowest roles that Google predefines for it. */
public enum LakeAccess {
  /** Sees that tables exist. */
  DESCRIBE,
  /** Reads objects and tables. */
  READ,
  /** Reads, fills, makes and drops tables and objects. */
  WRITE;

  /** On a zone's bucket. */
  Optional<String> onBucket() {
    return switch (this) {
      case DESCRIBE -> Optional.empty();
      case READ -> Optional.of("roles/storage.objectViewer");
      case WRITE -> Optional.of("roles/storage.objectUser");
    };
  }

  /** On a zone's dataset. */
  String onDataset() {
    return switch (this) {
      case DESCRIBE -> "roles/bigquery.metadataViewer";
      case READ -> "roles/bigquery.dataViewer";
      case WRITE -> "roles/bigquery.dataEditor";
    };
  }

  /** On a zone's catalog. */
  String onZone() {
    return switch (this) {
      case DESCRIBE, READ -> "roles/dataplex.metadataReader";
      case WRITE -> "roles/dataplex.metadataWriter";
    };
  }

  /** On the connection by which new tables reach objects. */
  Optional<String> onConnection() {
    return switch (this) {
      case DESCRIBE, READ -> Optional.empty();
      case WRITE -> Optional.of("roles/bigquery.connectionUser");
    };
  }

  /** On the project, where nothing narrower takes the role. */
  List<String> onProject() {
    return switch (this) {
      case DESCRIBE -> List.of("roles/biglake.viewer");
      case READ, WRITE -> List.of("roles/biglake.viewer", "roles/bigquery.jobUser");
    };
  }
}
