package dev.mlestate.application;

import dev.mlestate.engine.state.LockHolder;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.StateEdits;
import dev.mlestate.report.Block;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.report.Severity;
import dev.mlestate.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes a stack's state by hand; the cloud is not asked and not touched. */
public final class EditState {
  private final ManagedStack stack;

  public EditState(ManagedStack stack) {
    this.stack = stack;
  }

  private StateEdits edits() {
    stack.require();
    return stack.store().edits();
  }

  /**
   * Forgets resources, which stay where they are.
   *
   * @param urns which; empty: all
   * @param force whether protected ones, too
   * @param dependents whether also what depends on them
   * @throws dev.mlestate.problem.ProblemException if one is not there, is protected or needed
   */
  public Document delete(List<String> urns, boolean force, boolean dependents) {
    List<ResourceState> gone =
        urns.isEmpty() ? edits().deleteAll(force) : edits().delete(urns, force, dependents);
    List<Block> blocks = new ArrayList<>();
    blocks.add(verdict("the state has forgotten " + resources(gone.size())));
    if (!gone.isEmpty()) {
      blocks.add(
          new Block.Points(gone.stream().map(each -> Line.of(Span.literal(each.urn()))).toList()));
      blocks.add(
          new Block.Paragraph(
              Line.of("They were not deleted: what exists in the cloud stays there.")));
    }
    return new Document("", blocks);
  }

  /** Gives a resource another name; what refers to it follows. */
  public Document rename(String urn, String name) {
    return said("the resource is now " + edits().rename(urn, name));
  }

  /**
   * Lets resources be deleted that were protected.
   *
   * @param urns which; empty: all
   */
  public Document unprotect(List<String> urns) {
    int count = urns.isEmpty() ? edits().unprotectAll() : edits().unprotect(urns);
    return said("not protected any more: " + resources(count));
  }

  /** Frees the lock of a run that is gone. */
  public Document unlock() {
    Optional<LockHolder> holder = stack.store().unlock();
    return said(
        holder
            .map(each -> "the lock is free; it was held by " + each.described())
            .orElse("nobody held the lock"));
  }

  /** Who holds the lock, in words; empty if nobody does. */
  public Optional<String> lockHolder() {
    return stack.store().lockHolder().map(LockHolder::described);
  }

  /** Forgets creates of which nobody knows whether they were done: they were not. */
  public Document clearPendingCreates() {
    return said("creates in doubt forgotten: " + edits().clearPendingCreates(List.of()));
  }

  /**
   * Says of creates of which nobody knows whether they were done that they were.
   *
   * @param ids the resources' ids by URN
   * @throws dev.mlestate.problem.ProblemException if one of them is not pending
   */
  public Document importPendingCreates(Map<String, String> ids) {
    edits().importPendingCreates(ids);
    return said("creates in doubt taken as done: " + ids.size());
  }

  private static String resources(int count) {
    return count == 1 ? "1 resource" : count + " resources";
  }

  private static Block verdict(String text) {
    return new Block.Verdict(Severity.INFO, Line.of(text));
  }

  private static Document said(String text) {
    return new Document("", List.of(verdict(text)));
  }
}
