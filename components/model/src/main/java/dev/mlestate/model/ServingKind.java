package dev.mlestate.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How predictions are served. */
public enum ServingKind {
  @JsonProperty("realtime")
  REALTIME("realtime"),
  @JsonProperty("serverless")
  SERVERLESS("serverless");

  private final String word;

  ServingKind(String word) {
    this.word = word;
  }

  /** The word for it in an environment file. */
  public String word() {
    return word;
  }
}
