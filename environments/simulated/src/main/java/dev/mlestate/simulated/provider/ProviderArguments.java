package dev.mlestate.simulated.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.check.ResourceTypes;
import dev.mlestate.simulated.check.TypeChecker;
import dev.mlestate.simulated.diff.DiffAnswer;
import dev.mlestate.simulated.diff.InputComparison;
import dev.mlestate.simulated.diff.PropertyChange;
import dev.mlestate.simulated.schema.ObjectDeclaration;
import dev.mlestate.simulated.schema.PropertyDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.simulated.schema.ValueType;
import dev.mlestate.wire.JsonCodec;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The arguments of a provider; what is not a string travels as JSON in one. */
public final class ProviderArguments {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProviderArguments() {}

  /** What is wrong with the arguments. */
  public static List<CheckFailure> check(Schema schema, String token, Obj arguments) {
    SortedMap<String, PropertyDeclaration> declared =
        new TreeMap<>(ResourceTypes.find(schema, token).inputs().members());
    declared.put("version", new PropertyDeclaration("version", new ValueType.Text(), false));
    declared.put(
        "pluginDownloadURL",
        new PropertyDeclaration("pluginDownloadURL", new ValueType.Text(), false));
    return new TypeChecker(schema)
        .check(new ObjectDeclaration(declared), decoded(declared, arguments));
  }

  private static Obj decoded(SortedMap<String, PropertyDeclaration> declared, Obj arguments) {
    SortedMap<String, PropertyValue> members = new TreeMap<>(arguments.members());
    members.replaceAll(
        (name, value) -> {
          PropertyDeclaration property = declared.get(name);
          boolean text = property == null || property.type() instanceof ValueType.Text;
          return text ? value : decoded(value);
        });
    return new Obj(members);
  }

  private static PropertyValue decoded(PropertyValue value) {
    if (PropertyValues.unwrap(value) instanceof Str text) {
      try {
        return JsonCodec.plaintext().decode(JSON.readTree(text.value()));
      } catch (JsonProcessingException e) {
        return value;
      }
    }
    return value;
  }

  /** What differs; only a change of the replacing arguments concerns the resources themselves. */
  public static DiffAnswer diff(
      Schema schema, String token, Obj before, Obj after, Set<String> replacing) {
    List<PropertyChange> changes =
        InputComparison.of(
            schema, place -> false, ResourceTypes.find(schema, token).inputs(), before, after);
    return new DiffAnswer(
        changes,
        changes.stream()
            .filter(change -> replacing.contains(change.property()))
            .collect(Collectors.toUnmodifiableSet()),
        false);
  }
}
