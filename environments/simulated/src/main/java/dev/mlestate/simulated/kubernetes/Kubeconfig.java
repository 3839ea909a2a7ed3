package dev.mlestate.simulated.kubernetes;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValues;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one thing that a simulated cluster is told by a kubeconfig: the API server's address. */
final class Kubeconfig {
  private static final Pattern SERVER =
      Pattern.compile("[\"']?server[\"']?\\s*:\\s*[\"']?(https?://[^\"'\\s,}]+)");

  private Kubeconfig() {}

  /**
   * The address of the API server.
   *
   * @throws CloudException if the text has none
   */
  static String server(PropertyValue kubeconfig) {
    String text = PropertyText.of(PropertyValues.unwrap(kubeconfig));
    Matcher matcher = SERVER.matcher(text);
    if (!matcher.find()) {
      throw new CloudException(
          "the provider's kubeconfig names no cluster's server, such as https://…:443");
    }
    return matcher.group(1);
  }
}
