package dev.mlestate.testkit.graph;

import com.pulumi.resources.Resource;
import dev.mlestate.cost.Estimate;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.Diagnostic;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.policy.Finding;
import dev.mlestate.problem.Nearest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a program comes to: every resource with its inputs, outputs and dependencies, the
 * stack's outputs, the steps, and what rules and prices say. AssertJ's {@code assertThat(graph)}
 * gives assertions on it.
 */
public final class Graph implements AssertProvider<GraphAssert> {
  private final UpdateResult result;
  private final boolean preview;
  private final Judge judge;
  private final Map<String, GraphResource> byUrn;

  /** Judges resources; asked only once somebody wants to know. */
  public interface Judge {
    /** What the rules say of a run. */
    List<Finding> findings(UpdateResult result);

    /** What the rule on tags says if these tags are the mandatory ones. */
    List<Finding> findingsOnTags(UpdateResult result, List<String> tags);

    /** What a run's resources cost a month, an estimate for each cloud. */
    List<Estimate> estimates(UpdateResult result);
  }

  public Graph(UpdateResult result, boolean preview, Judge judge) {
    this.result = result;
    this.preview = preview;
    this.judge = judge;
    this.byUrn = GraphReader.resources(result);
  }

  /** Whether nothing was done, so that what only a cloud can tell is not known. */
  public boolean isPreview() {
    return preview;
  }

  /** The program's resources by URN; without the stack and the default providers. */
  public List<GraphResource> resources() {
    return byUrn.values().stream().filter(Graph::isOfTheProgram).toList();
  }

  /** All resources, with the stack and the default providers. */
  public List<GraphResource> allResources() {
    return List.copyOf(byUrn.values());
  }

  private static boolean isOfTheProgram(GraphResource resource) {
    return !resource.type().equals(Urn.STACK_TYPE) && !new Urn(resource.urn()).isDefaultProvider();
  }

  /** The program's resources of a class of an SDK. */
  public List<GraphResource> resources(Class<? extends Resource> type) {
    return resources(ResourceTypes.of(type));
  }

  /** The program's resources of a type: the token, or what stands behind its last colon. */
  public List<GraphResource> resources(String type) {
    return resources().stream()
        .filter(resource -> ResourceTypes.matches(resource.type(), type))
        .toList();
  }

  /**
   * The resource of that name.
   *
   * @throws AssertionError if there is none, or more than one
   */
  public GraphResource resource(String name) {
    return only(
        resources().stream().filter(resource -> resource.name().equals(name)).toList(),
        "is called " + name,
        () -> remedy(name, resources()));
  }

  /**
   * The resource of that type and name.
   *
   * @throws AssertionError if there is none, or more than one
   */
  public GraphResource resource(Class<? extends Resource> type, String name) {
    return resource(ResourceTypes.of(type), name);
  }

  /**
   * The resource of that type and name.
   *
   * @param type the token, or what stands behind its last colon
   * @throws AssertionError if there is none, or more than one
   */
  public GraphResource resource(String type, String name) {
    List<GraphResource> ofType = resources(type);
    return only(
        ofType.stream().filter(resource -> resource.name().equals(name)).toList(),
        "of the type " + type + " is called " + name,
        () ->
            ofType.isEmpty()
                ? "there is none of that type; "
                    + Nearest.remedy(
                        type, new TreeSet<>(resources().stream().map(GraphResource::type).toList()))
                : remedy(name, ofType));
  }

  private static GraphResource only(
      List<GraphResource> found, String what, java.util.function.Supplier<String> remedy) {
    if (found.isEmpty()) {
      throw new AssertionError("no resource " + what + ": " + remedy.get());
    }
    if (found.size() > 1) {
      throw new AssertionError(
          "%d resources are meant by the name %s, name the type or take allResources(): %s"
              .formatted(
                  found.size(),
                  found.get(0).name(),
                  found.stream().map(GraphResource::urn).collect(Collectors.joining(", "))));
    }
    return found.get(0);
  }

  private static String remedy(String name, List<GraphResource> among) {
    TreeSet<String> names = new TreeSet<>(among.stream().map(GraphResource::name).toList());
    return names.isEmpty() ? "the program registered none" : Nearest.remedy(name, names);
  }

  /** The resource of a URN; empty if the graph has none. */
  public Optional<GraphResource> find(String urn) {
    return Optional.ofNullable(byUrn.get(urn));
  }

  /** The stack's outputs. */
  public Properties outputs() {
    return new Properties(result.outputs());
  }

  /** An output of the stack as a Java object; null if there is none, or it is not known yet. */
  public @Nullable Object output(String path) {
    return outputs().find(path).map(Values::plain).orElse(null);
  }

  /** What was changed, or would be; the stack and default providers left out. */
  public List<Change> changes() {
    return GraphReader.changes(result).stream()
        .filter(change -> isOfTheProgram(change.resource()))
        .toList();
  }

  /** What the program, its providers and the engine said. */
  public List<Diagnostic> diagnostics() {
    return result.diagnostics();
  }

  /** Why the run did not reach its end; empty: it did. */
  public Optional<Failure> failure() {
    return result.failure();
  }

  /** What the rules say of the resources, worst first. */
  public List<Finding> findings() {
    return judge.findings(result);
  }

  List<Finding> findingsOnTags(List<String> tags) {
    return judge.findingsOnTags(result, tags);
  }

  /** What the resources cost a month, an estimate for each cloud that they lie in. */
  public List<Estimate> estimates() {
    return judge.estimates(result);
  }

  /** The engine's own account of the run. */
  public UpdateResult result() {
    return result;
  }

  /**
   * The way from one resource to another along dependencies and from a component to what is in it;
   * empty if there is none.
   */
  List<GraphResource> way(GraphResource from, GraphResource to) {
    Map<String, String> cameFrom = new LinkedHashMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(from.urn()));
    while (!next.isEmpty()) {
      String here = next.removeFirst();
      for (String urn : onwards(here)) {
        if (!urn.equals(from.urn()) && cameFrom.putIfAbsent(urn, here) == null) {
          next.addLast(urn);
        }
      }
    }
    for (String goal : within(to)) {
      if (cameFrom.containsKey(goal)) {
        return back(cameFrom, from.urn(), goal);
      }
    }
    return List.of();
  }

  private List<GraphResource> back(Map<String, String> cameFrom, String start, String goal) {
    Deque<GraphResource> way = new ArrayDeque<>();
    for (@Nullable String at = goal; at != null && !at.equals(start); at = cameFrom.get(at)) {
      find(at).ifPresent(way::addFirst);
    }
    find(start).ifPresent(way::addFirst);
    return List.copyOf(way);
  }

  private List<String> onwards(String urn) {
    return find(urn)
        .map(
            resource ->
                Stream.concat(
                        resource.dependencies().stream(),
                        resource.isComponent() ? children(urn) : Stream.of())
                    .toList())
        .orElse(List.of());
  }

  private Stream<String> children(String urn) {
    return byUrn.values().stream()
        .filter(resource -> resource.parent().equals(urn))
        .map(GraphResource::urn);
  }

  /** The URNs of a resource and of all that lies in it. */
  List<String> within(GraphResource resource) {
    return Stream.concat(
            Stream.of(resource.urn()),
            children(resource.urn())
                .flatMap(urn -> find(urn).stream())
                .flatMap(child -> within(child).stream()))
        .toList();
  }

  @Override
  public GraphAssert assertThat() {
    return new GraphAssert(this);
  }

  @Override
  public String toString() {
    return (preview ? "preview" : "stack")
        + " of "
        + resources().stream().map(GraphResource::called).collect(Collectors.joining(", "));
  }
}
