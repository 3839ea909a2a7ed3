package dev.mlestate.engine.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.wire.MalformedValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One stack's state in a folder: {@code state.json}, the document of {@code pulumi stack export}.
 *
 * <p>While a run goes on, {@code journal} says what it did; the next reader takes both together, so
 * that a kill at any moment loses nothing that had finished. Files are readable by their owner
 * only.
 */
public final class StateStore {
  private static final String STATE = "state.json";
  private static final String JOURNAL = "journal";
  private static final String LOCK = "lock";
  private static final String NONE = "none";
  private static final String REMEDY =
      "put a copy of the file back, or remove it if nothing of the stack exists any more";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;
  private final Ciphers ciphers;
  private final Clock clock;

  private StateStore(Path folder, Passphrases passphrases, Clock clock) {
    this.folder = folder;
    this.ciphers = new Ciphers(passphrases);
    this.clock = clock;
  }

  /**
   * A store in a folder, which need not exist.
   *
   * @param environment where {@code PULUMI_CONFIG_PASSPHRASE} or {@code
   *     PULUMI_CONFIG_PASSPHRASE_FILE} is looked up; without them the key is a random one, kept in
   *     the folder
   */
  public static StateStore in(Path folder, Map<String, String> environment, Clock clock) {
    return new StateStore(folder, new Passphrases(folder, environment), clock);
  }

  public Path folder() {
    return folder;
  }

  /** The file with the state, for messages; it need not exist. */
  public Path file() {
    return folder.resolve(STATE);
  }

  /** Whether a run ever changed the stack; a preview does not. */
  public boolean exists() {
    return Files.exists(file()) || Files.exists(journalFile());
  }

  private Path journalFile() {
    return folder.resolve(JOURNAL);
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
    ObjectNode document = export();
    com.fasterxml.jackson.databind.node.ArrayNode resources =
        ((ObjectNode) document.get("deployment")).putArray("resources");
    ResourceCodec plain = new ResourceCodec(dev.mlestate.wire.JsonCodec.plaintext());
    load().snapshot().resources().forEach(state -> resources.add(plain.encode(state)));
    return document;
  }

  /**
   * Opens the state for a run that changes it; ends what an interrupted run left unfinished.
   *
   * @throws dev.mlestate.problem.ProblemException if a file is damaged, the folder cannot be
   *     written or another run has it open
   */
  public StateSession open() {
    StateFiles.createFolder(folder);
    StateLock lock = StateLock.acquire(folder.resolve(LOCK));
    try {
      Loaded loaded = load();
      loaded.secrets().verify();
      String digest = loaded.digest();
      if (loaded.recovered()) {
        byte[] content = render(loaded.codec(), loaded.snapshot());
        digest = DeploymentCodec.sha256(content);
        // A kill between the two must not leave a journal that continues neither.
        Journal.seal(journalFile(), digest);
        StateFiles.writeAtomically(file(), content);
      }
      Journal journal =
          Journal.create(journalFile(), loaded.codec().resources(), digest, loaded.secrets());
      return new StateSession(this, loaded, journal, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  byte[] render(DeploymentCodec codec, Snapshot snapshot) {
    try {
      return JSON.writeValueAsBytes(codec.encode(snapshot, clock.instant()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
  }

  void removeJournal() {
    try {
      Files.deleteIfExists(journalFile());
    } catch (IOException e) {
      throw StateFiles.unwritable(journalFile(), e);
    }
  }

  /**
   * The state and what it was read with.
   *
   * @param digest of the state's file
   * @param recovered whether a journal was left
   */
  record Loaded(
      Snapshot snapshot,
      DeploymentCodec codec,
      Secrets secrets,
      String digest,
      boolean recovered) {}

  private Loaded load() {
    Optional<byte[]> content = content();
    Optional<JsonNode> document = content.map(this::parse);
    String digest = content.map(DeploymentCodec::sha256).orElse(NONE);
    Optional<JournalReader.Content> journal = JournalReader.read(journalFile());
    boolean continues = journal.isPresent() && belongs(journal.get(), digest);
    try {
      Optional<String> salt = document.flatMap(node -> Secrets.saltOf(node.path("deployment")));
      if (salt.isEmpty() && continues) {
        salt = journal.flatMap(JournalReader.Content::salt);
      }
      Secrets secrets = new Secrets(ciphers, salt);
      DeploymentCodec codec = new DeploymentCodec(secrets);
      Snapshot base = document.map(codec::decode).orElse(Snapshot.EMPTY);
      if (!continues) {
        return new Loaded(base, codec, secrets, digest, false);
      }
      Ledger ledger = new Ledger(base);
      List<JournalEntry> entries =
          JournalReader.entries(journalFile(), journal.orElseThrow(), codec);
      entries.forEach(ledger::apply);
      return new Loaded(ledger.snapshot(), codec, secrets, digest, true);
    } catch (MalformedValueException | IllegalArgumentException e) {
      throw StateFiles.damaged(file(), 1, 1, String.valueOf(e.getMessage()), REMEDY);
    } catch (java.time.DateTimeException e) {
      throw StateFiles.damaged(file(), 1, 1, "a time is malformed", REMEDY);
    }
  }

  /** Whether the journal continues the state; one that the state already has in it does not. */
  private boolean belongs(JournalReader.Content journal, String digest) {
    if (journal.commit().filter(digest::equals).isPresent()) {
      return false;
    }
    if (!journal.base().equals(digest)) {
      throw StateFiles.damaged(
          journalFile(),
          1,
          1,
          "it does not continue " + STATE + ", which was changed after the run was interrupted",
          "put " + STATE + " back as it was, or remove the journal to go on without its changes");
    }
    return true;
  }

  private Optional<byte[]> content() {
    if (!Files.exists(file())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file()));
    } catch (IOException e) {
      throw StateFiles.unreadable(file(), e);
    }
  }

  private JsonNode parse(byte[] content) {
    try {
      JsonNode node = JSON.readTree(content);
      if (!node.isObject()) {
        throw StateFiles.damaged(file(), 1, 1, "it is not a JSON object", REMEDY);
      }
      return node;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
      throw StateFiles.damaged(file(), line, column, "it is not JSON", REMEDY);
    } catch (IOException e) {
      throw StateFiles.unreadable(file(), e);
    }
  }
}
