package dev.mlestate.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.engine.state.PendingOperation.Kind;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Changes of the state by hand, as {@code pulumi state} and {@code pulumi stack import} make them.
 * The cloud is not asked and not touched.
 *
 * <p>Each takes the lock, is journalled like a run, and changes either everything that it is asked
 * to or nothing. What it refuses is a {@link ProblemException} with every reason.
 */
public final class StateEdits {
  private final StateStore store;

  StateEdits(StateStore store) {
    this.store = store;
  }

  private void edit(Function<Snapshot, Snapshot> change) {
    try (StateSession session = store.open()) {
      Snapshot before = session.snapshot();
      Snapshot after = change.apply(before);
      if (!after.equals(before)) {
        session.rebase(after);
      }
    }
  }

  /**
   * Forgets resources; in the cloud they stay.
   *
   * @param force whether protected ones may be forgotten
   * @param dependents whether what depends on them is forgotten, too
   * @return what was forgotten, dependents first
   * @throws ProblemException if one is not in the state, is protected, or others depend on it
   */
  public List<ResourceState> delete(List<String> urns, boolean force, boolean dependents) {
    List<ResourceState> gone = new ArrayList<>();
    edit(
        before -> {
          Set<Integer> condemned = new LinkedHashSet<>();
          ResourceIndex places = new ResourceIndex(before.resources());
          List<Problem> problems = new ArrayList<>(places.missing(urns));
          problems.addAll(refusals(places, urns, dependents, condemned));
          if (!force) {
            problems.addAll(places.protectedAmong(condemned));
          }
          refuse(problems);
          return without(before, condemned, gone);
        });
    return gone;
  }

  private static List<Problem> refusals(
      ResourceIndex places, List<String> urns, boolean dependents, Set<Integer> condemned) {
    for (String urn : urns) {
      places.find(urn).ifPresent(condemned::add);
    }
    List<Problem> problems = new ArrayList<>();
    for (int asked : List.copyOf(condemned)) {
      List<Integer> others = new ArrayList<>(places.dependents(asked));
      others.removeAll(condemned);
      if (dependents) {
        condemned.addAll(others);
      } else if (!others.isEmpty()) {
        problems.add(
            Problem.of(
                places.urn(asked),
                places.urn(asked)
                    + " cannot be deleted: "
                    + others.stream().map(places::urn).collect(Collectors.joining(", "))
                    + (others.size() == 1 ? " depends" : " depend")
                    + " on it",
                "delete those first, or add --target-dependents"));
      }
    }
    return problems;
  }

  private static Snapshot without(
      Snapshot before, Set<Integer> condemned, List<ResourceState> gone) {
    List<ResourceState> kept = new ArrayList<>();
    for (int i = 0; i < before.resources().size(); i++) {
      if (condemned.contains(i)) {
        gone.add(0, before.resources().get(i));
      } else {
        kept.add(before.resources().get(i));
      }
    }
    return new Snapshot(kept, before.pending());
  }

  /**
   * Forgets every resource; in the cloud they stay.
   *
   * @param force whether protected ones may be forgotten
   */
  public List<ResourceState> deleteAll(boolean force) {
    List<ResourceState> gone = new ArrayList<>();
    edit(
        before -> {
          Set<Integer> all = new LinkedHashSet<>();
          for (int i = 0; i < before.resources().size(); i++) {
            all.add(i);
          }
          if (!force) {
            refuse(new ResourceIndex(before.resources()).protectedAmong(all));
          }
          return without(before, all, gone);
        });
    return gone;
  }

  /**
   * Gives a resource another name, and everything that refers to it follows.
   *
   * @return the resource's new URN
   * @throws ProblemException if there is no such resource, or the new name is taken or is none
   */
  public String rename(String urn, String name) {
    String fresh = new Urn(urn).withName(name).value();
    edit(
        before -> {
          ResourceIndex places = new ResourceIndex(before.resources());
          List<Problem> problems = new ArrayList<>(places.missing(List.of(urn)));
          if (name.isBlank() || name.contains("::")) {
            problems.add(Problem.of(urn, "'" + name + "' is no name for a resource"));
          } else if (places.find(fresh).isPresent()) {
            problems.add(
                Problem.of(
                    urn, "there is a resource " + fresh + " already", "choose another name"));
          }
          refuse(problems);
          return Renaming.of(before, Map.of(urn, fresh));
        });
    return fresh;
  }

