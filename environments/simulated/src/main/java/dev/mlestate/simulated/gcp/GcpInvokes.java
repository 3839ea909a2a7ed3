package dev.mlestate.simulated.gcp;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.CloudSettings;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.List;

/** The functions that tell of the project and of Google's agents in it, or look something up. */
final class GcpInvokes {
  private static final String KEY_RING = "gcp:kms/keyRing:KeyRing";
  private static final String CRYPTO_KEY = "gcp:kms/cryptoKey:CryptoKey";

  private GcpInvokes() {}

  /**
   * The answer to a function.
   *
   * @throws CloudException if the function is none of those that are answered, or finds nothing
   */
  static Obj answer(
      String token, Obj arguments, CloudSettings settings, List<RecordedResource> all) {
    String project = GcpIam.text(arguments, "project");
    if (project.isEmpty()) {
      project = GcpIam.text(arguments, "projectId");
    }
    project = project.isEmpty() ? settings.account() : project.replaceFirst("^projects/", "");
    if (!project.equals(settings.account())) {
      throw new CloudException(
          "googleapis: Error 404: project %s not found or permission denied (this is the simulated project %s)"
              .formatted(project, settings.account()));
    }
    return switch (token) {
      case "gcp:organizations/getProject:getProject" ->
          PropertyValues.object(
              "id",
              "projects/" + project,
              "projectId",
              project,
              "name",
              project,
              "number",
              GcpProject.number(project),
              "billingAccount",
              GcpProject.billingAccount(project),
              "orgId",
              "",
              "folderId",
              "",
              "autoCreateNetwork",
              true,
              "skipDelete",
              false,
              "labels",
              PropertyValues.EMPTY,
              "effectiveLabels",
              PropertyValues.EMPTY,
              "pulumiLabels",
              PropertyValues.EMPTY);
      case "gcp:organizations/getClientConfig:getClientConfig" ->
          PropertyValues.object(
              "id", "projects/" + project,
              "project", project,
              "region", settings.region(),
              "zone", settings.zone(),
              "accessToken", PropertyValues.secret(PropertyValues.of("simulated")));
      case "gcp:organizations/getClientOpenIdUserInfo:getClientOpenIdUserInfo" ->
          PropertyValues.object(
              "id", "mlestate@" + project + ".iam.gserviceaccount.com",
              "email", "mlestate@" + project + ".iam.gserviceaccount.com");
      case "gcp:storage/getProjectServiceAccount:getProjectServiceAccount" ->
          agent(project, GcpProject.agent(project, "gs-project-accounts"), "emailAddress");
      case "gcp:bigquery/getDefaultServiceAccount:getDefaultServiceAccount" ->
          agent(project, GcpProject.bigQueryAgent(project), "email");
      case "gcp:logging/getProjectCmekSettings:getProjectCmekSettings" ->
          PropertyValues.object(
              "id",
              "projects/" + project + "/cmekSettings",
              "project",
              project,
              "name",
              "projects/" + project + "/cmekSettings",
              "kmsKeyName",
              "",
              "kmsKeyVersionName",
              "",
              "serviceAccountId",
              GcpProject.loggingAgent(project));
      case "gcp:compute/getDefaultServiceAccount:getDefaultServiceAccount" ->
          agent(
              project,
              GcpProject.number(project) + "-compute@developer.gserviceaccount.com",
              "email");
      case "gcp:compute/getZones:getZones" -> zones(arguments, settings, project);
      case "gcp:kms/getKMSKeyRing:getKMSKeyRing" ->
          found(
              all,
              KEY_RING,
              "projects/%s/locations/%s/keyRings/%s"
                  .formatted(
                      project, GcpIam.text(arguments, "location"), GcpIam.text(arguments, "name")));
      case "gcp:kms/getKMSCryptoKey:getKMSCryptoKey" ->
          found(
              all,
              CRYPTO_KEY,
              GcpIam.text(arguments, "keyRing") + "/cryptoKeys/" + GcpIam.text(arguments, "name"));
      default ->
          throw new CloudException(
              "the simulated Google Cloud does not answer the function "
                  + token
                  + "; it knows getProject, getClientConfig, getZones, the agents of storage, BigQuery, logging and compute, and look-ups of KMS");
    };
  }

  private static Obj agent(String project, String email, String property) {
    return PropertyValues.object(
        "id", email, property, email, "member", "serviceAccount:" + email, "project", project);
  }

  private static Obj zones(Obj arguments, CloudSettings settings, String project) {
    String asked = GcpIam.text(arguments, "region");
    String region = asked.isEmpty() ? settings.region() : asked;
    List<String> zones = Catalog.load().zonesByRegion("gcp").get(region);
    if (zones == null) {
      throw new CloudException("the simulated Google Cloud knows no zones of the region " + region);
    }
    List<PropertyValue> names = zones.stream().map(PropertyValues::of).toList();
    return PropertyValues.object(
        "id",
        "projects/" + project + "/regions/" + region,
        "project",
        project,
        "region",
        region,
        "names",
        PropertyValues.of(names));
  }

  private static Obj found(List<RecordedResource> all, String type, String id) {
    return all.stream()
        .filter(each -> each.type().equals(type) && each.id().equals(id))
        .findFirst()
        .map(each -> PropertyValues.with(each.outputs(), "id", PropertyValues.of(id)))
        .orElseThrow(
            () -> new CloudException("googleapi: Error 404: " + id + " not found., notFound"));
  }
}
