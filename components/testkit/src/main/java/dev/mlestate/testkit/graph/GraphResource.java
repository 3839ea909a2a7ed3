package dev.mlestate.testkit.graph;

import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.state.ProviderReference;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * A resource of a graph.
 *
 * @param state all that the engine knows of it: options such as {@code protect}, {@code
 *     ignoreChanges} and {@code customTimeouts} among it
 * @param operation what the run did to it, or in a preview would do
 */
public record GraphResource(ResourceState state, Operation operation) {
  public String urn() {
    return state.urn();
  }

  /** Pulumi's type token, such as {@code aws:s3/bucketV2:BucketV2}. */
  public String type() {
    return state.type();
  }

  /** The name that the program gave it. */
  public String name() {
    return new Urn(state.urn()).name();
  }

  /** Whether it is a component, which no provider manages. */
  public boolean isComponent() {
    return !state.custom();
  }

  /** The cloud's id; empty for a component, and in a preview for what does not exist yet. */
  public String id() {
    return state.id();
  }

  /** What the program asked for, with the defaults and the name that its provider added. */
  public Properties inputs() {
    return new Properties(state.inputs());
  }

  /** What the cloud answered; in a preview unknown as far as only the cloud can tell. */
  public Properties outputs() {
    return new Properties(state.outputs());
  }

  /** The parent's URN; empty for the stack itself. */
  public String parent() {
    return state.parent();
  }

  /** The URN of the provider; empty for a component. */
  public Optional<String> provider() {
    return state.providerReference().map(ProviderReference::urn);
  }

  /** The URNs of what must exist before it, for its inputs' sake or because it says so. */
  public NavigableSet<String> dependencies() {
    NavigableSet<String> urns = new TreeSet<>(state.dependencies());
    state.propertyDependencies().values().forEach(urns::addAll);
    return Collections.unmodifiableNavigableSet(urns);
  }

  /** The URNs that an input's value comes from, by the input's name. */
  public SortedMap<String, List<String>> propertyDependencies() {
    return state.propertyDependencies();
  }

  /** Name and type, as messages call it. */
  String called() {
    return name() + " (" + type() + ")";
  }
}
