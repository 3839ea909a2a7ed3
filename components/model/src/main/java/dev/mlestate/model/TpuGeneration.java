package dev.mlestate.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A generation of Google's TPU. */
public enum TpuGeneration {
  @JsonProperty("v5e")
  V5E("v5e"),
  @JsonProperty("v5p")
  V5P("v5p"),
  @JsonProperty("v6e")
  V6E("v6e");

  private final String word;

  TpuGeneration(String word) {
    this.word = word;
  }

  /** The word for it in an environment file. */
  public String word() {
    return word;
  }
}
