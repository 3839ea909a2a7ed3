package dev.mlestate.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who owns the encryption keys. */
public enum KeyManagement {
  @JsonProperty("customer-managed")
  CUSTOMER_MANAGED("customer-managed"),
  @JsonProperty("provider-managed")
  PROVIDER_MANAGED("provider-managed");

  private final String word;

  KeyManagement(String word) {
    this.word = word;
  }

  /** The word for it in an environment file. */
  public String word() {
    return word;
  }
}
