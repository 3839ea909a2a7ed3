package dev.mlestate.cost;

/** A part of the estate, in the order in which an estimate shows them. */
public enum Section {
  CLUSTERS("Clusters and node pools"),
  SERVING("Serving"),
  NETWORK("Network"),
  DATA_LAKE("Data lake"),
  FEATURE_STORE("Feature store"),
  REGISTRY("Registry"),
  KEYS("Keys and secrets"),
  LOGS("Logs and monitoring"),
  AUDIT("Audit trail");

  private final String title;

  Section(String title) {
    this.title = title;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }
}
