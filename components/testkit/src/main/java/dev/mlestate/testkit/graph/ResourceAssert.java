package dev.mlestate.testkit.graph;

import com.pulumi.resources.Resource;
import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.wire.PropertyPath;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a resource of a graph. Inputs are what the provider made of what the program asked
 * for: with its defaults and the name that it added.
 */
public final class ResourceAssert extends AbstractAssert<ResourceAssert, GraphResource> {
  /** What a type may call its tags. */
  private static final List<String> TAGS = List.of("tags", "labels", "metadata.labels");

  private final GraphAssert whole;
  private final Graph graph;
  private final GraphResource resource;

  ResourceAssert(GraphAssert whole, Graph graph, GraphResource resource) {
    super(resource, ResourceAssert.class);
    this.whole = whole;
    this.graph = graph;
    this.resource = resource;
  }

  /** Goes back to the graph. */
  public GraphAssert and() {
    return whole;
  }

  /** It is of that class of an SDK. */
  public ResourceAssert isA(Class<? extends Resource> type) {
    return isA(ResourceTypes.of(type));
  }

  /** It is of that type: the token, or what stands behind its last colon. */
  public ResourceAssert isA(String type) {
    return that(
        ResourceTypes.matches(resource.type(), type),
        "%s is no %s".formatted(resource.called(), type));
  }

  /** It is a component. */
  public ResourceAssert isComponent() {
    return that(
        resource.isComponent(),
        "%s is no component; a provider manages it".formatted(resource.called()));
  }

  /** The input has that value: text, boolean, number, list or map. */
  public ResourceAssert hasInput(String path, @Nullable Object expected) {
    return checked(inputs().hasValue(path, Values.of(expected)));
  }

  /** The input is there, whatever its value. */
  public ResourceAssert hasInput(String path) {
    return checked(inputs().isThere(path));
  }

  /** The input is not there. */
  public ResourceAssert hasNoInput(String path) {
    return checked(inputs().isAbsent(path));
  }

  /** The input's value, as text, Boolean, Long or Double, list or map, passes the test's check. */
  public ResourceAssert hasInputSatisfying(String path, Consumer<@Nullable Object> check) {
    return checked(inputs().satisfies(path, check));
  }

  /** The input, something in it or what holds it is secret. */
  public ResourceAssert hasSecretInput(String path) {
    return checked(inputs().isSecret(path));
  }

  /** The input, something in it or what holds it is not known yet. */
  public ResourceAssert hasUnknown(String path) {
    return checked(inputs().isUnknown(path));
  }

  /** The input is known to its last part. */
  public ResourceAssert hasKnown(String path) {
    return checked(inputs().isKnown(path));
  }

  /** The output has that value: text, boolean, number, list or map. */
  public ResourceAssert hasOutput(String path, @Nullable Object expected) {
    return checked(outputs().hasValue(path, Values.of(expected)));
  }

  /** The output, something in it or what holds it is secret. */
  public ResourceAssert hasSecretOutput(String path) {
    return checked(outputs().isSecret(path));
  }

  /** The output, something in it or what holds it is not known yet. */
  public ResourceAssert hasUnknownOutput(String path) {
    return checked(outputs().isUnknown(path));
  }

  /** It has the tag, or label. */
  public ResourceAssert isTagged(String tag, String value) {
    String property =
        TAGS.stream()
            .filter(path -> resource.inputs().find(path).isPresent())
            .findFirst()
            .orElse(TAGS.get(0));
    String path = PropertyPath.parse(property).member(tag).toString();
    return checked(inputs().hasValue(path, Values.of(value)));
  }

  /** The resource of that name, or something in that component, must exist before it. */
  public ResourceAssert dependsOn(String name) {
    return dependsOn(graph.resource(name));
  }

  /** The resource of that type and name must exist before it. */
  public ResourceAssert dependsOn(Class<? extends Resource> type, String name) {
    return dependsOn(graph.resource(type, name));
  }

  /** The resource of that type and name must exist before it. */
  public ResourceAssert dependsOn(String type, String name) {
    return dependsOn(graph.resource(type, name));
  }

  private ResourceAssert dependsOn(GraphResource other) {
    List<String> goals = graph.within(other);
    if (resource.dependencies().stream().anyMatch(goals::contains)) {
      return this;
    }
    List<GraphResource> way = graph.way(resource, other);
    return that(
        false,
        "%s does not depend on %s%s; it depends on %s"
                .formatted(
                    resource.called(),
                    other.called(),
                    way.isEmpty()
                        ? ""
                        : " itself, only by way of %s: assert dependsIndirectlyOn"
                            .formatted(
                                way.stream()
                                    .map(GraphResource::called)
                                    .collect(Collectors.joining(" → "))),
                    names(resource.dependencies()))
            + forgotten());
  }

  /** A chain of dependencies, however long, leads to the resource of that name. */
  public ResourceAssert dependsIndirectlyOn(String name) {
    return dependsIndirectlyOn(graph.resource(name));
  }

  /** A chain of dependencies, however long, leads to the resource of that type and name. */
  public ResourceAssert dependsIndirectlyOn(String type, String name) {
    return dependsIndirectlyOn(graph.resource(type, name));
  }

