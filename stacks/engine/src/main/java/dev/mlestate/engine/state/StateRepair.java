package dev.mlestate.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.MalformedValueException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings a damaged state back to the last good point.
 *
 * <p>A state that is lost is made again from the one before and the journal that led to it. Of a
 * damaged journal every good line counts: an operation whose end is lost is pending, and the next
 * run looks it up in the cloud.
 */
final class StateRepair {
  private static final Pattern URN = Pattern.compile("urn:pulumi:[^\"\\\\\\p{Cntrl}]+");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StateStore store;
  private final StateFolder files;
  private final StateFile state;
  private final Clock clock;
  private final List<Problem> damages = new ArrayList<>();
  private final List<String> actions = new ArrayList<>();
  private final List<String> losses = new ArrayList<>();

  StateRepair(StateStore store, StateFolder files, StateFile state, Clock clock) {
    this.store = store;
    this.files = files;
    this.state = state;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param good whether the state's file is as it was written
   * @param digest of the state that the base is; a journal that continues it says so
   */
  private record Base(Snapshot snapshot, Secrets secrets, boolean good, String digest) {}

  RepairPlan plan(boolean acceptEdits) {
    return plan(find(acceptEdits), Optional.empty());
  }

  private RepairPlan plan(Base found, Optional<String> copies) {
    return new RepairPlan(
        damages,
        actions,
        losses,
        found.snapshot().resources().size(),
        found.snapshot().pending().size(),
        copies);
  }

  RepairPlan carryOut(boolean acceptEdits) {
    Base found = find(acceptEdits);
    if (damages.isEmpty()) {
      return plan(found, Optional.empty());
    }
    Path copies = copy();
    byte[] content = store.render(new DeploymentCodec(found.secrets()), found.snapshot());
    String present =
        StateFile.bytes(files.state()).map(DeploymentCodec::sha256).orElse(StateFile.NONE);
    Optional<String> journal =
        JournalReader.read(files.journal()).map(each -> DeploymentCodec.sha256(each.content()));
    state.write(content, present, found.good(), journal);
    store.removeJournal();
    return plan(found, Optional.of(copies.toString()));
  }

  private Path copy() {
    Path folder = files.folder().resolve("damaged-" + STAMP.format(clock.instant()));
    StateFiles.createFolder(folder);
    for (Path file :
        List.of(
            files.state(),
            files.checksums(),
            files.backup(),
            files.journal(),
            files.lastJournal())) {
      StateFile.bytes(file)
          .ifPresent(
              content -> StateFiles.writeAtomically(folder.resolve(file.getFileName()), content));
    }
    return folder;
  }

  private Base find(boolean acceptEdits) {
    Optional<JournalReader.Content> found = JournalReader.read(files.journal());
    found.ifPresent(each -> each.damages().forEach(damage -> damages.add(damage.problem())));
    Optional<JournalReader.Content> journal = found.map(this::corrected);
    Base base = base(acceptEdits, journal);
    if (journal.isEmpty() || ignored(journal.get(), base)) {
      return base;
    }
    boolean continues = journal.get().base().map(base.digest()::equals).orElse(true);
    if (!continues) {
      foreign(journal.get());
      return base;
    }
    return damages.isEmpty() ? base : salvaged(base, journal.get());
  }

  private JournalReader.Content corrected(JournalReader.Content journal) {
    JournalReader.Content corrected = FlippedBits.corrected(journal);
    int lines = journal.damages().size() - corrected.damages().size();
    if (lines > 0) {
      actions.add("turn back a flipped bit in " + lines + " of the journal's lines");
    }
    return corrected;
  }

  private boolean ignored(JournalReader.Content journal, Base base) {
    String digest = DeploymentCodec.sha256(journal.content());
    return journal.commit().filter(base.digest()::equals).isPresent()
        || (base.good() && state.read().absorbed().equals(digest));
  }

  private void foreign(JournalReader.Content journal) {
    damages.add(
        Problem.of(
            files.journal().toString(),
            "journal is of another state than the one that is here",
            "the state is kept, the journal put aside"));
    actions.add("put the journal aside: it does not continue the state");
    for (JournalReader.Line line : journal.entries()) {
      for (JsonNode put : line.node().path("put")) {
        losses.add(
            "what an interrupted run did to "
                + put.at("/resource/urn").asText()
                + " (id "
                + put.at("/resource/id").asText("none")
                + ")");
      }
    }
  }

  private Base salvaged(Base base, JournalReader.Content journal) {
    DeploymentCodec deployments = new DeploymentCodec(withSalt(base.secrets(), journal));
    JournalCodec codec = new JournalCodec(deployments);
    Ledger ledger = new Ledger(base.snapshot());
    int applied = 0;
    for (JournalReader.Line line : journal.entries()) {
      try {
        ledger.apply(codec.decode(line.node()));
        applied++;
      } catch (MalformedValueException | IllegalArgumentException | DateTimeException e) {
        damages.add(
            Problem.of(
                files.journal().toString(), "line " + line.number() + ": " + e.getMessage()));
        losses.add("line " + line.number() + " of the journal");
      }
    }
    actions.add("take over the " + applied + " good changes of the interrupted run");
    Snapshot snapshot = withoutDoubles(ledger.snapshot());
    for (Damage damage : journal.damages()) {
      losses.add(loss(damage, journal, snapshot));
    }
    return new Base(snapshot, deployments.secrets(), base.good(), base.digest());
  }

  private Secrets withSalt(Secrets secrets, JournalReader.Content journal) {
    return secrets.provider().isPresent() ? secrets : new Secrets(store.ciphers(), journal.salt());
  }

  /** What a damaged line told, as far as it can be read. */
  private static String loss(Damage damage, JournalReader.Content journal, Snapshot snapshot) {
    byte[] content = journal.content();
    int start = Math.toIntExact(damage.offset());
    int stop = start;
    while (stop < content.length && content[stop] != '\n') {
      stop++;
    }
    Matcher urn =
        URN.matcher(new String(content, start, Math.max(0, stop - start), StandardCharsets.UTF_8));
    String line = "line " + damage.line() + " of the journal";
    if (!urn.find()) {
      return line;
    }
    String name = urn.group();
    boolean pending =
        snapshot.pending().stream().anyMatch(each -> each.resource().urn().equals(name));
    return line
        + ", about "
        + name
        + (pending ? "; the next run looks in the cloud what became of it" : "");
  }

  /** Where the line that took the old state of a resource away is lost, both are there. */
  private static Snapshot withoutDoubles(Snapshot snapshot) {
    Set<String> seen = new HashSet<>();
    Set<String> ids = new HashSet<>();
    List<ResourceState> kept = new ArrayList<>();
    for (ResourceState each : snapshot.resources()) {
      boolean again = !each.delete() && seen.contains(each.urn());
      boolean same = !ids.add(each.urn() + " " + each.id());
      if (!each.delete()) {
        seen.add(each.urn());
      }
      if (!again) {
        kept.add(each);
      } else if (!same) {
        kept.add(each.with().delete(true).build());
      }
    }
    return new Snapshot(kept, snapshot.pending());
  }

  private Base base(boolean acceptEdits, Optional<JournalReader.Content> journal) {
    try {
      StoredState stored = decoded(state.read());
      return new Base(stored.snapshot(), stored.secrets(), true, stored.digest());
    } catch (ProblemException e) {
      damages.addAll(e.problems());
    }
    Optional<StoredState> present = edited(acceptEdits);
    if (present.isPresent()) {
      actions.add("take state.json as it is");
      return new Base(
          present.get().snapshot(), present.get().secrets(), false, present.get().digest());
    }
    return fromBackup(journal);
  }

  private record StoredState(Snapshot snapshot, Secrets secrets, String digest) {}

  private StoredState decoded(StateFile.Content content) {
    StateStore.Loaded loaded = store.load(content, Optional.empty(), false);
    return new StoredState(loaded.snapshot(), loaded.secrets(), loaded.digest());
  }

  /** The state's file, if it is one and either the user vouches for it or its last journal does. */
  private Optional<StoredState> edited(boolean accepted) {
    Optional<StoredState> present = stored(files.state());
    boolean vouched =
        present
            .filter(
                each ->
                    JournalReader.read(files.lastJournal())
                        .flatMap(JournalReader.Content::commit)
                        .filter(each.digest()::equals)
                        .isPresent())
            .isPresent();
    return present.filter(any -> accepted || vouched);
  }

  private Optional<StoredState> stored(Path file) {
    Optional<byte[]> bytes = StateFile.bytes(file);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode document = state.parse(file, bytes.get());
      return Optional.of(
          decoded(
              new StateFile.Content(
                  bytes.get(), Optional.of(document), DeploymentCodec.sha256(bytes.get()), "")));
    } catch (StateFile.DamagedException | ProblemException e) {
      return Optional.empty();
    }
  }

