package dev.mlestate.simulated.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.wire.JsonCodec;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a provider of a simulated cloud is configured.
 *
 * @param account the account, project or subscription
 * @param region where resources are made that name no region; empty if each must name its own
 * @param zone likewise
 * @param defaultTags tags or labels on everything that takes them
 * @param version the provider's version that the program asks for
 */
public record CloudSettings(
    String account,
    String region,
    String zone,
    SortedMap<String, PropertyValue> defaultTags,
    String version) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public CloudSettings {
    defaultTags = Collections.unmodifiableSortedMap(new TreeMap<>(defaultTags));
  }

  /** The settings as a message names them. */
  public String described() {
    String place = region.isEmpty() ? "no region" : "the region " + region;
    return defaultTags.isEmpty()
        ? place
        : "%s with the default tags %s".formatted(place, defaultTags.keySet());
  }

  /** An argument; what is not a string travels as JSON in one. */
  public static PropertyValue argument(Obj arguments, String name) {
    PropertyValue value =
        PropertyValues.unwrap(arguments.members().getOrDefault(name, PropertyValues.NULL));
    if (value instanceof Str text
        && (text.value().startsWith("[") || text.value().startsWith("{"))) {
      try {
        JsonNode node = JSON.readTree(text.value());
        return JsonCodec.plaintext().decode(node);
      } catch (JsonProcessingException e) {
        throw new CloudException("the provider's " + name + " is not JSON: " + text.value());
      }
    }
    return value;
  }

  /** An argument's text; empty if it is not given. */
  public static String text(Obj arguments, String name) {
    return PropertyText.of(argument(arguments, name));
  }

  /** The version that the program asks for, or the given one. */
  public static String version(Obj arguments, String otherwise) {
    String version = text(arguments, "version");
    return version.isEmpty() ? otherwise : version;
  }

  public static List<String> texts(PropertyValue value) {
    return value instanceof Array array
        ? array.elements().stream().map(PropertyText::of).toList()
        : List.of();
  }
}
