package dev.mlestate.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sensitive the data of an environment is, least first. */
public enum DataClassification {
  @JsonProperty("public")
  PUBLIC("public"),
  @JsonProperty("internal")
  INTERNAL("internal"),
  @JsonProperty("confidential")
  CONFIDENTIAL("confidential"),
  @JsonProperty("restricted")
  RESTRICTED("restricted");

  private final String word;

  DataClassification(String word) {
    this.word = word;
  }

  /** The word for it in an environment file. */
  public String word() {
    return word;
  }
}
