package dev.mlestate.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The type of a feature. */
public enum FeatureType {
  @JsonProperty("int")
  INT("int"),
  @JsonProperty("double")
  DOUBLE("double"),
  @JsonProperty("string")
  STRING("string");

  private final String word;

  FeatureType(String word) {
    this.word = word;
  }

  /** The word for it in an environment file. */
  public String word() {
    return word;
  }
}
