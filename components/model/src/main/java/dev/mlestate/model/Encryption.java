package dev.mlestate.model;

import java.util.Map;

/** Keys for data at rest. */
public record Encryption(
    @Key(value = "Who owns the keys", standard = "\"customer-managed\"") KeyManagement keys,
    @Key(
            value = "How often the key material rotates (AWS KMS: 90 to 2560)",
            unit = "days",
            min = 90,
            max = 2560,
            standard = "365",
            prod = "90")
        int rotationDays,
    @Key(
            value = "How long the deletion of a key can be undone (AWS KMS: 7 to 30)",
            unit = "days",
            min = 7,
            max = 30,
            dev = "7",
            staging = "14",
            prod = "30")
        int deletionWindowDays,
    @Key(
            "Keys to use instead of creating them, by what they protect: on AWS their ARNs, on GCP the ids of crypto keys, on Azure the URLs of vault keys")
        Map<KeyDomain, String> existing) {
  public Encryption {
    existing = Ordered.copyOf(existing);
  }
}
