package dev.mlestate.aws.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource as it was registered.
 *
 * @param provider that is named explicitly; empty if none is
 */
public record Recorded(String type, String name, Map<String, Object> inputs, String provider) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The value at a path such as {@code rules[0].status}. */
  public Object at(String path) {
    Object value = inputs;
    for (String step : path.replace("[", ".").replace("]", "").split("\\.", -1)) {
      if (value instanceof Map<?, ?> map && map.containsKey(step)) {
        value = map.get(step);
      } else if (value instanceof List<?> list && step.matches("\\d+")) {
        value = list.get(Integer.parseInt(step));
      } else {
        throw new AssertionError("no " + step + " of " + path + " in " + inputs);
      }
    }
    return value;
  }

  /** What the cloud would call it. */
  public String id() {
    return Computed.id(type, name);
  }

  /** Its ARN; empty outside AWS. */
  public Optional<String> arn() {
    return Optional.ofNullable((String) Computed.of(type, name, inputs).get("arn"));
  }

  /** The name that it is given in the cloud. */
  public String physicalName() {
    return String.valueOf(inputs.getOrDefault("name", inputs.getOrDefault("bucket", name)));
  }

  /** Whether the input is there at all. */
  public boolean has(String input) {
    return inputs.containsKey(input);
  }

  /** An input that is a JSON document. */
  public JsonNode json(String input) {
    try {
      return MAPPER.readTree((String) at(input));
    } catch (JsonProcessingException e) {
      throw new AssertionError(input + " of " + name + " is no JSON", e);
    }
  }

  /** The statement of a policy document by its id. */
  public JsonNode statement(String input, String sid) {
    for (JsonNode statement : json(input).get("Statement")) {
      if (statement.get("Sid").asText().equals(sid)) {
        return statement;
      }
    }
    throw new AssertionError("no statement " + sid + " in " + json(input));
  }
}
