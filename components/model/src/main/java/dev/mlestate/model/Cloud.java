package dev.mlestate.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A cloud provider. */
public enum Cloud {
  @JsonProperty("aws")
  AWS("aws"),
  @JsonProperty("gcp")
  GCP("gcp"),
  @JsonProperty("azure")
  AZURE("azure");

  private final String word;

  Cloud(String word) {
    this.word = word;
  }

  /** The word for it in an environment file. */
  public String word() {
    return word;
  }
}
