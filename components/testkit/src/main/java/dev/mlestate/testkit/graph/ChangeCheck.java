package dev.mlestate.testkit.graph;

import dev.mlestate.engine.event.Operation;
import dev.mlestate.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at what a run changed. */
record ChangeCheck(Graph graph, List<Change> changes) {
  /** Resources, by name or URN, that one thing is to happen to. */
  record Expected(Operation operation, List<String> names) {
    private boolean covers(Change change) {
      return change.operation() == operation
          && names.stream().anyMatch(name -> isNamed(change, name));
    }
  }

  static ChangeCheck of(Graph graph) {
    return new ChangeCheck(graph, graph.changes());
  }

  private static boolean isNamed(Change change, String name) {
    return change.resource().name().equals(name) || change.resource().urn().equals(name);
  }

  Verdict none(Operation... operations) {
    List<Operation> unwanted = List.of(operations);
    return Verdict.when(
        changes.stream().noneMatch(change -> unwanted.contains(change.operation())),
        "nothing was to be %s, but:\n%s"
            .formatted(
                Stream.of(operations)
                    .map(operation -> operation.word() + "d")
                    .collect(Collectors.joining(" or ")),
                list(
                    changes.stream()
                        .filter(change -> unwanted.contains(change.operation()))
                        .toList())));
  }

  Verdict includes(Expected expected) {
    List<String> missing = missing(expected);
    return missing.isEmpty() ? Verdict.GOOD : Verdict.bad(lacking(missing));
  }

  Verdict only(List<Expected> expected) {
    List<String> missing = new ArrayList<>();
    expected.forEach(one -> missing.addAll(missing(one)));
    List<Change> surplus =
        changes.stream()
            .filter(change -> expected.stream().noneMatch(one -> one.covers(change)))
            .toList();
    if (surplus.isEmpty()) {
      return missing.isEmpty() ? Verdict.GOOD : Verdict.bad(lacking(missing));
    }
    return Verdict.bad(
        "more happens than was expected:\n"
            + list(surplus)
            + (missing.isEmpty() ? "" : "\nand\n" + lacking(missing)));
  }

  private List<String> missing(Expected expected) {
    return expected.names().stream()
        .filter(
            name ->
                changes.stream()
                    .noneMatch(
                        change ->
                            change.operation() == expected.operation() && isNamed(change, name)))
        .map(name -> expected.operation().word() + " " + name + instead(name))
        .toList();
  }

  /** What happens to it instead. */
  private String instead(String name) {
    List<String> others =
        changes.stream()
            .filter(change -> isNamed(change, name))
            .map(change -> change.operation().word())
            .toList();
    if (!others.isEmpty()) {
      return " (it is " + String.join(" and ", others) + ")";
    }
    Set<String> names =
        Stream.concat(graph.resources().stream(), changes.stream().map(Change::resource))
            .map(GraphResource::name)
            .collect(Collectors.toCollection(TreeSet::new));
    return names.contains(name)
        ? " (it stays as it is)"
        : Nearest.of(name, names)
            .map(nearest -> " (there is none; did you mean " + nearest + "?)")
            .orElse(" (there is none)");
  }

  private String lacking(List<String> missing) {
    return missing.stream()
            .map(one -> "  " + one)
            .collect(Collectors.joining("\n"))
            .transform(lines -> "this was expected and does not happen:\n" + lines)
        + "\nwhat happens:\n"
        + list(changes);
  }

  private static String list(List<Change> changes) {
    return changes.isEmpty()
        ? "  nothing"
        : changes.stream().map(change -> "  " + change.text()).collect(Collectors.joining("\n"));
  }
}
