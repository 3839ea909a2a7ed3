package dev.mlestate.engine.step;

import dev.mlestate.engine.state.CustomTimeouts;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A resource as the program registers it.
 *
 * @param aliases former URNs, the nearest first
 * @param importId the id of an existing resource to take over; empty: none
 * @param provider the provider's reference; empty for components and providers
 */
public record Goal(
    String type,
    String name,
    boolean custom,
    Obj properties,
    String parent,
    Optional<Boolean> protect,
    List<String> dependencies,
    SortedMap<String, List<String>> propertyDependencies,
    String provider,
    Optional<Boolean> deleteBeforeReplace,
    List<String> ignoreChanges,
    List<String> replaceOnChanges,
    Optional<PropertyValue> replacementTrigger,
    List<String> additionalSecretOutputs,
    List<Alias> aliases,
    CustomTimeouts customTimeouts,
    Optional<Boolean> retainOnDelete,
    String deletedWith,
    List<String> replaceWith,
    String importId) {

  public Goal {
    dependencies = List.copyOf(dependencies);
    propertyDependencies = new TreeMap<>(propertyDependencies);
    ignoreChanges = List.copyOf(ignoreChanges);
    replaceOnChanges = List.copyOf(replaceOnChanges);
    additionalSecretOutputs = List.copyOf(additionalSecretOutputs);
    aliases = List.copyOf(aliases);
    replaceWith = List.copyOf(replaceWith);
  }

  /** The engine's own registration of a package's default provider. */
  public static Goal defaultProvider(String type, String name, Obj inputs) {
    return new Goal(
        type,
        name,
        true,
        inputs,
        "",
        Optional.empty(),
        List.of(),
        new TreeMap<>(Map.of()),
        "",
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        CustomTimeouts.NONE,
        Optional.empty(),
        "",
        List.of(),
        "");
  }
}
