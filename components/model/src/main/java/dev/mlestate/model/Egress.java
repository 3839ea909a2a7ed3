package dev.mlestate.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How private subnets reach the internet. */
public enum Egress {
  @JsonProperty("nat")
  NAT("nat"),
  @JsonProperty("none")
  NONE("none");

  private final String word;

  Egress(String word) {
    this.word = word;
  }

  /** The word for it in an environment file. */
  public String word() {
    return word;
  }
}
