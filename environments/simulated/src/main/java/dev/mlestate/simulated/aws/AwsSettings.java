package dev.mlestate.simulated.aws;

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
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How a provider of the simulated AWS is configured.
 *
 * @param region where resources are made
 * @param defaultTags tags on everything that takes tags
 */
record AwsSettings(String region, SortedMap<String, PropertyValue> defaultTags) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");

  AwsSettings {
    defaultTags = new TreeMap<>(defaultTags);
  }

  /**
   * Reads a provider's arguments.
   *
   * @throws CloudException if the region is missing or the account is not one of those allowed
   */
  static AwsSettings of(Obj arguments, String account) {
    PropertyValue region = value(arguments, "region");
    if (!(region instanceof Str text)) {
      throw new CloudException("invalid or missing AWS region: set the provider's region");
    }
    if (!REGION.matcher(text.value()).matches()) {
      throw new CloudException("invalid AWS Region: " + text.value());
    }
    List<String> allowed = texts(value(arguments, "allowedAccountIds"));
    if (!allowed.isEmpty() && !allowed.contains(account)) {
      throw new CloudException(
          "AWS account ID not allowed: %s (allowedAccountIds: %s)"
              .formatted(account, String.join(", ", allowed)));
    }
    if (texts(value(arguments, "forbiddenAccountIds")).contains(account)) {
      throw new CloudException("AWS account ID not allowed: " + account);
    }
    PropertyValue tags =
        value(arguments, "defaultTags") instanceof Obj defaults
            ? PropertyValues.unwrap(defaults.members().getOrDefault("tags", PropertyValues.NULL))
            : PropertyValues.NULL;
    return new AwsSettings(text.value(), tags instanceof Obj map ? map.members() : new TreeMap<>());
  }

  /** The settings as a message names them. */
  String described() {
    return defaultTags.isEmpty()
        ? "the region " + region
        : "the region %s with the default tags %s".formatted(region, defaultTags.keySet());
  }

  /** A setting; what is not a string travels as JSON in one. */
  static PropertyValue value(Obj arguments, String name) {
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

  private static List<String> texts(PropertyValue value) {
    return value instanceof Array array
        ? array.elements().stream().map(PropertyText::of).toList()
        : List.of();
  }
}
