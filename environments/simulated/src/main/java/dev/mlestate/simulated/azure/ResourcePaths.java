package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paths of Azure's resources (ids.tsv), of which their ids are made. */
final class ResourcePaths {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");
  private static final Pattern VERSION = Pattern.compile("/v[0-9]{8}[a-z]*:");
  private static final String SUBSCRIPTION = "subscriptionId";

  private static final Pattern NAMESPACE =
      Pattern.compile(".*/managedClusters/[^/]+/namespaces/[^/]+", Pattern.CASE_INSENSITIVE);

  /** The name of a blob alone may have slashes. */
  private static final Pattern BLOB =
      Pattern.compile("(.*/containers/[^/]+)/blobs/.+", Pattern.CASE_INSENSITIVE);

  private static final Map<String, String> TEMPLATES = new HashMap<>();

  static {
    for (List<String> row : DatedTable.rows(ResourcePaths.class, "ids.tsv", 2)) {
      TEMPLATES.put(row.get(0), row.get(1));
    }
  }

  private ResourcePaths() {}

  /** The type without the version of Azure's API in its token. */
  static String unversioned(String token) {
    return VERSION.matcher(token).replaceFirst(":");
  }

  private static String template(String token) {
    return TEMPLATES.getOrDefault(unversioned(token), "");
  }

  /** The inputs that stand in the path, in their order. */
  static List<String> parameters(String token) {
    List<String> names = new ArrayList<>();
    Matcher matcher = PLACE.matcher(template(token));
    while (matcher.find()) {
      if (!matcher.group(1).equals(SUBSCRIPTION)) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  /** The input with the resource's own name: the last of its path. */
  static Optional<String> nameProperty(String token) {
    List<String> names = parameters(token);
    return names.isEmpty() ? Optional.empty() : Optional.of(names.get(names.size() - 1));
  }

  /** A resource's id; empty if an input of its path is not known. */
  static Optional<String> id(String token, Obj inputs, String subscription) {
    Matcher matcher = PLACE.matcher(template(token));
    StringBuilder id = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String value =
          name.equals(SUBSCRIPTION)
              ? subscription
              : PropertyText.of(inputs.members().getOrDefault(name, PropertyValues.NULL));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      // A scope is a path of its own and may begin with a slash.
      matcher.appendReplacement(
          id, Matcher.quoteReplacement(value.startsWith("/") ? value.substring(1) : value));
    }
    return Optional.of(matcher.appendTail(id).toString()).filter(text -> !text.isEmpty());
  }

  /** Azure's own type, such as Microsoft.Network/virtualNetworks/subnets. */
  static String armType(String token) {
    return armTypeOf(template(token));
  }

  /** Azure's own type of what an id names; of a group Microsoft.Resources/resourceGroups. */
  static String armTypeOf(String id) {
    int providers = id.toLowerCase(Locale.ROOT).lastIndexOf("/providers/");
    if (providers < 0) {
      return id.contains("/") ? "Microsoft.Resources/resourceGroups" : "";
    }
    String[] parts = id.substring(providers + "/providers/".length()).split("/", -1);
    StringBuilder type = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i += 2) {
      type.append('/').append(parts[i]);
    }
    return type.toString();
  }

  /** The id of what something is in: its parent, its scope or its group; empty at the top. */
  static Optional<String> parent(String id) {
    Matcher blob = BLOB.matcher(id);
    if (blob.matches()) {
      return Optional.of(blob.group(1));
    }
    String[] parts = id.split("/", -1);
    int last = parts.length;
    // /subscriptions/S
    if (last <= 3) {
      return Optional.empty();
    }
    int cut = last - 2;
    // .../providers/Microsoft.X/type/name: the provider goes, too.
    if (cut >= 2 && parts[cut - 2].equalsIgnoreCase("providers")) {
      cut -= 2;
    }
    String parent = String.join("/", List.of(parts).subList(0, cut));
    return parent.isEmpty() ? Optional.empty() : Optional.of(parent);
  }

  /**
   * Whether it is a namespace of a cluster: roles can be given on it, but Azure has no such
   * resource.
   */
  static boolean isNamespace(String id) {
    return NAMESPACE.matcher(id).matches();
  }

  /**
   * Whether it needs not be there by itself: a part that comes with what it is in, such as an
   * account's blobServices/default, or a namespace.
   */
  static boolean isPart(String id) {
    return id.endsWith("/default") || isNamespace(id);
  }

  /** The last part of an id. */
  static String name(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  /** The form in which ids are compared: Azure does not tell upper from lower case. */
  static String normal(String id) {
    String text = id.startsWith("/") ? id.toLowerCase(Locale.ROOT) : id;
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
