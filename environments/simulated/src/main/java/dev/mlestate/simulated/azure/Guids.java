package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.check.Digests;
import java.util.regex.Pattern;

/** Identifiers of the directory and of resources. */
final class Guids {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private Guids() {}

  static boolean is(String text) {
    return FORM.matcher(text).matches();
  }

  /** A random-looking GUID of 32 hexadecimal digits. */
  static String of(String hex) {
    return "%s-%s-4%s-a%s-%s"
        .formatted(
            hex.substring(0, 8),
            hex.substring(8, 12),
            hex.substring(13, 16),
            hex.substring(17, 20),
            hex.substring(20, 32));
  }

  /** A managed identity's object id (principal) or application id (client). */
  static String ofIdentity(String kind, String id) {
    return Digests.uuid(kind, ResourcePaths.normal(id));
  }

  /** The directory that a subscription trusts. */
  static String tenant(String subscription) {
    return Digests.uuid("tenant", subscription);
  }
}
