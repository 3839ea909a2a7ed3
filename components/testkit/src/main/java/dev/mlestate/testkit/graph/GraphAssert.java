package dev.mlestate.testkit.graph;

import com.pulumi.resources.Resource;
import dev.mlestate.engine.event.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a graph. */
public final class GraphAssert extends AbstractAssert<GraphAssert, Graph> {
  private final Graph graph;

  GraphAssert(Graph graph) {
    super(graph, GraphAssert.class);
    this.graph = graph;
  }

  /** Goes on with the resource of that name, which must be there. */
  public ResourceAssert resource(String name) {
    return new ResourceAssert(this, graph, graph.resource(name));
  }

  /** Goes on with the resource of that type and name, which must be there. */
  public ResourceAssert resource(Class<? extends Resource> type, String name) {
    return new ResourceAssert(this, graph, graph.resource(type, name));
  }

  /** Goes on with the resource of that type and name, which must be there. */
  public ResourceAssert resource(String type, String name) {
    return new ResourceAssert(this, graph, graph.resource(type, name));
  }

  /** No resource has that name. */
  public GraphAssert hasNoResource(String name) {
    return none(
        "a resource called " + name,
        graph.resources().stream().filter(resource -> resource.name().equals(name)).toList());
  }

  /** There is no resource of that type. */
  public GraphAssert hasNoResourcesOf(Class<? extends Resource> type) {
    return none("a resource of " + type.getSimpleName(), graph.resources(type));
  }

  /** There is no resource of that type. */
  public GraphAssert hasNoResourcesOf(String type) {
    return none("a resource of " + type, graph.resources(type));
  }

  private GraphAssert none(String what, List<GraphResource> found) {
    return found.isEmpty() ? this : fail("there is " + what + ": " + called(found));
  }

  /** There are so many resources, components among them. */
  public GraphAssert hasResources(int count) {
    return counted(count, "resources", graph.resources());
  }

  /** There are so many resources of that type. */
  public GraphAssert hasResources(Class<? extends Resource> type, int count) {
    return counted(count, "resources of " + type.getSimpleName(), graph.resources(type));
  }

  /** There are so many resources of that type. */
  public GraphAssert hasResources(String type, int count) {
    return counted(count, "resources of " + type, graph.resources(type));
  }

  private GraphAssert counted(int count, String what, List<GraphResource> found) {
    return found.size() == count
        ? this
        : fail(
            "%d %s were expected, there are %d: %s"
                .formatted(count, what, found.size(), called(found)));
  }

  /** The stack exports that value. */
  public GraphAssert hasOutput(String path, @Nullable Object expected) {
    return checked(
        PropertyCheck.of("the stack", "output", graph.outputs())
            .hasValue(path, Values.of(expected)));
  }

  /** The stack exports nothing of that name. */
  public GraphAssert hasNoOutput(String path) {
    return checked(PropertyCheck.of("the stack", "output", graph.outputs()).isAbsent(path));
  }

  /** The stack exports that output as a secret. */
  public GraphAssert hasSecretOutput(String path) {
    return checked(PropertyCheck.of("the stack", "output", graph.outputs()).isSecret(path));
  }

  /** The output is not known before an {@code up}. */
  public GraphAssert hasUnknownOutput(String path) {
    return checked(PropertyCheck.of("the stack", "output", graph.outputs()).isUnknown(path));
  }

  /** Nothing is created, updated, replaced or deleted. */
  public GraphAssert changesNothing() {
    return only();
  }

  /** These resources are created, whatever else happens. */
  public GraphAssert creates(String... names) {
    return includes(Operation.CREATE, names);
  }

  /** These resources are updated in place, whatever else happens. */
  public GraphAssert updates(String... names) {
    return includes(Operation.UPDATE, names);
  }

  /** These resources are replaced, whatever else happens. */
  public GraphAssert replaces(String... names) {
    return includes(Operation.REPLACE, names);
  }

  /** These resources are deleted, whatever else happens. */
  public GraphAssert deletes(String... names) {
    return includes(Operation.DELETE, names);
  }

  /** These resources are created, and nothing else happens. */
  public GraphAssert onlyCreates(String... names) {
    return only(new ChangeCheck.Expected(Operation.CREATE, List.of(names)));
  }

  /** These resources are updated in place, and nothing else happens. */
  public GraphAssert onlyUpdates(String... names) {
    return only(new ChangeCheck.Expected(Operation.UPDATE, List.of(names)));
  }

