package dev.mlestate.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What one encryption key protects. */
public enum KeyDomain {
  @JsonProperty("data")
  DATA("data"),
  @JsonProperty("compute")
  COMPUTE("compute"),
  @JsonProperty("logs")
  LOGS("logs"),
  @JsonProperty("secrets")
  SECRETS("secrets");

  private final String word;

  KeyDomain(String word) {
    this.word = word;
  }

  /** The word for it in an environment file. */
  public String word() {
    return word;
  }
}
