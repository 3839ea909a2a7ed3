package dev.mlestate.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A set of controls that must pass. */
public enum CompliancePack {
  @JsonProperty("hipaa")
  HIPAA("hipaa"),
  @JsonProperty("gdpr")
  GDPR("gdpr"),
  @JsonProperty("pci-dss-4")
  PCI_DSS_4("pci-dss-4"),
  @JsonProperty("soc2")
  SOC2("soc2"),
  @JsonProperty("nist-800-53")
  NIST_800_53("nist-800-53"),
  @JsonProperty("cis")
  CIS("cis");

  private final String word;

  CompliancePack(String word) {
    this.word = word;
  }

  /** The word for it in an environment file. */
  public String word() {
    return word;
  }
}
