package dev.mlestate.testkit.graph;

import com.pulumi.core.annotations.ResourceType;
import com.pulumi.resources.Resource;
import org.jspecify.annotations.Nullable;

/** The types of resources as a test names them. */
final class ResourceTypes {
  private ResourceTypes() {}

  /**
   * The type token of an SDK's class.
   *
   * @throws IllegalArgumentException if the class has none, as components have
   */
  static String of(Class<? extends Resource> type) {
    @Nullable ResourceType annotation = type.getAnnotation(ResourceType.class);
    if (annotation == null) {
      throw new IllegalArgumentException(
          type.getName()
              + " does not say which type it registers, as a component's class does not; name the"
              + " type instead, such as \"shop:index:Storage\"");
    }
    return annotation.type();
  }

  /**
   * Whether a token is the one that is meant: the token itself or what stands behind its colons.
   */
  static boolean matches(String token, String wanted) {
    return token.equals(wanted) || shortName(token).equals(wanted);
  }

  private static String shortName(String token) {
    return token.substring(token.lastIndexOf(':') + 1);
  }
}
