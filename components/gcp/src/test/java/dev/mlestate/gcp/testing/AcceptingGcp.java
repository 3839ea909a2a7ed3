package dev.mlestate.gcp.testing;

import dev.mlestate.testkit.recorded.AcceptingCloud;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A project of Google Cloud that accepts everything. */
public final class AcceptingGcp implements AcceptingCloud {
  public static final String PROJECT = "vision-dev-4821";
  public static final String NUMBER = "123456789012";
  public static final String REGION = "us-central1";
  public static final String BILLING_ACCOUNT = "01ABCD-23EFAB-45CDEF";

  @Override
  public String id(String type, String name, Map<String, Object> inputs) {
    Object physical = inputs.getOrDefault("name", name);
    return switch (type) {
      case "gcp:compute/network:Network" -> "projects/" + PROJECT + "/global/networks/" + physical;
      case "gcp:compute/subnetwork:Subnetwork" ->
          "projects/" + PROJECT + "/regions/" + REGION + "/subnetworks/" + physical;
      case "gcp:logging/projectBucketConfig:ProjectBucketConfig" ->
          "projects/" + PROJECT + "/locations/" + REGION + "/buckets/" + inputs.get("bucketId");
      default -> kind(type) + "/" + name;
    };
  }

  @Override
  public Map<String, Object> computed(String type, String name, Map<String, Object> inputs) {
    Map<String, Object> computed = new TreeMap<>();
    computed.put("name", name);
    computed.put("selfLink", "https://www.googleapis.com/" + id(type, name, inputs));
    switch (type) {
      case "gcp:serviceaccount/account:Account" ->
          computed.put(
              "email", inputs.get("accountId") + "@" + PROJECT + ".iam.gserviceaccount.com");
      case "gcp:container/cluster:Cluster" -> {
        computed.put("endpoint", "10.42.0.2");
        computed.put("masterAuth", Map.of("clusterCaCertificate", "certificate"));
      }
      default -> {}
    }
    return computed;
  }

  @Override
  public Map<String, Object> answer(String token, Map<String, Object> arguments) {
    return switch (token) {
      case "gcp:organizations/getProject:getProject" ->
          Map.of(
              "id", "projects/" + PROJECT,
              "projectId", PROJECT,
              "number", NUMBER,
              "billingAccount", BILLING_ACCOUNT);
      case "gcp:storage/getProjectServiceAccount:getProjectServiceAccount" ->
          Map.of(
              "emailAddress", "service-" + NUMBER + "@gs-project-accounts.iam.gserviceaccount.com");
      case "gcp:bigquery/getDefaultServiceAccount:getDefaultServiceAccount" ->
          Map.of("email", "bq-" + NUMBER + "@bigquery-encryption.iam.gserviceaccount.com");
      case "gcp:logging/getProjectCmekSettings:getProjectCmekSettings" ->
          Map.of("serviceAccountId", "cmek-p" + NUMBER + "@gcp-sa-logging.iam.gserviceaccount.com");
      default -> throw new IllegalArgumentException("no answer to " + token);
    };
  }

  private static String kind(String type) {
    String kind = type.substring(type.lastIndexOf(':') + 1);
    return kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1);
  }
}
