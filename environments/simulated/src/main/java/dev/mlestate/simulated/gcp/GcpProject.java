package dev.mlestate.simulated.gcp;

import dev.mlestate.simulated.check.Digests;
import java.util.Locale;

/** What a simulated project is known by, besides its id. */
final class GcpProject {
  private GcpProject() {}

  /** Its number, of twelve digits. */
  static String number(String project) {
    long digits = Long.parseLong(Digests.hex(12, "project", project), 16) % 900_000_000_000L;
    return Long.toString(100_000_000_000L + digits);
  }

  /** The billing account that pays for it: three times six hexadecimal digits. */
  static String billingAccount(String project) {
    String hex = Digests.hex(18, "billing", project).toUpperCase(Locale.ROOT);
    return hex.substring(0, 6) + "-" + hex.substring(6, 12) + "-" + hex.substring(12);
  }

  /** Of several agents, the one of a domain such as gcp-sa-pubsub. */
  static String agent(String project, String domain) {
    return "service-" + number(project) + "@" + domain + ".iam.gserviceaccount.com";
  }

  static String bigQueryAgent(String project) {
    return "bq-" + number(project) + "@bigquery-encryption.iam.gserviceaccount.com";
  }

  static String loggingAgent(String project) {
    return "cmek-p" + number(project) + "@gcp-sa-logging.iam.gserviceaccount.com";
  }
}
