package dev.mlestate.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The purpose of an environment; it chooses the defaults. */
public enum Stage {
  @JsonProperty("dev")
  DEV("dev"),
  @JsonProperty("staging")
  STAGING("staging"),
  @JsonProperty("prod")
  PROD("prod");

  private final String word;

  Stage(String word) {
    this.word = word;
  }

  /** The word for it in an environment file. */
  public String word() {
    return word;
  }
}
