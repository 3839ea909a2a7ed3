package dev.mlestate.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A way to get machines. */
public enum CapacityOption {
  @JsonProperty("reservation")
  RESERVATION("reservation"),
  @JsonProperty("spot")
  SPOT("spot"),
  @JsonProperty("on-demand")
  ON_DEMAND("on-demand"),
  @JsonProperty("queued")
  QUEUED("queued");

  private final String word;

  CapacityOption(String word) {
    this.word = word;
  }

  /** The word for it in an environment file. */
  public String word() {
    return word;
  }
}
