package dev.mlestate.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An accelerator that a node pool or a serving replica can ask for. */
public enum AcceleratorType {
  @JsonProperty("H100")
  H100("H100"),
  @JsonProperty("H200")
  H200("H200"),
  @JsonProperty("A100")
  A100("A100"),
  @JsonProperty("L4")
  L4("L4"),
  @JsonProperty("L40S")
  L40S("L40S"),
  @JsonProperty("A10G")
  A10G("A10G"),
  @JsonProperty("T4")
  T4("T4"),
  @JsonProperty("Trainium")
  TRAINIUM("Trainium"),
  @JsonProperty("Inferentia")
  INFERENTIA("Inferentia");

  private final String word;

  AcceleratorType(String word) {
    this.word = word;
  }

  /** The word for it in an environment file. */
  public String word() {
    return word;
  }
}
