package dev.mlestate.simulated.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.JsonCodec;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What exists in one simulated cloud, kept in a folder of its own.
 *
 * <p>Several providers, in one process or in several, may share a record: every operation runs
 * {@link #exclusively}, and sees what the others did. A change is on the disk when the outermost of
 * these operations returns. Secrets are kept in plain text, as a cloud holds them; only the owner
 * can read the files.
 */
public final class CloudRecord {
  private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();
  private static final JsonCodec CODEC = JsonCodec.plaintext();
  private static final int FORM = 1;

  /** A journal of that many bytes is rewritten when most of it tells of what is no more. */
  private static final long LARGE = 4L << 20;

  private final Path folder;
  private final String cloud;
  private final ReentrantLock lock;
  private final Journal journal;
  private final Map<ResourceKey, RecordedResource> resources = new LinkedHashMap<>();
  private final Map<String, ResourceKey> byToken = new HashMap<>();
  private final Map<String, Integer> made = new HashMap<>();
  private final SortedSet<String> existing = new TreeSet<>();
  private final List<ResourceKey> changes = new ArrayList<>();
  private Optional<String> account = Optional.empty();
  private int lines;

  private CloudRecord(Path folder, String cloud) {
    this.folder = folder;
    this.cloud = cloud;
    this.lock = LOCKS.computeIfAbsent(folder, absent -> new ReentrantLock());
    this.journal = new Journal(folder.resolve("journal"));
  }

  /**
   * Opens the record in a folder, which is made when it is not there.
   *
   * @throws ProblemException if the folder cannot be written, or the record is damaged or another
   *     cloud's
   */
  public static CloudRecord open(Path folder, String cloud) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      OwnerOnly.createFolder(absolute);
      OwnerOnly.createFile(absolute.resolve("lock"));
    } catch (IOException e) {
      throw unusable(absolute, e);
    }
    CloudRecord record = new CloudRecord(absolute, cloud);
    record.exclusively(
        () -> {
          if (record.lines == 0) {
            record.write(record.header());
          }
          return record.lines;
        });
    return record;
  }

  private static ProblemException unusable(Path folder, IOException cause) {
    ProblemException exception =
        new ProblemException(
            ErrorKind.CONFIGURATION,
            Problem.of(
                folder.toString(),
                "the simulated cloud's folder %s cannot be used: %s".formatted(folder, cause),
                "make the folder writable or choose another one with --state-dir"));
    exception.initCause(cause);
    return exception;
  }

  /** Runs an operation while no other provider, here or in another process, uses the record. */
  public <T> T exclusively(Supplier<T> operation) {
    lock.lock();
    if (lock.getHoldCount() > 1) {
      try {
        return operation.get();
      } finally {
        lock.unlock();
      }
    }
    long written = 0;
    try {
      try {
        return alone(operation);
      } finally {
        written = journal.appended();
        lock.unlock();
      }
    } finally {
      // The disk is waited for without the lock, so that operations that end together share it.
      sync(written);
    }
  }

  private <T> T alone(Supplier<T> operation) {
    try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      catchUp();
      T result = operation.get();
      if (!held.isValid()) {
        throw new IllegalStateException("the lock of " + folder + " was lost");
      }
      return result;
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private void sync(long written) {
    try {
      journal.sync(written);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private void catchUp() throws IOException {
    if (journal.replaced()) {
      changes.addAll(resources.keySet());
      resources.clear();
      byToken.clear();
      made.clear();
      existing.clear();
      lines = 0;
      journal.rewind();
    }
    journal.unread().forEach(this::apply);
  }

  private void apply(JsonNode line) {
    lines++;
    switch (line.path("op").asText()) {
      case "cloud" -> {
        if (!line.path("cloud").asText().equals(cloud) || line.path("form").asInt() != FORM) {
          throw new ProblemException(
              ErrorKind.CONFIGURATION,
              Problem.of(
                  folder.toString(),
                  "%s holds the record of %s in form %s, not of %s in form %d"
                      .formatted(
                          folder, line.path("cloud").asText(), line.path("form"), cloud, FORM),
                  "choose another folder"));
        }
      }
      case "account" -> account = Optional.of(line.path("account").asText());
      case "existing" -> line.path("ids").forEach(id -> existing.add(id.asText()));
      case "made" -> made.put(line.path("key").asText(), line.path("count").asInt());
      case "put" -> {
        keep(resource(line));
      }
      case "delete" ->
          forget(
              new ResourceKey(
                  line.path("type").asText(),
                  line.path("scope").asText(),
                  line.path("id").asText()));
      default ->
          throw new ProblemException(
              ErrorKind.CONFIGURATION,
              Problem.of(
                  folder.toString(),
                  "the record in %s was written by a newer version".formatted(folder),
                  "use the version that wrote it"));
    }
  }

  private void keep(RecordedResource resource) {
    changes.add(resource.key());
    resources.put(resource.key(), resource);
    if (!resource.token().isEmpty()) {
      byToken.put(resource.token(), resource.key());
    }
    made.merge(madeKey(resource.type(), resource.urn()), resource.generation() + 1, Math::max);
  }

  private Optional<RecordedResource> forget(ResourceKey key) {
    changes.add(key);
    Optional<RecordedResource> gone = Optional.ofNullable(resources.remove(key));
    gone.ifPresent(resource -> byToken.remove(resource.token(), key));
    return gone;
  }

  private void write(ObjectNode... nodes) {
    try {
      if (journal.size() > LARGE && lines > 8 * (resources.size() + 8)) {
        journal.rewrite(snapshot());
        lines = resources.size();
      }
      journal.append(List.of(nodes));
      lines += nodes.length;
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private List<JsonNode> snapshot() {
    List<JsonNode> nodes = new ArrayList<>();
    nodes.add(header());
    account.ifPresent(id -> nodes.add(node("account").put("account", id)));
    nodes.add(existingNode(existing));
    made.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                nodes.add(node("made").put("key", entry.getKey()).put("count", entry.getValue())));
    resources.values().forEach(resource -> nodes.add(line(resource)));
    return nodes;
  }

  private ObjectNode header() {
    return node("cloud").put("form", FORM).put("cloud", cloud);
  }

  private static ObjectNode node(String operation) {
    return JsonNodeFactory.instance.objectNode().put("op", operation);
  }

  private static ObjectNode existingNode(Collection<String> ids) {
    ObjectNode node = node("existing");
    ids.forEach(node.putArray("ids")::add);
    return node;
  }

  private static ObjectNode line(RecordedResource resource) {
    ObjectNode node =
        node("put")
            .put("type", resource.type())
            .put("scope", resource.scope())
            .put("id", resource.id())
            .put("urn", resource.urn())
            .put("generation", resource.generation());
    if (!resource.token().isEmpty()) {
      node.put("token", resource.token());
    }
    node.set("inputs", CODEC.encode(resource.inputs()));
    node.set("outputs", CODEC.encode(resource.outputs()));
    return node;
  }

  private static RecordedResource resource(JsonNode node) {
    return new RecordedResource(
        node.path("type").asText(),
        node.path("scope").asText(),
        node.path("id").asText(),
        node.path("urn").asText(),
        node.path("generation").asInt(),
        CODEC.decodeObject(node.path("inputs")),
        CODEC.decodeObject(node.path("outputs")),
        node.path("token").asText());
  }

  private static String madeKey(String type, String urn) {
    return type + " " + urn;
  }

  /** The account that the cloud belongs to; empty before its first use. */
  public Optional<String> account() {
    return exclusively(() -> account);
  }

  public void setAccount(String id) {
    exclusively(
        () -> {
          write(node("account").put("account", id));
          account = Optional.of(id);
          return id;
        });
  }

  /** Ids of resources that the company had before: accepted in references, never listed. */
  public Set<String> existing() {
    return exclusively(() -> Collections.unmodifiableSortedSet(new TreeSet<>(existing)));
  }

  public void addExisting(Collection<String> ids) {
    exclusively(
        () -> {
          SortedSet<String> fresh = new TreeSet<>(ids);
          fresh.removeAll(existing);
          if (!fresh.isEmpty()) {
            write(existingNode(fresh));
          }
          return existing.addAll(fresh);
        });
  }

  /** Everything that exists, in the order in which it was made. */
  public List<RecordedResource> all() {
    return exclusively(() -> List.copyOf(resources.values()));
  }

  public Optional<RecordedResource> find(ResourceKey key) {
    return exclusively(() -> Optional.ofNullable(resources.get(key)));
  }

  /** What was made by the attempt with that token; empty if nothing was or it is gone. */
  public Optional<RecordedResource> madeUnder(String token) {
    return exclusively(() -> Optional.ofNullable(byToken.get(token)).map(resources::get));
  }

  /** How many resources of that type and URN were made so far. */
  public int generation(String type, String urn) {
    return exclusively(() -> made.getOrDefault(madeKey(type, urn), 0));
  }

  /** Records a resource as it now is. */
  public void put(RecordedResource resource) {
    exclusively(
        () -> {
          write(line(resource));
          keep(resource);
          return resource;
        });
  }

  /** Forgets a resource; nothing happens when there is none. */
  public void remove(ResourceKey key) {
    exclusively(
        () -> {
          if (resources.containsKey(key)) {
            write(
                node("delete")
                    .put("type", key.type())
                    .put("scope", key.scope())
                    .put("id", key.id()));
          }
          return forget(key);
        });
  }

  /**
   * What was made, changed or removed, here or by another process, in that order.
   *
   * @param from how many of the changes since this record was opened are known already
   */
  public List<ResourceKey> changes(int from) {
    return exclusively(() -> List.copyOf(changes.subList(from, changes.size())));
  }
}
