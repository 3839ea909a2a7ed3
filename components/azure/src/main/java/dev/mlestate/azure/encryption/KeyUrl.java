package dev.mlestate.azure.encryption;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key's URL, such as https://v.vault.azure.net/keys/data/0123456789abcdef0123456789abcdef.
 *
 * @param vault the URL of the vault
 * @param name of the key
 * @param url without the version
 * @param versioned as it was given
 */
record KeyUrl(String vault, String name, String url, String versioned) {
  private static final Pattern FORM =
      Pattern.compile("((https://[^/]+)/keys/([0-9a-zA-Z-]+))(/[0-9a-f]{32})?");

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException if it is none of a key
   */
  static KeyUrl parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not the URL of a key: " + text);
    }
    return new KeyUrl(matcher.group(2), matcher.group(3), matcher.group(1), text);
  }
}
