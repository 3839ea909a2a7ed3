package dev.mlestate.engine.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.wire.JsonCodec;
import dev.mlestate.wire.MalformedValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One stack's state in a folder: {@code state.json}, the document of {@code pulumi stack export}.
 *
 * <p>While a run goes on, {@code journal} says what it did; the next reader takes both together, so
 * that a kill at any moment loses nothing that had finished. Files are readable by their owner
 * only. What is damaged is refused; {@link #repairPlan} says what can be done about it.
 */
public final class StateStore {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final StateFolder files;
  private final StateFile state;
  private final Ciphers ciphers;
  private final Clock clock;
  private final Supplier<String> tokens;
  private final Disk disk;

  private StateStore(
      Path folder, Passphrases passphrases, Clock clock, Supplier<String> tokens, Disk disk) {
    this.files = new StateFolder(folder);
    this.state = new StateFile(files, disk);
    this.ciphers = new Ciphers(passphrases);
    this.clock = clock;
    this.tokens = tokens;
    this.disk = disk;
  }

  /**
   * A store in a folder, which need not exist.
   *
   * @param environment where {@code PULUMI_CONFIG_PASSPHRASE} or {@code
   *     PULUMI_CONFIG_PASSPHRASE_FILE} is looked up; without them the key is a random one, kept in
   *     the folder
   */
  public static StateStore in(Path folder, Map<String, String> environment, Clock clock) {
    return in(folder, environment, clock, Disk.REAL);
  }

  /** A store in a folder, written through another disk than the real one. */
  public static StateStore in(
      Path folder, Map<String, String> environment, Clock clock, Disk disk) {
    return new StateStore(
        folder,
        new Passphrases(folder, environment),
        clock,
        () -> UUID.randomUUID().toString(),
        disk);
  }

  public Path folder() {
    return files.folder();
  }

  /** The file with the state, for messages; it need not exist. */
  public Path file() {
    return files.state();
  }

  /** Whether a run ever changed the stack; a preview does not. */
  public boolean exists() {
    return Files.exists(files.state())
        || Files.exists(files.journal())
        || Files.exists(files.backup());
  }

  String newToken() {
    return tokens.get();
  }

  /**
   * The state, with whatever an interrupted run did; nothing is changed on disk.
   *
   * @throws dev.mlestate.problem.ProblemException if a file is damaged or cannot be read
   */
  public Snapshot read() {
    return load().snapshot();
  }

  /** The state as Pulumi's document, secrets encrypted. */
  public ObjectNode export() {
    Loaded loaded = load();
    return loaded.codec().encode(loaded.snapshot(), clock.instant());
  }

  /** The state as Pulumi's document, secrets in plain text as {@code --show-secrets} has them. */
  public ObjectNode exportWithSecrets() {
    Loaded loaded = load();
    ObjectNode document = loaded.codec().encode(loaded.snapshot(), clock.instant());
    ObjectNode deployment = (ObjectNode) document.get("deployment");
    new DeploymentCodec(new ResourceCodec(JsonCodec.plaintext()), loaded.secrets())
        .lists(loaded.snapshot(), deployment);
    return document;
  }

  /** Changes the state by hand: what {@code pulumi state} and {@code stack import} do. */
  public StateEdits edits() {
    return new StateEdits(this);
  }

  /** Who has the state open, as far as can be known; empty if nobody has. */
  public Optional<LockHolder> lockHolder() {
    return StateLock.holder(files.lock());
  }

  /**
   * Frees the lock of a process that is gone.
   *
   * @return who had it; empty if nobody had
   * @throws dev.mlestate.problem.ProblemException if a process of this host still has it
   */
  public Optional<LockHolder> unlock() {
    return StateLock.clear(files.lock(), LockHolder.here(clock.instant()));
  }

  /**
   * Says what is damaged and what would be done about it; changes nothing.
   *
   * @param acceptEdits whether a state that was changed by hand is to be taken as it is
   * @throws dev.mlestate.problem.ProblemException if nothing good is left to go back to
   */
  public RepairPlan repairPlan(boolean acceptEdits) {
    return repair().plan(acceptEdits);
  }

  /**
   * Does what {@link #repairPlan} says.
   *
   * @return the plan that was carried out
   */
  public RepairPlan repair(boolean acceptEdits) {
    StateLock lock = StateLock.acquire(files.lock(), LockHolder.here(clock.instant()));
    try {
      return repair().carryOut(acceptEdits);
    } finally {
      lock.close();
    }
  }

  private StateRepair repair() {
    return new StateRepair(this, files, state, clock);
  }

  /**
   * Opens the state for a run that changes it; ends what an interrupted run left unfinished.
   *
   * @throws dev.mlestate.problem.ProblemException if a file is damaged, the folder cannot be
   *     written or another run has it open
   */
  public StateSession open() {
    StateFiles.createFolder(files.folder());
    StateLock lock = StateLock.acquire(files.lock(), LockHolder.here(clock.instant()));
    try {
      Loaded loaded = load();
      loaded.secrets().verify();
      if (loaded.recovered().isPresent()) {
        loaded = compact(loaded, loaded.recovered().get());
      } else if (loaded.led()) {
        retireJournal();
      }
      Journal journal =
          Journal.create(disk, files.journal(), loaded.codec(), loaded.digest(), loaded.secrets());
      return new StateSession(this, loaded, journal, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private Loaded compact(Loaded loaded, JournalReader.Content journal) {
    byte[] content = render(loaded.codec(), loaded.snapshot());
    String digest = DeploymentCodec.sha256(content);
    // A kill between the two must not leave a journal that continues neither.
    Journal.seal(disk, files.journal(), journal.content(), digest);
    write(content, loaded.digest());
    retireJournal();
    return new Loaded(
        loaded.snapshot(), loaded.codec(), loaded.secrets(), digest, Optional.empty(), false);
  }

  byte[] render(DeploymentCodec codec, Snapshot snapshot) {
    try {
      return JSON.writeValueAsBytes(codec.encode(snapshot, clock.instant()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
  }

  void write(byte[] content, String previous) {
    state.write(content, previous, true, Optional.empty());
  }

  void retireJournal() {
    state.retire();
  }

  void removeJournal() {
    try {
      Files.deleteIfExists(files.journal());
    } catch (IOException e) {
      throw StateFiles.unwritable(files.journal(), e);
    }
  }

  Ciphers ciphers() {
    return ciphers;
  }

  /**
   * The state and what it was read with.
   *
   * @param digest of the state's file
   * @param recovered the journal that was left, if it goes on from that file
   * @param led whether a journal is left that led to that file
   */
  record Loaded(
      Snapshot snapshot,
      DeploymentCodec codec,
      Secrets secrets,
      String digest,
      Optional<JournalReader.Content> recovered,
      boolean led) {}

  Loaded load() {
    StateFile.Content content = state.read();
    Optional<JournalReader.Content> journal =
        JournalReader.read(files.journal())
            .filter(each -> !DeploymentCodec.sha256(each.content()).equals(content.absorbed()));
    journal.ifPresent(JournalReader.Content::refuseDamage);
    boolean led =
        journal.flatMap(JournalReader.Content::commit).filter(content.digest()::equals).isPresent();
    Optional<JournalReader.Content> continuing = journal.filter(each -> !led);
    continuing.ifPresent(each -> refuseForeign(each, content.digest()));
    return load(content, continuing, led);
  }

  private void refuseForeign(JournalReader.Content journal, String digest) {
    if (journal.base().filter(digest::equals).isEmpty()) {
      throw Damage.at(
              files.journal(),
              journal.content(),
              0,
              "it does not continue state.json, which was changed after the run was interrupted",
              "the last good point is state.json")
          .exception();
    }
  }

  /** A state with what a journal did to it. */
  Loaded load(StateFile.Content content, Optional<JournalReader.Content> journal, boolean led) {
    try {
      Optional<String> salt =
          content.document().flatMap(node -> Secrets.saltOf(node.path("deployment")));
      if (salt.isEmpty()) {
        salt = journal.flatMap(JournalReader.Content::salt);
      }
      Secrets secrets = new Secrets(ciphers, salt);
      DeploymentCodec codec = new DeploymentCodec(secrets);
      Snapshot base = content.document().map(codec::decode).orElse(Snapshot.EMPTY);
      if (journal.isEmpty()) {
        return new Loaded(base, codec, secrets, content.digest(), journal, led);
      }
      Ledger ledger = new Ledger(base);
      JournalReader.entries(journal.get(), codec).forEach(ledger::apply);
      return new Loaded(ledger.snapshot(), codec, secrets, content.digest(), journal, led);
    } catch (MalformedValueException | IllegalArgumentException e) {
      throw state.damaged(content.bytes(), 0, String.valueOf(e.getMessage())).exception();
    } catch (DateTimeException e) {
      throw state.damaged(content.bytes(), 0, "a time is malformed").exception();
    }
  }
}
