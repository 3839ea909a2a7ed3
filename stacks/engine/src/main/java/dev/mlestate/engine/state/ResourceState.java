package dev.mlestate.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the state knows of one resource: Pulumi's ResourceV3 (sdk/go/common/apitype/core.go, 3.260).
 *
 * @param custom whether a provider manages it; else it is a component
 * @param delete whether it was replaced and still waits for its deletion
 * @param id empty for components, and for what a preview would create
 * @param external whether it was only read
 * @param pendingReplacement whether it was deleted and its replacement not yet created
 * @param extra members of the state that this engine keeps but does not act on
 */
public record ResourceState(
    String urn,
    String type,
    boolean custom,
    boolean delete,
    String id,
    Obj inputs,
    Obj outputs,
    String parent,
    boolean protect,
    boolean external,
    List<String> dependencies,
    List<String> initErrors,
    String provider,
    SortedMap<String, List<String>> propertyDependencies,
    boolean pendingReplacement,
    List<String> additionalSecretOutputs,
    List<String> aliases,
    CustomTimeouts customTimeouts,
    boolean retainOnDelete,
    String deletedWith,
    List<String> replaceWith,
    Optional<PropertyValue> replacementTrigger,
    Optional<Instant> created,
    Optional<Instant> modified,
    List<String> ignoreChanges,
    List<String> replaceOnChanges,
    SortedMap<String, JsonNode> extra) {

  public ResourceState {
    dependencies = List.copyOf(dependencies);
    initErrors = List.copyOf(initErrors);
    propertyDependencies = copy(propertyDependencies);
    additionalSecretOutputs = List.copyOf(additionalSecretOutputs);
    aliases = List.copyOf(aliases);
    replaceWith = List.copyOf(replaceWith);
    ignoreChanges = List.copyOf(ignoreChanges);
    replaceOnChanges = List.copyOf(replaceOnChanges);
    extra = Collections.unmodifiableSortedMap(new TreeMap<>(extra));
  }

  private static SortedMap<String, List<String>> copy(SortedMap<String, List<String>> lists) {
    SortedMap<String, List<String>> copies = new TreeMap<>();
    lists.forEach((key, list) -> copies.put(key, List.copyOf(list)));
    return Collections.unmodifiableSortedMap(copies);
  }

  /** A resource with nothing but its name and type. */
  public static ResourceStateBuilder builder(String urn, String type) {
    return new ResourceStateBuilder(urn, type);
  }

  /** A builder that starts with this resource. */
  public ResourceStateBuilder with() {
    return new ResourceStateBuilder(this);
  }

  public boolean isProvider() {
    return !Urn.providerPackage(type).isEmpty();
  }

  /** The provider's URN and id; empty for components and providers. */
  public Optional<ProviderReference> providerReference() {
    return ProviderReference.parse(provider);
  }

  /** Every resource that must exist before this one: dependencies, parent and provider. */
  public NavigableSet<String> allDependencies() {
    NavigableSet<String> urns = new TreeSet<>(dependencies);
    propertyDependencies.values().forEach(urns::addAll);
    urns.addAll(replaceWith);
    if (!parent.isEmpty()) {
      urns.add(parent);
    }
    if (!deletedWith.isEmpty()) {
      urns.add(deletedWith);
    }
    providerReference().ifPresent(reference -> urns.add(reference.urn()));
    return urns;
  }
}
