package dev.mlestate.simulated.aws;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.record.CloudRecord;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What inputs name must exist: in the cloud's record, as an id that something in it brought along
 * (a VPC's own security group), or among the ids that the company had before.
 */
final class AwsReferences {
  private record Reference(
      String type, String property, String target, String missing, String inUse) {}

  private static final Pattern KEY_ARN =
      Pattern.compile("arn:aws[a-z-]*:kms:[^:]+:([0-9]+):key/.+");
  private static final Map<String, List<Reference>> BY_TYPE = new HashMap<>();
  private static final Map<String, List<Reference>> BY_TARGET = new HashMap<>();

  static {
    for (List<String> row : DatedTable.rows(AwsReferences.class, "references.tsv", 5)) {
      Reference reference =
          new Reference(
              "aws:" + row.get(0), row.get(1), "aws:" + row.get(2), row.get(3), row.get(4));
      BY_TYPE.computeIfAbsent(reference.type(), absent -> new ArrayList<>()).add(reference);
      BY_TARGET.computeIfAbsent(reference.target(), absent -> new ArrayList<>()).add(reference);
    }
  }

  private AwsReferences() {}

  /**
   * Checks everything that the inputs name.
   *
   * @throws CloudException as AWS refuses the first name that does not exist
   */
  static void check(String type, Obj inputs, CloudRecord record, String account) {
    Known known = new Known(record);
    for (Reference reference : BY_TYPE.getOrDefault(type, List.of())) {
      for (String value : values(reference.property(), inputs)) {
        if (!known.holds(value, account)) {
          throw new CloudException(reference.missing().replace("{v}", value));
        }
      }
    }
    checkKeys(inputs, known, account);
  }

  private static void checkKeys(PropertyValue value, Known known, String account) {
    PropertyValue plain = PropertyValues.unwrap(value);
    if (plain instanceof Obj object) {
      object.members().values().forEach(member -> checkKeys(member, known, account));
    } else if (plain instanceof Array array) {
      array.elements().forEach(element -> checkKeys(element, known, account));
    } else if (plain instanceof Str text
        && KEY_ARN.matcher(text.value()).matches()
        && !known.holds(text.value(), account)) {
      throw new CloudException("NotFoundException: Key '" + text.value() + "' does not exist");
    }
  }

  /**
   * Checks that nothing needs what is to be deleted.
   *
   * @throws CloudException as AWS refuses the deletion
   */
  static void checkUnused(RecordedResource target, CloudRecord record) {
    Set<String> handles = handles(target);
    for (Reference reference : BY_TARGET.getOrDefault(target.type(), List.of())) {
      if (reference.inUse().isEmpty()) {
        continue;
      }
      for (RecordedResource other : record.all()) {
        if (other.type().equals(reference.type())
            && AwsCloud.exists(other)
            && values(reference.property(), other.inputs()).stream().anyMatch(handles::contains)) {
          throw new CloudException(
              reference.inUse().replace("{id}", target.id()) + " (used by " + other.id() + ")");
        }
      }
    }
  }

  private static Set<String> handles(RecordedResource resource) {
    Set<String> handles = new HashSet<>();
    handles.add(resource.id());
    for (String property : List.of("arn", "name", "bucket", "keyId", "url")) {
      PropertyValue value = resource.outputs().members().get(property);
      if (value != null) {
        handles.add(PropertyText.of(value));
      }
    }
    return handles;
  }

  /** The known texts at a property such as {@code vpcConfig.subnetIds[]}. */
  private static List<String> values(String property, PropertyValue value) {
    PropertyValue plain = PropertyValues.unwrap(value);
    if (property.isEmpty()) {
      return plain instanceof Str text ? List.of(text.value()) : List.of();
    }
    if (property.startsWith("[]")) {
      String rest = property.substring(property.startsWith("[].") ? 3 : 2);
      return plain instanceof Array array
          ? array.elements().stream().flatMap(each -> values(rest, each).stream()).toList()
          : List.of();
    }
    int end = 0;
    while (end < property.length() && ".[".indexOf(property.charAt(end)) < 0) {
      end++;
    }
    String name = property.substring(0, end);
    String rest = property.substring(end);
    return plain instanceof Obj object && object.members().containsKey(name)
        ? values(rest.startsWith(".") ? rest.substring(1) : rest, object.members().get(name))
        : List.of();
  }

  /** Every text by which something that exists can be named. */
  private static final class Known {
    private final Set<String> texts = new HashSet<>();
    private final Set<String> existing;

    Known(CloudRecord record) {
      existing = record.existing();
      for (RecordedResource resource : record.all()) {
        if (AwsCloud.exists(resource)) {
          texts.addAll(handles(resource));
          broughtAlong(resource, texts);
        }
      }
    }

    /** Ids in outputs that are no inputs, such as a VPC's main route table. */
    private static void broughtAlong(RecordedResource resource, Set<String> texts) {
      resource
          .outputs()
          .members()
          .forEach(
              (name, value) -> {
                if (!resource.inputs().members().containsKey(name)
                    && value instanceof Str text
                    && (name.endsWith("Id") || name.endsWith("Arn"))) {
                  texts.add(text.value());
                } else if (name.equals("vpcConfig") && value instanceof Obj config) {
                  texts.add(
                      PropertyText.of(
                          config
                              .members()
                              .getOrDefault("clusterSecurityGroupId", PropertyValues.NULL)));
                }
              });
    }

    boolean holds(String value, String account) {
      return texts.contains(value)
          || existing.contains(value)
          || existing.contains(value.substring(value.lastIndexOf('/') + 1))
          || foreign(value, account);
    }

    /** Of other accounts and of AWS itself the record knows nothing. */
    private static boolean foreign(String value, String account) {
      return value.startsWith("arn:")
          && (!value.contains(":" + account + ":") || value.contains("/aws-service-role/"));
    }
  }
}