  private Base fromBackup(Optional<JournalReader.Content> journal) {
    Optional<JournalReader.Content> last =
        JournalReader.read(files.lastJournal()).filter(each -> each.damages().isEmpty());
    Optional<StoredState> backup = stored(files.backup());
    if (backup.isEmpty() && !Files.exists(files.backup())) {
      // The first run of a stack goes on from nothing.
      backup =
          Optional.of(
              new StoredState(
                  Snapshot.EMPTY, new Secrets(store.ciphers(), Optional.empty()), StateFile.NONE));
    }
    StoredState before = backup.orElseThrow(this::hopeless);
    if (journal.flatMap(JournalReader.Content::base).filter(before.digest()::equals).isPresent()) {
      actions.add("go back to the state before the interrupted run");
      return new Base(before.snapshot(), before.secrets(), false, before.digest());
    }
    Optional<JournalReader.Content> led =
        last.filter(each -> each.base().filter(before.digest()::equals).isPresent())
            .filter(each -> each.commit().isPresent());
    if (led.isPresent()) {
      DeploymentCodec codec = new DeploymentCodec(withSalt(before.secrets(), led.get()));
      Ledger ledger = new Ledger(before.snapshot());
      JournalReader.entries(led.get(), codec).forEach(ledger::apply);
      actions.add("make the state again from the one before and the journal of the last run");
      return new Base(ledger.snapshot(), codec.secrets(), false, led.get().commit().orElseThrow());
    }
    if (before.digest().equals(StateFile.NONE)) {
      throw hopeless();
    }
    actions.add("go back to the state before the last change");
    losses.add("what the last run, import or edit did to the state");
    return new Base(before.snapshot(), before.secrets(), false, before.digest());
  }

  private ProblemException hopeless() {
    List<Problem> problems = new ArrayList<>(damages);
    problems.add(
        Problem.of(
            files.folder().toString(),
            "no good state is left to go back to",
            "put a copy of the folder back, or import an export of the stack"));
    return new ProblemException(ErrorKind.CONFIGURATION, problems);
  }
}
