package dev.mlestate.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The model's records as JSON with the words of the files, for rules and reports. What is absent is
 * left out; whole numbers have no fraction.
 */
public final class ModelJson {
  private ModelJson() {}

  /** An environment with its defaults. */
  public static ObjectNode of(Environment environment) {
    return record(environment);
  }

  /** An organisation. */
  public static ObjectNode of(Organisation organisation) {
    return record(organisation);
  }

  private static ObjectNode record(Record value) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      node(Records.get(value, component)).ifPresent(n -> object.set(component.getName(), n));
    }
    return object;
  }

  private static Optional<JsonNode> node(Object value) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (value instanceof Optional<?> optional) {
      return optional.flatMap(ModelJson::node);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = make.arrayNode();
      list.forEach(item -> node(item).ifPresent(array::add));
      return Optional.of(array);
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = make.objectNode();
      map.forEach((key, item) -> node(item).ifPresent(n -> object.set(word(key), n)));
      return Optional.of(object);
    }
    if (value instanceof Record nested) {
      return Optional.of(record(nested));
    }
    if (value instanceof Boolean truth) {
      return Optional.of(make.booleanNode(truth));
    }
    if (value instanceof Integer number) {
      return Optional.of(make.numberNode(number));
    }
    if (value instanceof Double number) {
      boolean whole = number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE;
      return Optional.of(
          whole
              ? make.numberNode(number.longValue())
              : make.numberNode(BigDecimal.valueOf(number)));
    }
    return Optional.of(make.textNode(word(value)));
  }

  private static String word(Object value) {
    return value instanceof Enum<?> ? Words.of(value) : value.toString();
  }
}
