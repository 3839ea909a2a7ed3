package dev.mlestate.simulated.aws;

import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Availability zones must be of the provider's region. */
final class AwsZones {
  private AwsZones() {}

  static List<CheckFailure> check(Obj inputs, String region) {
    List<CheckFailure> failures = new ArrayList<>();
    Pattern zone = Pattern.compile(Pattern.quote(region) + "(-[a-z]+-[0-9]+)?[a-z]");
    for (Map.Entry<String, PropertyValue> input : inputs.members().entrySet()) {
      if (input.getKey().equals("availabilityZone") || input.getKey().equals("availabilityZones")) {
        check(input.getKey(), input.getValue(), zone, region, failures);
      }
    }
    return failures;
  }

  private static void check(
      String path, PropertyValue value, Pattern zone, String region, List<CheckFailure> failures) {
    PropertyValue plain = PropertyValues.unwrap(value);
    if (plain instanceof Array array) {
      for (int i = 0; i < array.elements().size(); i++) {
        check(path + "[" + i + "]", array.elements().get(i), zone, region, failures);
      }
    } else if (plain instanceof Str text && !zone.matcher(text.value()).matches()) {
      failures.add(
          new CheckFailure(
              path,
              "\"%s\" is no zone of the region %s; a zone is %sa, %sb …"
                  .formatted(text.value(), region, region, region)));
    }
  }
}
