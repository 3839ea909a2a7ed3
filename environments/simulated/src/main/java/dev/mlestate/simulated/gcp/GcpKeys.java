package dev.mlestate.simulated.gcp;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.Admission;
import dev.mlestate.simulated.cloud.InputTexts;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Customer-managed keys: the key must be there, in the same place as what it encrypts, and the
 * agent of the service must have been allowed to use it before. Of keys of other projects, and of
 * those that the company had before, their owner has seen to that.
 */
final class GcpKeys {
  private static final String KEY = "gcp:kms/cryptoKey:CryptoKey";
  private static final Pattern NAME =
      Pattern.compile("projects/([^/]+)/locations/([^/]+)/keyRings/[^/]+/cryptoKeys/[^/]+(/.*)?");
  private static final List<String> ROLES =
      List.of(
          "roles/cloudkms.cryptoKeyEncrypterDecrypter",
          "roles/cloudkms.cryptoKeyEncrypterDecrypterViaDelegation",
          "roles/cloudkms.admin",
          "roles/owner");

  private record Use(String property, String agent) {}

  private static final Map<String, List<Use>> USES = new HashMap<>();

  static {
    for (List<String> row : DatedTable.rows(GcpKeys.class, "keys.tsv", 3)) {
      USES.computeIfAbsent(row.get(0), absent -> new java.util.ArrayList<>())
          .add(new Use(row.get(1), row.get(2)));
    }
  }

  private GcpKeys() {}

  /**
   * Checks every key that the inputs name.
   *
   * @throws CloudException as the service refuses it
   */
  static void check(Admission admission) {
    for (Use use : USES.getOrDefault(admission.type(), List.of())) {
      for (String key : InputTexts.at(use.property(), admission.inputs())) {
        check(admission, use, key);
      }
    }
  }

  private static void check(Admission admission, Use use, String named) {
    String project = admission.settings().account();
    var name = NAME.matcher(named);
    if (!name.matches()) {
      throw new CloudException(
          "googleapi: Error 400: invalid Cloud KMS key name \"%s\": it is projects/…/locations/…/keyRings/…/cryptoKeys/…, invalid"
              .formatted(named));
    }
    String key = named.replaceFirst("/cryptoKeyVersions/.*", "");
    checkPlace(admission, key, name.group(2));
    if (!name.group(1).equals(project) || admission.record().existing().contains(key)) {
      return;
    }
    if (!admission.known().holds(KEY, key)) {
      throw new CloudException(
          "googleapi: Error 404: CryptoKey %s not found., notFound".formatted(key));
    }
    String agent = "serviceAccount:" + use.agent().replace("{n}", GcpProject.number(project));
    if (admission.all().stream().noneMatch(each -> allows(each, key, agent, project))) {
      throw new CloudException(
          "googleapi: Error 403: Permission denied on Cloud KMS key. Please ensure that your service account has been authorized to use this key: %s needs %s on %s, forbidden"
              .formatted(agent, ROLES.get(0), key));
    }
  }

  private static void checkPlace(Admission admission, String key, String place) {
    String location =
        admission
            .input("location")
            .or(() -> admission.input("region"))
            .or(() -> admission.input("zone"))
            .orElse(admission.settings().region());
    String own = GcpLocations.regionOf(location.toLowerCase(Locale.ROOT));
    boolean anywhere = place.equals("global") || own.isEmpty() || own.equals("global");
    if (!anywhere && !own.equals(place)) {
      throw new CloudException(
          "googleapi: Error 400: the Cloud KMS key %s is in %s, not in %s where the resource is, invalid"
              .formatted(key, place, own));
    }
  }

  private static boolean allows(
      RecordedResource resource, String key, String agent, String project) {
    Obj inputs = resource.inputs();
    String about =
        switch (resource.type()) {
          case "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember",
              "gcp:kms/cryptoKeyIAMBinding:CryptoKeyIAMBinding" ->
              GcpIam.text(inputs, "cryptoKeyId");
          case "gcp:kms/keyRingIAMMember:KeyRingIAMMember",
              "gcp:kms/keyRingIAMBinding:KeyRingIAMBinding" ->
              GcpIam.text(inputs, "keyRingId");
          case "gcp:projects/iAMMember:IAMMember", "gcp:projects/iAMBinding:IAMBinding" ->
              "projects/" + project;
          default -> "";
        };
    return !about.isEmpty()
        && (key.equals(about) || key.startsWith(about + "/"))
        && ROLES.stream().anyMatch(role -> GcpIam.grants(inputs, role, agent));
  }
}
