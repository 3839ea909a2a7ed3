package dev.mlestate.model;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How each cloud writes accounts and regions. */
final class CloudForms {
  private record Form(Pattern pattern, String noun, String remedy) {
    static Form of(String pattern, String noun, String remedy) {
      return new Form(Pattern.compile(pattern), noun, remedy);
    }
  }

  private static final Map<Cloud, Form> ACCOUNTS =
      Map.of(
          Cloud.AWS,
          Form.of("[0-9]{12}", "an AWS account", "write its twelve digits in quotes"),
          Cloud.GCP,
          Form.of(
              "[a-z][a-z0-9-]{4,28}[a-z0-9]",
              "a GCP project",
              "write the project's id, 6 to 30 lower-case letters, digits and hyphens"),
          Cloud.AZURE,
          Form.of(
              "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
              "an Azure subscription",
              "write the subscription's id, such as 00000000-0000-0000-0000-000000000000"));

  private static final Map<Cloud, Form> REGIONS =
      Map.of(
          Cloud.AWS,
          Form.of("[a-z]{2}(-[a-z]+)+-[0-9]", "an AWS region", "write it as us-east-1"),
          Cloud.GCP,
          Form.of("[a-z]+-[a-z]+[0-9]+", "a GCP region", "write it as us-central1"),
          Cloud.AZURE,
          Form.of("[a-z]+[0-9]?", "an Azure region", "write it as eastus"));

  private CloudForms() {}

  /** A customer's own key, where it is named to be used. */
  static void key(Reported reported, Environment environment, String id, String path) {
    String region = environment.region();
    switch (environment.cloud()) {
      case AWS -> {
        String begin = "arn:aws:kms:" + region + ":";
        key(
            reported,
            path,
            id,
            begin + "[0-9]{12}:key/[0-9a-zA-Z-]{1,64}",
            "the ARN of a key in " + region,
            begin + environment.account() + ":key/…");
      }
      case GCP ->
          key(
              reported,
              path,
              id,
              "projects/[^/]+/locations/"
                  + Pattern.quote(region)
                  + "/keyRings/[a-zA-Z0-9_-]{1,63}/cryptoKeys/[a-zA-Z0-9_-]{1,63}",
              "the id of a crypto key in " + region,
              "projects/…/locations/" + region + "/keyRings/…/cryptoKeys/…");
      case AZURE ->
          key(
              reported,
              path,
              id,
              "https://[a-zA-Z][a-zA-Z0-9-]{2,23}\\.(vault|managedhsm)\\.azure\\.net"
                  + "/keys/[0-9a-zA-Z-]{1,127}(/[0-9a-f]{32})?",
              "the URL of a key in a key vault",
              "https://….vault.azure.net/keys/…");
    }
  }

  private static void key(
      Reported reported, String path, String id, String form, String noun, String example) {
    if (!id.matches(form)) {
      reported.rule(
          path, "\"" + id + "\" is not " + noun, "write it as " + example, "cloud", "region");
    }
  }

  static void account(Reported reported, Cloud cloud, String account, String path) {
    check(reported, ACCOUNTS, cloud, account, path);
  }

  static void region(Reported reported, Cloud cloud, String region, String path) {
    check(reported, REGIONS, cloud, region, path);
  }

  static void accounts(Reported reported, Cloud cloud, List<String> accounts, String path) {
    for (int i = 0; i < accounts.size(); i++) {
      account(reported, cloud, accounts.get(i), path + "[" + i + "]");
    }
  }

  static void regions(Reported reported, Cloud cloud, List<String> regions, String path) {
    for (int i = 0; i < regions.size(); i++) {
      region(reported, cloud, regions.get(i), path + "[" + i + "]");
    }
  }

  private static void check(
      Reported reported, Map<Cloud, Form> forms, Cloud cloud, String text, String path) {
    Form form = forms.get(cloud);
    if (form != null && !form.pattern().matcher(text).matches() && reported.sound(path)) {
      reported.broken(path, "\"" + text + "\" is not " + form.noun(), form.remedy());
    }
  }
}
