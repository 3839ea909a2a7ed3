package dev.mlestate.pulumi;

import java.util.regex.Pattern;

/**
 * A resource type, or a form of one, that the SDK's classes do not know.
 *
 * @param token as the engine writes it, such as gcp:container/nodePool:NodePool
 * @param plugin the first version of the provider's plugin that carries what is used of it, such as
 *     7.3.0
 * @param source where that is written, with its date
 */
public record RawType(String token, String plugin, String source) {
  private static final Pattern TOKEN = Pattern.compile("[^:]+:[^:]+:[^:]+");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

  public RawType {
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException("a token is package:module:Type, not \"" + token + "\"");
    }
    if (!VERSION.matcher(plugin).matches()) {
      throw new IllegalArgumentException("the plugin's version is x.y.z, not \"" + plugin + "\"");
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("no source says which plugin carries " + token);
    }
  }
}
