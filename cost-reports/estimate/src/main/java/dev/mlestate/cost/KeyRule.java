package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.util.Set;

/**
 * Keys that encrypt. Those that a hardware module protects cost more on GCP and Azure; Azure
 * charges a key that software protects for its operations only, which are not counted.
 */
final class KeyRule implements CostRule {
  private static final String AWS = "aws:kms/key:Key";
  private static final String GCP = "gcp:kms/cryptoKey:CryptoKey";
  private static final String AZURE = "azure-native:keyvault:Key";

  @Override
  public Set<String> types() {
    return Set.of(AWS, GCP, AZURE);
  }

  @Override
  public void charge(Ledger ledger) {
    ledger.ofType(AWS).forEach(key -> month(ledger, key, Service.KMS_KEY_MONTH));
    for (Resource key : ledger.ofType(GCP)) {
      Facts facts = new Facts(key);
      String level = "versionTemplate.protectionLevel";
      if (facts.isUndetermined(level)) {
        ledger.unknown("Key", key);
      } else if (facts.text(level).orElse("SOFTWARE").equals("SOFTWARE")) {
        month(ledger, key, Service.KMS_KEY_MONTH);
      } else {
        month(ledger, key, Service.KMS_HSM_KEY_MONTH);
      }
    }
    for (Resource key : ledger.ofType(AZURE)) {
      Facts facts = new Facts(key);
      if (facts.isUndetermined("properties.kty")) {
        ledger.unknown("Key", key);
      } else if (facts.text("properties.kty").orElse("RSA").endsWith("-HSM")) {
        month(ledger, key, Service.KMS_HSM_KEY_MONTH);
      } else {
        ledger.charge(
            Section.KEYS, key, "Key: operations", Service.KMS_10K_REQUESTS, BigDecimal.ONE);
        ledger.assume("each key in a vault is used 10,000 times");
      }
    }
  }

  private static void month(Ledger ledger, Resource key, Service service) {
    ledger.charge(Section.KEYS, key, "Key", service, BigDecimal.ONE);
  }
}
