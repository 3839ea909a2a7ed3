package dev.mlestate.cost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads a resource's properties and knows what is undetermined. */
final class Facts {
  private final Resource resource;

  Facts(Resource resource) {
    this.resource = resource;
  }

  /** The number there, the default if nothing stands there; empty: unknown or no number. */
  Optional<BigDecimal> number(String path, int byDefault) {
    JsonNode value = at(path);
    if (value.isNumber()) {
      return Optional.of(value.decimalValue());
    }
    if (value.isTextual()) {
      try {
        return Optional.of(new BigDecimal(value.textValue().strip()));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    return isUndetermined(path) ? Optional.empty() : Optional.of(BigDecimal.valueOf(byDefault));
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
    return covers(resource.unknownPaths(), path) || covers(resource.secretPaths(), path);
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
    String pointer = "/" + path.replace("].", "/").replace("[", "/").replace("]", "");
    return resource.properties().at(pointer.replace('.', '/'));
  }

  /** A member whose key has dots, such as a label of Kubernetes. */
  Optional<String> member(String object, String key) {
    return Optional.ofNullable(at(object).path(key).textValue());
  }
}