  private ResourceAssert dependsIndirectlyOn(GraphResource other) {
    return that(
        !graph.way(resource, other).isEmpty(),
        "no chain of dependencies leads from %s to %s; it depends on %s"
            .formatted(resource.called(), other.called(), names(resource.dependencies())));
  }

  /** No chain of dependencies leads to the resource of that name. */
  public ResourceAssert doesNotDependOn(String name) {
    GraphResource other = graph.resource(name);
    List<GraphResource> way = graph.way(resource, other);
    return that(
        way.isEmpty(),
        "%s depends on %s: %s"
            .formatted(
                resource.called(),
                other.called(),
                way.stream().map(GraphResource::called).collect(Collectors.joining(" → "))));
  }

  /** The input's value comes from the resource of that name, or from something in it. */
  public ResourceAssert inputComesFrom(String path, String name) {
    GraphResource other = graph.resource(name);
    // Pulumi tracks where the values of whole inputs come from.
    String input = path.split("[.\\[]", 2)[0];
    List<String> sources = resource.propertyDependencies().getOrDefault(input, List.of());
    return that(
        graph.within(other).stream().anyMatch(sources::contains),
        "the input %s of %s does not come from %s; it comes from %s"
                .formatted(path, resource.called(), other.called(), names(Set.copyOf(sources)))
            + forgotten());
  }

  /** Pulumi's Java SDK drops the origin of outputs that are not known, but for ids. */
  private String forgotten() {
    return graph.isPreview() && !resource.inputs().unknownPaths().isEmpty()
        ? "; a preview does not know where unknown values come from, but for ids: take up instead"
        : "";
  }

  /** Its parent has that name. */
  public ResourceAssert hasParent(String name) {
    return that(
        !isTop() && new Urn(resource.parent()).name().equals(name),
        "the parent of %s is %s, expected was %s"
            .formatted(
                resource.called(), isTop() ? "the stack" : names(Set.of(resource.parent())), name));
  }

  /** Its parent is the stack. */
  public ResourceAssert hasNoParent() {
    return that(
        isTop(),
        "the parent of %s is %s".formatted(resource.called(), names(Set.of(resource.parent()))));
  }

  private boolean isTop() {
    return resource.parent().isEmpty() || new Urn(resource.parent()).type().equals(Urn.STACK_TYPE);
  }

  /** It has exactly these children, in any order. */
  public ResourceAssert hasChildren(String... names) {
    Set<String> children =
        graph.resources().stream()
            .filter(child -> child.parent().equals(resource.urn()))
            .map(GraphResource::name)
            .collect(Collectors.toCollection(java.util.TreeSet::new));
    return that(
        children.equals(new java.util.TreeSet<>(List.of(names))),
        "the children of %s are %s, expected were %s"
            .formatted(resource.called(), children, List.of(names)));
  }

  /** It is managed by the explicit provider of that name. */
  public ResourceAssert hasProvider(String name) {
    String provider = resource.provider().map(urn -> new Urn(urn).name()).orElse("none");
    return that(
        provider.equals(name),
        "the provider of %s is %s, expected was %s".formatted(resource.called(), provider, name));
  }

  /** The option {@code protect} is set. */
  public ResourceAssert isProtected() {
    return that(resource.state().protect(), "%s is not protected".formatted(resource.called()));
  }

  /** The option {@code retainOnDelete} is set. */
  public ResourceAssert isRetainedOnDelete() {
    return that(
        resource.state().retainOnDelete(),
        "%s is not retained on delete".formatted(resource.called()));
  }

  /** The option {@code ignoreChanges} names all these paths. */
  public ResourceAssert ignoresChangesTo(String... paths) {
    List<String> ignored = resource.state().ignoreChanges();
    return that(
        ignored.containsAll(List.of(paths)),
        "%s ignores changes to %s, expected were %s"
            .formatted(resource.called(), ignored, List.of(paths)));
  }

  /** It is created. */
  public ResourceAssert isCreated() {
    return happens(Operation.CREATE);
  }

  /** It is updated in place. */
  public ResourceAssert isUpdated() {
    return happens(Operation.UPDATE);
  }

  /** It is replaced. */
  public ResourceAssert isReplaced() {
    return happens(Operation.REPLACE);
  }

  /** It stays as it is. */
  public ResourceAssert isUnchanged() {
    return happens(Operation.SAME);
  }

  private ResourceAssert happens(Operation expected) {
    return that(
        resource.operation() == expected,
        "what happens to %s is %s, expected was %s"
            .formatted(resource.called(), resource.operation().word(), expected.word()));
  }

  private PropertyCheck inputs() {
    return PropertyCheck.of(resource.called(), "input", resource.inputs());
  }

  private PropertyCheck outputs() {
    return PropertyCheck.of(resource.called(), "output", resource.outputs());
  }

  private static String names(Set<String> urns) {
    return urns.isEmpty()
        ? "nothing"
        : urns.stream()
            .map(urn -> new Urn(urn).name() + " (" + new Urn(urn).type() + ")")
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private ResourceAssert checked(Verdict verdict) {
    return verdict.problem().map(problem -> that(false, problem)).orElse(this);
  }

  private ResourceAssert that(boolean good, String problem) {
    if (!good) {
      throw failure("%s", problem);
    }
    return this;
  }
}
