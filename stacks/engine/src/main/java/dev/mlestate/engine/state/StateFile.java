package dev.mlestate.engine.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The state's file with the checksums beside it and the state before it. */
final class StateFile {
  /** Stands for the digest where there is no file. */
  static final String NONE = "none";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final StateFolder files;
  private final Disk disk;

  StateFile(StateFolder files, Disk disk) {
    this.files = files;
    this.disk = disk;
  }

  /** What the file holds. */
  static final class Content {
    private final byte[] bytes;
    private final Optional<JsonNode> document;
    private final String digest;
    private final String absorbed;

    /**
     * A file's content.
     *
     * @param document empty where there is no file
     * @param absorbed the digest of a damaged journal that the file has in it
     */
    Content(byte[] bytes, Optional<JsonNode> document, String digest, String absorbed) {
      this.bytes = bytes;
      this.document = document;
      this.digest = digest;
      this.absorbed = absorbed;
    }

    byte[] bytes() {
      return bytes;
    }

    Optional<JsonNode> document() {
      return document;
    }

    String digest() {
      return digest;
    }

    String absorbed() {
      return absorbed;
    }
  }

  /**
   * The content.
   *
   * <p>A state that another engine wrote has no checksums; it is taken as it is, if it is one.
   *
   * @throws dev.mlestate.problem.ProblemException if the file is damaged or was edited
   */
  Content read() {
    Optional<byte[]> bytes = bytes(files.state());
    Optional<Checksums> sums = Checksums.read(files.checksums());
    String digest = bytes.map(DeploymentCodec::sha256).orElse(NONE);
    String absorbed = sums.flatMap(Checksums::absorbed).orElse("");
    boolean asWritten = sums.map(each -> each.knows(digest)).orElse(true);
    if (bytes.isEmpty()) {
      if (!asWritten) {
        throw damaged(new byte[0], 0, "it is missing").exception();
      }
      return new Content(new byte[0], Optional.empty(), digest, absorbed);
    }
    byte[] content = bytes.get();
    JsonNode document;
    try {
      document = parse(files.state(), content);
    } catch (DamagedException e) {
      throw asWritten || sums.isEmpty()
          ? e.damage().exception()
          : difference(sums.get(), content, e.damage().reason()).exception();
    }
    if (!asWritten && !isAnothers(document)) {
      throw difference(
              sums.orElseThrow(),
              content,
              "it is not as it was written; if you edited it yourself, 'state repair"
                  + " --accept-edits' takes it as it is")
          .exception();
    }
    return new Content(content, Optional.of(document), digest, absorbed);
  }

  private Damage difference(Checksums sums, byte[] content, String reason) {
    return damaged(content, sums.firstDifference(content), reason);
  }

  /** Damage of this file; a parser's exception cannot carry the place. */
  static final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Damage damage;

    DamagedException(Damage damage) {
      super(damage.reason());
      this.damage = damage;
    }

    Damage damage() {
      return damage;
    }
  }

  /** The document of a file's content. */
  JsonNode parse(Path file, byte[] content) throws DamagedException {
    try {
      JsonNode node = JSON.readTree(content);
      if (!node.isObject()) {
        throw new DamagedException(
            Damage.at(file, content, 0, "it is not a JSON object", lastGood()));
      }
      return node;
    } catch (JsonProcessingException e) {
      int offset =
          e.getLocation() == null
              ? 0
              : Damage.offset(content, e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw new DamagedException(Damage.at(file, content, offset, "it is not JSON", lastGood()));
    } catch (IOException e) {
      throw StateFiles.unreadable(file, e);
    }
  }

  /** Damage at a byte of the state. */
  Damage damaged(byte[] content, int offset, String reason) {
    return Damage.at(files.state(), content, offset, reason, lastGood());
  }

  private String lastGood() {
    if (!Files.exists(files.backup())) {
      return "there is no earlier state";
    }
    return Files.exists(files.lastJournal())
        ? "the state before the last run and what that run did are at hand"
        : "the state before the last change is at hand";
  }

  /** Whether Pulumi's own engine wrote a deployment: its magic is the digest of its version. */
  private static boolean isAnothers(JsonNode document) {
    JsonNode manifest = document.path("deployment").path("manifest");
    String version = manifest.path("version").asText();
    return !version.equals(DeploymentCodec.WRITER)
        && manifest
            .path("magic")
            .asText()
            .equals(DeploymentCodec.sha256(version.getBytes(StandardCharsets.UTF_8)));
  }

  static Optional<byte[]> bytes(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw StateFiles.unreadable(file, e);
    }
  }

  /**
   * Replaces the state; the one before is kept.
   *
   * @param previous the digest of the file that is there
   * @param keep whether that one is good
   * @param absorbed the digest of a damaged journal that the new state has in it
   */
  void write(byte[] content, String previous, boolean keep, Optional<String> absorbed) {
    StateFiles.writeAtomically(
        disk,
        files.state(),
        content,
        () -> {
          StateFiles.writeAtomically(
              disk,
              files.checksums(),
              Checksums.of(content, previous, absorbed).encode(),
              () -> {});
          if (keep && Files.exists(files.state())) {
            StateFiles.keep(files.state(), files.backup());
          }
        });
  }

  /** Keeps the journal that led from the backup to the state. */
  void retire() {
    try {
      if (Files.exists(files.journal())) {
        StateFiles.move(files.journal(), files.lastJournal());
      }
    } catch (IOException e) {
      throw StateFiles.unwritable(files.journal(), e);
    }
  }
}