  /** These resources are replaced, and nothing else happens. */
  public GraphAssert onlyReplaces(String... names) {
    return only(new ChangeCheck.Expected(Operation.REPLACE, List.of(names)));
  }

  /** These resources are deleted, and nothing else happens. */
  public GraphAssert onlyDeletes(String... names) {
    return only(new ChangeCheck.Expected(Operation.DELETE, List.of(names)));
  }

  /** Nothing is replaced. */
  public GraphAssert replacesNothing() {
    return checked(ChangeCheck.of(graph).none(Operation.REPLACE));
  }

  /** Nothing is deleted, by a replacement neither. */
  public GraphAssert deletesNothing() {
    return checked(ChangeCheck.of(graph).none(Operation.DELETE, Operation.REPLACE));
  }

  private GraphAssert includes(Operation operation, String... names) {
    return checked(
        ChangeCheck.of(graph).includes(new ChangeCheck.Expected(operation, List.of(names))));
  }

  private GraphAssert only(ChangeCheck.Expected... expected) {
    return checked(ChangeCheck.of(graph).only(List.of(expected)));
  }

  /**
   * No rule fails. What cannot be told before an {@code up} does not fail; see {@link
   * #leavesNoPolicyUndetermined}.
   */
  public GraphAssert breaksNoPolicy() {
    return checked(PolicyCheck.of(graph).noneFails());
  }

  /** Every rule that has something to judge can tell, which a preview's unknowns may prevent. */
  public GraphAssert leavesNoPolicyUndetermined() {
    return checked(PolicyCheck.of(graph).noneUndetermined());
  }

  /** The rule fails for some resource. */
  public GraphAssert violates(String rule) {
    return checked(PolicyCheck.of(graph).fails(rule, List.of()));
  }

  /** The rule fails for the resource of that name. */
  public GraphAssert violates(String rule, String name) {
    return checked(PolicyCheck.of(graph).fails(rule, graph.within(graph.resource(name))));
  }

  /** The rule has something to judge, and passes for all of it. */
  public GraphAssert passes(String rule) {
    return checked(PolicyCheck.of(graph).passes(rule));
  }

  /** Everything of a type that takes tags, or labels, has these, and none of them is empty. */
  public GraphAssert isTagged(String... tags) {
    return checked(PolicyCheck.of(graph).tagged(List.of(tags)));
  }

  /**
   * Everything together costs no more US dollars a month, at list prices; fails if something has no
   * price, as then nobody can tell.
   */
  public GraphAssert costsAtMost(double usd) {
    return checked(CostCheck.of(graph).atMost(BigDecimal.valueOf(usd), false));
  }

  /** Likewise, for what has a price alone. */
  public GraphAssert pricedPartCostsAtMost(double usd) {
    return checked(CostCheck.of(graph).atMost(BigDecimal.valueOf(usd), true));
  }

  /** No resource has an address that the internet reaches; see the README for what is judged. */
  public GraphAssert hasNoPublicIps() {
    return hasNoPublicIpsBut();
  }

  /** Likewise, but for the resources of these names and what lies in them. */
  public GraphAssert hasNoPublicIpsBut(String... names) {
    List<String> allowed =
        Stream.of(names).flatMap(name -> graph.within(graph.resource(name)).stream()).toList();
    List<String> found =
        graph.resources().stream()
            .filter(resource -> !allowed.contains(resource.urn()))
            .flatMap(
                resource ->
                    PublicAddresses.of(resource).stream()
                        .map(reason -> "  " + resource.called() + ": " + reason))
            .toList();
    return found.isEmpty()
        ? this
        : fail("resources have public addresses:\n" + String.join("\n", found));
  }

  /** The program, a provider or the engine said something that contains this text. */
  public GraphAssert says(String text) {
    return graph.diagnostics().stream().anyMatch(one -> one.message().contains(text))
        ? this
        : fail(
            "nobody said \"%s\"; what was said:\n%s"
                .formatted(
                    text,
                    graph.diagnostics().stream()
                        .map(one -> "  " + one.message())
                        .collect(Collectors.joining("\n"))));
  }

  private static String called(List<GraphResource> resources) {
    return resources.isEmpty()
        ? "none"
        : resources.stream().map(GraphResource::called).collect(Collectors.joining(", "));
  }

  private GraphAssert checked(Verdict verdict) {
    return verdict.problem().map(this::fail).orElse(this);
  }

  private GraphAssert fail(String problem) {
    throw failure("%s", problem);
  }
}
