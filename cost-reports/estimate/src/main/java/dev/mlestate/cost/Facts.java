package dev.mlestate.cost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Reads a resource's properties and knows what is undetermined. */
final class Facts {
  private final Resource resource;
  private final String prefix;

  Facts(Resource resource) {
    this(resource, "");
  }

  private Facts(Resource resource, String prefix) {
    this.resource = resource;
    this.prefix = prefix;
  }

  /** What stands below a path such as {@code agentPoolProfiles[0].}, which ends with a point. */
  Facts under(String path) {
    return new Facts(resource, prefix + path);
  }

  /** The number there, the default if nothing stands there; empty: unknown or no number. */
  Optional<BigDecimal> number(String path, int byDefault) {
    JsonNode value = at(path);
    if (value.isNumber()) {
      return Optional.of(value.decimalValue());
    }
    if (value.isTextual()) {
      return decimal(value.textValue().strip());
    }
    return isUndetermined(path) ? Optional.empty() : Optional.of(BigDecimal.valueOf(byDefault));
  }

  /**
   * The number of a Kubernetes quantity such as 2, 0.5 or 500m, the default if nothing stands
   * there; empty: unknown or none.
   */
  Optional<BigDecimal> quantity(String path, BigDecimal byDefault) {
    Optional<String> text = text(path);
    if (text.isPresent() && text.get().endsWith("m")) {
      return decimal(text.get().substring(0, text.get().length() - 1)).map(n -> n.movePointLeft(3));
    }
    return has(path) ? number(path, 0) : Optional.of(byDefault);
  }

  /** GiB of a quantity such as 512Mi, 4Gi or 4G; empty: unknown or none. */
  Optional<BigDecimal> gib(String path, BigDecimal byDefault) {
    if (!has(path)) {
      return Optional.of(byDefault);
    }
    String text = text(path).orElse("").strip();
    if (text.endsWith("Mi") || text.endsWith("M")) {
      return decimal(text.replaceAll("Mi?$", ""))
          .map(mib -> mib.divide(BigDecimal.valueOf(1024), MathContext.DECIMAL64));
    }
    return decimal(text.replaceAll("(Gi|G)$", ""));
  }

  private static Optional<BigDecimal> decimal(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The text there; empty: nothing there, unknown or no text. */
  Optional<String> text(String path) {
    return Optional.ofNullable(at(path).textValue());
  }

  boolean has(String path) {
    JsonNode value = at(path);
    return (!value.isMissingNode() && !value.isNull()) || isUndetermined(path);
  }

  boolean isTrue(String path) {
    return at(path).asBoolean(false);
  }

  /** How many elements a list has, unknown ones included; empty: the list itself is unknown. */
  Optional<BigDecimal> size(String path) {
    JsonNode value = at(path);
    return value.isArray() ? Optional.of(BigDecimal.valueOf(value.size())) : Optional.empty();
  }

  /** Whether the value there, or what it stands in, is not known or withheld. */
  boolean isUndetermined(String path) {
    return covers(resource.unknownPaths(), prefix + path)
        || covers(resource.secretPaths(), prefix + path);
  }

  private static boolean covers(Iterable<String> undetermined, String path) {
    for (String above : undetermined) {
      if (path.equals(above) || path.startsWith(above + ".") || path.startsWith(above + "[")) {
        return true;
      }
    }
    return false;
  }

  private JsonNode at(String path) {
    String pointer = "/" + (prefix + path).replace("].", "/").replace("[", "/").replace("]", "");
    return resource.properties().at(pointer.replace('.', '/'));
  }

  /** A member whose key has dots, such as a label of Kubernetes. */
  Optional<String> member(String object, String key) {
    return Optional.ofNullable(at(object).path(key).textValue());
  }
}
