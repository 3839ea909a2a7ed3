package dev.mlestate.conformance.replacement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Snapshot;
import dev.mlestate.wire.JsonCodec;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes the changes as two documents, a state before and a preview after, in which each change is
 * a resource of its own: so whoever can judge a preview, such as a real provider, can judge every
 * change at once.
 */
final class JudgeDocuments {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHORT = 20;
  private static final JsonCodec VALUES = JsonCodec.plaintext();

  private final Map<String, ResourceState> states = new HashMap<>();
  private final Map<String, ArrayNode> before = new HashMap<>();
  private final Map<String, ArrayNode> after = new HashMap<>();
  private final Set<String> written = new HashSet<>();
  private int count;

  /** Remembers an estate's resources, for their ids and outputs. */
  void remember(String environment, Snapshot snapshot) {
    snapshot.resources().forEach(state -> states.put(environment + " " + state.urn(), state));
  }

  /** Adds a change, unless one of its kind, place and verdict has been added. */
  void add(Outcome outcome) {
    Verdict verdict = outcome.decided().verdict();
    ResourceState state = states.get(outcome.environment() + " " + outcome.urn());
    if (verdict == Verdict.REFUSED
        || state == null
        || !written.add(
            String.join(
                "\t",
                outcome.token(),
                outcome.change().place(),
                outcome.change().kind().words(),
                verdict.words(),
                outcome.expected().answer().name(),
                outcome.change().kind() == Change.Kind.VALUE ? texts(outcome) : ""))) {
      return;
    }
    count++;
    String urn =
        outcome.urn()
            + "~"
            + count
            + " "
            + outcome.change().kind().words()
            + " "
            + outcome.change().path();
    before(outcome.cloud()).add(resource(state, urn, outcome.change().before()));
    ArrayNode steps = after(outcome.cloud());
    state
        .providerReference()
        .map(reference -> states.get(outcome.environment() + " " + reference.urn()))
        .filter(provider -> written.add(provider.urn()))
        .ifPresent(
            provider ->
                step(
                    steps,
                    "same",
                    provider.urn(),
                    resource(provider, provider.urn(), provider.inputs())));
    String word = verdict.replaces() ? "replace" : verdict == Verdict.UPDATE ? "update" : "same";
    step(steps, word, urn, resource(state, urn, outcome.change().after()));
  }

  /** Short values, such as those of an enumeration, are told apart. */
  private static String texts(Outcome outcome) {
    String before = text(outcome, outcome.change().before());
    String after = text(outcome, outcome.change().after());
    return before.length() > SHORT || after.length() > SHORT ? "" : before + ">" + after;
  }

  private static String text(Outcome outcome, Obj inputs) {
    return outcome.change().path().get(inputs).map(Plain::text).orElse("");
  }

  private ArrayNode before(String cloud) {
    return before.computeIfAbsent(cloud, absent -> JSON.createArrayNode());
  }

  private ArrayNode after(String cloud) {
    return after.computeIfAbsent(cloud, absent -> JSON.createArrayNode());
  }

  private static void step(ArrayNode steps, String operation, String urn, ObjectNode state) {
    steps.addObject().put("op", operation).put("urn", urn).set("newState", state);
  }

  private static ObjectNode resource(ResourceState state, String urn, Obj inputs) {
    ObjectNode node = JSON.createObjectNode();
    node.put("urn", urn).put("custom", true).put("id", state.id()).put("type", state.type());
    node.set("inputs", VALUES.encode(open(inputs)));
    node.set("outputs", VALUES.encode(open(state.outputs())));
    node.put("provider", state.provider());
    return node;
  }

  private static Obj open(Obj object) {
    return (Obj) PropertyValues.withoutSecrets((PropertyValue) object);
  }

  /** Writes CLOUD-before.json and CLOUD-after.json. */
  void write(Path folder) {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, ArrayNode> cloud : before.entrySet()) {
        ObjectNode state = JSON.createObjectNode();
        state.putObject("deployment").set("resources", cloud.getValue());
        ObjectNode preview = JSON.createObjectNode();
        preview.set("steps", after(cloud.getKey()));
        JSON.writeValue(folder.resolve(cloud.getKey() + "-before.json").toFile(), state);
        JSON.writeValue(folder.resolve(cloud.getKey() + "-after.json").toFile(), preview);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
