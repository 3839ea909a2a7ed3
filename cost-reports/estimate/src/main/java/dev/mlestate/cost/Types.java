package dev.mlestate.cost;

import dev.mlestate.inventory.Resource;
import java.util.regex.Pattern;

/** Type tokens as the rules write them. */
final class Types {
  /** Azure's tokens may name a version of the API: azure-native:app/v20230501:ContainerApp. */
  private static final Pattern API_VERSION = Pattern.compile("^(azure-native:[a-z]+)/v[0-9a-z]+:");

  private Types() {}

  static String of(Resource resource) {
    return plain(resource.type());
  }

  /** Without a version of the API, which does not change what a thing costs. */
  static String plain(String type) {
    return API_VERSION.matcher(type).replaceFirst("$1:");
  }
}
