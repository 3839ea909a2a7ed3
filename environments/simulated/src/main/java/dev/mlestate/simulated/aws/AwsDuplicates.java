package dev.mlestate.simulated.aws;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.record.CloudRecord;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.simulated.record.ResourceKey;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names that exist already. */
final class AwsDuplicates {
  private static final String REPLACED = "replaced";
  private static final Map<String, String> ANSWERS = new HashMap<>();

  /** Types with an id of their own, whose names are unique all the same: what the name is of. */
  private static final Map<String, List<String>> UNIQUE =
      Map.of(
          "aws:ec2/securityGroup:SecurityGroup", List.of("vpcId", "name"),
          "aws:ec2/launchTemplate:LaunchTemplate", List.of("name"),
          "aws:costexplorer/anomalyMonitor:AnomalyMonitor", List.of("name"),
          "aws:secretsmanager/secret:Secret", List.of("name"));

  static {
    for (List<String> row : DatedTable.rows(AwsDuplicates.class, "duplicates.tsv", 2)) {
      ANSWERS.put("aws:" + row.get(0), row.get(1));
    }
  }

  private AwsDuplicates() {}

  /**
   * Checks that a new resource takes nobody's name.
   *
   * @throws CloudException as AWS refuses it
   */
  static void check(CloudRecord record, ResourceKey key, Obj inputs) {
    String answer =
        ANSWERS.getOrDefault(
            key.type(), "ResourceAlreadyExistsException: {id} of " + key.type() + " exists");
    boolean taken = record.find(key).filter(AwsCloud::exists).isPresent();
    if (taken && !answer.equals(REPLACED)) {
      throw new CloudException(answer.replace("{id}", key.id()));
    }
    List<String> unique = UNIQUE.get(key.type());
    if (unique != null) {
      for (RecordedResource other : record.all()) {
        if (other.type().equals(key.type())
            && other.scope().equals(key.scope())
            && unique.stream().allMatch(name -> same(name, inputs, other.inputs()))) {
          throw new CloudException(
              "AlreadyExists: the name '%s' is in use by %s"
                  .formatted(
                      PropertyText.of(inputs.members().getOrDefault("name", PropertyValues.NULL)),
                      other.id()));
        }
      }
    }
  }

  private static boolean same(String name, Obj one, Obj other) {
    String text = PropertyText.of(one.members().getOrDefault(name, PropertyValues.NULL));
    return !text.isEmpty()
        && text.equals(PropertyText.of(other.members().getOrDefault(name, PropertyValues.NULL)));
  }
}
