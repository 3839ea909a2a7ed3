package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.Admission;
import dev.mlestate.simulated.record.RecordedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is encrypted with a key of the customer's needs the key, a vault that nobody can purge, and
 * an identity that may use the key already.
 *
 * <p>Source: general knowledge of Azure Storage's, Container Registry's, Machine Learning's and
 * AKS's pages about customer-managed keys, not read; the codes are not theirs to the letter.
 */
final class CustomerManagedKeys implements ArmRule {
  private static final Pattern KEY_URL =
      Pattern.compile("https://([A-Za-z0-9-]+)\\.vault\\.azure\\.net/keys/([^/]+)(?:/([^/]+))?/?");

  /** Crypto Service Encryption User, Crypto User, Crypto Officer, Key Vault Administrator. */
  private static final Set<String> ROLES =
      Set.of(
          "e147488a-f6f5-4113-8e2d-b22465e65bf6",
          "12338af0-0e69-4776-bea7-57ae8d297424",
          "14b46e9e-c2b7-41b4-b07b-48a6ebf60603",
          "00482a5a-887f-4fb3-b363-3b7fe8e74483");

  private static final String DISK_ENCRYPTION_SET = "azure-native:compute:DiskEncryptionSet";

  /** A key as an input names it. */
  private record Named(String path, String vault, String key, Optional<String> version) {}

  @Override
  public void check(Admission wanted, String id, Subscription there) {
    if (wanted.type().startsWith("azure-native:keyvault:")) {
      return;
    }
    for (Named key : keys(wanted)) {
      judge(wanted, key, there);
    }
  }

  private static List<Named> keys(Admission wanted) {
    List<Named> keys = new ArrayList<>();
    Inputs.eachText(
        "",
        wanted.inputs(),
        (path, text) -> {
          Matcher matcher = KEY_URL.matcher(text);
          if (matcher.matches()) {
            keys.add(
                new Named(
                    path,
                    matcher.group(1),
                    matcher.group(2),
                    Optional.ofNullable(matcher.group(3))));
          }
        });
    // Storage names the vault and the key apart.
    wanted
        .input("encryption.keyVaultProperties.keyVaultUri")
        .map(uri -> uri.replaceFirst("^https://", "").replaceFirst("\\..*$", ""))
        .ifPresent(
            vault ->
                wanted
                    .input("encryption.keyVaultProperties.keyName")
                    .ifPresent(
                        key ->
                            keys.add(
                                new Named(
                                    "encryption.keyVaultProperties",
                                    vault,
                                    key,
                                    wanted.input("encryption.keyVaultProperties.keyVersion")))));
    return keys;
  }

  private static void judge(Admission wanted, Named key, Subscription there) {
    String host = "https://" + key.vault() + ".vault.azure.net";
    if (wanted.record().existing().stream().anyMatch(had -> had.startsWith(host))) {
      // The company's own vault: who may use it was settled there.
      return;
    }
    RecordedResource vault =
        there.all("azure-native:keyvault:Vault").stream()
            .filter(each -> ResourcePaths.name(each.id()).equalsIgnoreCase(key.vault()))
            .findFirst()
            .orElseThrow(
                () ->
                    new CloudException(
                        "KeyVaultNotFound: %s names the key vault '%s', which does not exist."
                            .formatted(key.path(), key.vault())));
    String keyId = vault.id() + "/keys/" + key.key();
    RecordedResource made =
        there
            .find(keyId)
            .orElseThrow(
                () ->
                    new CloudException(
                        "KeyNotFound: A key with (name/id) %s was not found in the key vault '%s' (%s)."
                            .formatted(key.key(), key.vault(), key.path())));
    key.version()
        .filter(
            version ->
                !Inputs.text(made.outputs(), "keyUriWithVersion")
                    .orElse("")
                    .endsWith("/" + version))
        .ifPresent(
            version -> {
              throw new CloudException(
                  "KeyNotFound: the key '%s' has no version '%s' (%s)."
                      .formatted(key.key(), version, key.path()));
            });
    if (!Inputs.is(vault.inputs(), "properties.enablePurgeProtection", true)) {
      throw new CloudException(
          "KeyVaultNotConfiguredForCustomerManagedKeys: the key vault '%s' must have soft delete and purge protection enabled (%s)."
              .formatted(key.vault(), key.path()));
    }
    mayUse(wanted, key, keyId, vault, new Access(there));
  }

  private static void mayUse(
      Admission wanted, Named key, String keyId, RecordedResource vault, Access access) {
    List<String> identities = Inputs.identities(wanted.inputs());
    String kind = wanted.input("identity.type").orElse("").toLowerCase(Locale.ROOT);
    if (identities.isEmpty()) {
      if (wanted.type().equals(DISK_ENCRYPTION_SET) && kind.contains("systemassigned")) {
        // Its identity is made with it and is given the role before a disk uses the set.
        return;
      }
      throw new CloudException(
          "CustomerManagedKeyIdentityMissing: %s needs a user-assigned identity that may use the key already: one of the system is only made with the resource."
              .formatted(key.path()));
    }
    for (String identity : identities) {
      Optional<String> principal = access.principal(identity);
      if (principal.isPresent()
          && (access.has(principal.get(), ROLES, keyId) || hasPolicy(vault, principal.get()))) {
        return;
      }
    }
    throw new CloudException(
        "KeyVaultAccessForbidden: none of the identities %s may wrap and unwrap with the key '%s' of the key vault '%s' (%s): give it the role Key Vault Crypto Service Encryption User first."
            .formatted(
                identities.stream().map(ResourcePaths::name).toList(),
                key.key(),
                key.vault(),
                key.path()));
  }

  /** Vaults that do not go by roles have a list of who may do what. */
  private static boolean hasPolicy(RecordedResource vault, String principal) {
    return !Inputs.is(vault.inputs(), "properties.enableRbacAuthorization", true)
        && Inputs.objects(vault.inputs(), "properties.accessPolicies").stream()
            .filter(each -> Inputs.text(each, "objectId").filter(principal::equals).isPresent())
            .anyMatch(
                each ->
                    Inputs.texts(each, "permissions.keys").stream()
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .anyMatch(text -> text.equals("wrapkey") || text.equals("all")));
  }
}
