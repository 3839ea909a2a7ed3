package dev.mlestate.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The network between the nodes of a pool. */
public enum Fabric {
  @JsonProperty("none")
  NONE("none"),
  @JsonProperty("rdma")
  RDMA("rdma");

  private final String word;

  Fabric(String word) {
    this.word = word;
  }

  /** The word for it in an environment file. */
  public String word() {
    return word;
  }
}