  /**
   * Lets resources be deleted that were protected.
   *
   * @return how many of them are not protected now
   */
  public int unprotect(List<String> urns) {
    edit(
        before -> {
          refuse(new ResourceIndex(before.resources()).missing(urns));
          return unprotected(before, urns);
        });
    return new LinkedHashSet<>(urns).size();
  }

  /** Lets every resource be deleted; says how many were protected. */
  public int unprotectAll() {
    List<String> urns = new ArrayList<>();
    edit(
        before -> {
          before.resources().stream()
              .filter(each -> each.protect() && !each.delete())
              .forEach(each -> urns.add(each.urn()));
          return unprotected(before, urns);
        });
    return urns.size();
  }

  private static Snapshot unprotected(Snapshot before, List<String> urns) {
    Set<String> chosen = new HashSet<>(urns);
    return new Snapshot(
        before.resources().stream()
            .map(
                each ->
                    chosen.contains(each.urn()) && !each.delete()
                        ? each.with().protect(false).build()
                        : each)
            .toList(),
        before.pending());
  }

  /**
   * Forgets creates of which nobody knows whether they were done: they were not.
   *
   * @param urns which ones; empty: all
   * @return how many were forgotten
   */
  public int clearPendingCreates(List<String> urns) {
    List<PendingOperation> cleared = new ArrayList<>();
    edit(
        before -> {
          refuse(notPending(before, urns));
          List<PendingOperation> kept = new ArrayList<>();
          for (PendingOperation each : before.pending()) {
            boolean chosen = urns.isEmpty() || urns.contains(each.resource().urn());
            (isCreate(each) && chosen ? cleared : kept).add(each);
          }
          return new Snapshot(before.resources(), kept);
        });
    return cleared.size();
  }

  /**
   * Says of creates of which nobody knows whether they were done that they were; the next run reads
   * the resources into the state.
   *
   * @param ids the resources' ids by URN
   */
  public void importPendingCreates(Map<String, String> ids) {
    edit(
        before -> {
          refuse(notPending(before, ids.keySet()));
          return new Snapshot(
              before.resources(),
              before.pending().stream()
                  .map(
                      each ->
                          isCreate(each) && ids.containsKey(each.resource().urn())
                              ? imported(each, ids.get(each.resource().urn()))
                              : each)
                  .toList());
        });
  }

  private static PendingOperation imported(PendingOperation create, String id) {
    return new PendingOperation(
        Kind.IMPORTING, create.resource().with().id(id).build(), create.token());
  }

  private static boolean isCreate(PendingOperation operation) {
    return operation.kind() == Kind.CREATING;
  }

  private static List<Problem> notPending(Snapshot state, Iterable<String> urns) {
    List<Problem> problems = new ArrayList<>();
    for (String urn : urns) {
      boolean pending =
          state.pending().stream()
              .anyMatch(each -> isCreate(each) && each.resource().urn().equals(urn));
      if (!pending) {
        problems.add(Problem.of(urn, "no create of " + urn + " is pending"));
      }
    }
    return problems;
  }

  /**
   * Replaces the state by a deployment, as {@code pulumi stack export} prints it.
   *
   * @param force whether to go on where the deployment is of another stack or does not hold
   *     together
   * @throws ProblemException if it is no deployment that this engine can take over, its secrets are
   *     encrypted otherwise than by a passphrase or by another one, or it needs {@code force}
   */
  public StackImport.Report importDeployment(
      JsonNode document, String project, String stack, boolean force) {
    StackImport imported = StackImport.read(document, store.ciphers());
    StackImport.Report report = imported.check(project, stack, force);
    try (StateSession session = store.open()) {
      session.secrets().adopt(imported.salt());
      session.rebase(imported.snapshot());
    }
    return report;
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new ProblemException(ErrorKind.RESOURCE, problems);
    }
  }
}
