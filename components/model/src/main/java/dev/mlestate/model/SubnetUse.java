package dev.mlestate.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an existing subnet is for. */
public enum SubnetUse {
  @JsonProperty("nodes")
  NODES("nodes"),
  @JsonProperty("endpoints")
  ENDPOINTS("endpoints"),
  @JsonProperty("serverless")
  SERVERLESS("serverless");

  private final String word;

  SubnetUse(String word) {
    this.word = word;
  }

  /** The word for it in an environment file. */
  public String word() {
    return word;
  }
}
