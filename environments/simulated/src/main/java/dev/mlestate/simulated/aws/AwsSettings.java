package dev.mlestate.simulated.aws;

import static dev.mlestate.simulated.cloud.CloudSettings.argument;
import static dev.mlestate.simulated.cloud.CloudSettings.texts;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.CloudSettings;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the arguments of the AWS provider. */
final class AwsSettings {
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");

  private AwsSettings() {}

  /**
   * Reads a provider's arguments.
   *
   * @throws CloudException if the region is missing or the account is not one of those allowed
   */
  static CloudSettings of(Obj arguments, String account, String version) {
    PropertyValue region = argument(arguments, "region");
    if (!(region instanceof Str text)) {
      throw new CloudException("invalid or missing AWS region: set the provider's region");
    }
    if (!REGION.matcher(text.value()).matches()) {
      throw new CloudException("invalid AWS Region: " + text.value());
    }
    List<String> allowed = texts(argument(arguments, "allowedAccountIds"));
    if (!allowed.isEmpty() && !allowed.contains(account)) {
      throw new CloudException(
          "AWS account ID not allowed: %s (allowedAccountIds: %s)"
              .formatted(account, String.join(", ", allowed)));
    }
    if (texts(argument(arguments, "forbiddenAccountIds")).contains(account)) {
      throw new CloudException("AWS account ID not allowed: " + account);
    }
    PropertyValue tags =
        argument(arguments, "defaultTags") instanceof Obj defaults
            ? PropertyValues.unwrap(defaults.members().getOrDefault("tags", PropertyValues.NULL))
            : PropertyValues.NULL;
    return new CloudSettings(
        account,
        text.value(),
        "",
        tags instanceof Obj map ? map.members() : new TreeMap<>(),
        version);
  }
}
