package dev.mlestate.engine.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.engine.event.EngineEvent.Began;
import dev.mlestate.engine.event.EngineEvent.Ended;
import dev.mlestate.engine.event.EngineEvent.OutputsRegistered;
import dev.mlestate.engine.event.EngineEvent.Said;
import dev.mlestate.engine.event.EngineEvent.StepFailed;
import dev.mlestate.engine.event.EngineEvent.StepFinished;
import dev.mlestate.engine.event.EngineEvent.StepStarted;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.engine.step.Deployment;
import dev.mlestate.wire.JsonCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Events in the form of Pulumi's EngineEvent (sdk/go/common/apitype/events.go; what is in them
 * when: pkg/engine/events.go and update.go, pkg/backend/display/events.go of Pulumi 3.260).
 */
final class EventJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonCodec VALUES = JsonCodec.events();

  private boolean preview;
  private boolean refresh;
  private int done;
  // Deleted before their replacement came.
  private final Set<String> deletedFirst = new HashSet<>();

  /** The lines that an event is; none for what Pulumi has no event for. */
  List<ObjectNode> of(EngineEvent event) {
    if (event instanceof Began began) {
      preview = began.preview();
      refresh = began.refresh();
      ObjectNode config = NODES.objectNode();
      began.config().forEach(config::put);
      return List.of(line("preludeEvent", NODES.objectNode().set("config", config)));
    }
    if (event instanceof StepStarted started) {
      return List.of(step("resourcePreEvent", started.step(), started.step().planned()));
    }
    if (event instanceof StepFinished finished) {
      return finished(finished.step());
    }
    if (event instanceof OutputsRegistered registered) {
      return List.of(step("resOutputsEvent", registered.step(), registered.step().newState()));
    }
    if (event instanceof StepFailed failed) {
      return preview ? List.of() : List.of(failed(failed.step()));
    }
    if (event instanceof Said said) {
      return List.of(line("diagnosticEvent", diagnostic(said.diagnostic())));
    }
    return event instanceof Ended ended ? end(ended) : List.of();
  }

  private List<ObjectNode> end(Ended ended) {
    List<ObjectNode> lines = new ArrayList<>();
    ended
        .failure()
        .flatMap(failure -> verdict(failure.kind()))
        .map(verdict -> (ended.preview() ? "preview " : "update ") + verdict)
        .map(text -> diagnostic(new Diagnostic(Diagnostic.Severity.ERROR, "", text)))
        .ifPresent(body -> lines.add(line("diagnosticEvent", body)));
    lines.add(line("summaryEvent", summary(ended)));
    lines.add(line("cancelEvent", NODES.objectNode()));
    return lines;
  }

  /** What Pulumi says at last; of a program that failed it has said so before. */
  private static Optional<String> verdict(Failure.Kind kind) {
    return switch (kind) {
      case STEP, NO_CAPACITY, QUOTA, DENIED, TIMEOUT, INVALID, UNSUPPORTED -> Optional.of("failed");
      case CANCELLED -> Optional.of("canceled");
      case PROGRAM -> Optional.empty();
    };
  }

  /** The line with its number and time, in seconds since 1970. */
  static ObjectNode stamped(ObjectNode line, int sequence, long seconds) {
    ObjectNode stamped = NODES.objectNode().put("sequence", sequence).put("timestamp", seconds);
    stamped.setAll(line);
    return stamped;
  }

  private static ObjectNode line(String kind, JsonNode body) {
    ObjectNode line = NODES.objectNode();
    line.set(kind, body);
    return line;
  }

  private List<ObjectNode> finished(StepRecord step) {
    if (step.logical() && !Deployment.isInternal(step.operation(), step.urn())) {
      done++;
    }
    if (step.operation() == Operation.DELETE_REPLACED) {
      deletedFirst.add(step.urn());
    }
    // An update tells no outcome of a component's step: its outputs are still to come.
    boolean custom = step.newState().or(step::oldState).map(ResourceState::custom).orElse(false);
    boolean told =
        preview
            || custom
            || step.operation() == Operation.DELETE
            || step.operation() == Operation.REFRESH;
    return told ? List.of(step("resOutputsEvent", outcome(step), step.newState())) : List.of();
  }

  /** The step as it is when it is done: what was replaced waits for its deletion. */
  private StepRecord outcome(StepRecord step) {
    return step.operation() == Operation.CREATE_REPLACEMENT && !deletedFirst.contains(step.urn())
        ? step.replacing(
            step.oldState().map(old -> old.with().delete(true).build()), step.newState())
        : step;
  }

  private ObjectNode failed(StepRecord step) {
    ObjectNode body = NODES.objectNode();
    body.set("metadata", metadata(step, step.planned(), step.operation()));
    // Pulumi's StatusOK: what failed has left nothing behind.
    return line("resOpFailedEvent", body.put("status", 0).put("steps", done));
  }

  private ObjectNode step(String kind, StepRecord step, Optional<ResourceState> state) {
    ObjectNode body = NODES.objectNode();
    // A refresh says at its end what it has found.
    boolean found =
        refresh && step.operation() == Operation.REFRESH && kind.equals("resOutputsEvent");
    body.set("metadata", metadata(step, state, found ? step.result() : step.operation()));
    if (preview) {
      body.put("planning", true);
    }
    return line(kind, body);
  }

  private static ObjectNode metadata(
      StepRecord step, Optional<ResourceState> state, Operation operation) {
    ObjectNode node = NODES.objectNode();
    node.put("op", operation.word());
    node.put("urn", step.urn());
    node.put("type", new Urn(step.urn()).type());
    node.set("old", state(step.oldState()));
    node.set("new", state(state));
    list(node, "keys", step.replaceReasons());
    list(node, "diffs", step.diffReasons());
    ObjectNode detailed = NODES.objectNode();
    step.detailedDiff()
        .ifPresent(
            diff ->
                diff.forEach(
                    (path, change) ->
                        detailed
                            .putObject(path)
                            .put("diffKind", change.kind().word())
                            .put("inputDiff", change.inputDiff())));
    node.set("detailedDiff", step.detailedDiff().isPresent() ? detailed : NODES.nullNode());
    flag(node, "logical", step.logical());
    return node.put("provider", step.provider());
  }

  private static JsonNode state(Optional<ResourceState> present) {
    if (present.isEmpty()) {
      return NODES.nullNode();
    }
    ResourceState state = present.get();
    ObjectNode node = NODES.objectNode();
    node.put("type", state.type()).put("urn", state.urn());
    flag(node, "custom", state.custom());
    flag(node, "delete", state.delete());
    node.put("id", state.id()).put("parent", state.parent());
    flag(node, "protect", state.protect());
    flag(node, "taint", state.extra().containsKey("taint"));
    flag(node, "external", state.external());
    flag(node, "retainOnDelete", state.retainOnDelete());
    node.set("inputs", VALUES.encode(Elided.texts(state.inputs())));
    node.set("outputs", VALUES.encode(Elided.texts(state.outputs())));
    node.put("provider", state.provider());
    list(node, "initErrors", state.initErrors());
    return node;
  }

  private static void flag(ObjectNode node, String key, boolean value) {
    if (value) {
      node.put(key, true);
    }
  }

  private static void list(ObjectNode node, String key, List<String> list) {
    if (!list.isEmpty()) {
      ArrayNode array = node.putArray(key);
      list.forEach(array::add);
    }
  }

  private static ObjectNode diagnostic(Diagnostic diagnostic) {
    ObjectNode node = NODES.objectNode();
    if (!diagnostic.urn().isEmpty()) {
      node.put("urn", diagnostic.urn());
    }
    switch (diagnostic.severity()) {
      case INFO -> {}
      case WARNING -> node.put("prefix", "warning: ");
      case ERROR -> node.put("prefix", "error: ");
    }
    return node.put("message", diagnostic.message() + "\n")
        .put("color", "never")
        .put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
  }

  private static ObjectNode summary(Ended ended) {
    ObjectNode node = NODES.objectNode();
    node.put("maybeCorrupt", false);
    node.put("durationSeconds", seconds(ended.duration()));
    ObjectNode changes = node.putObject("resourceChanges");
    ended.changes().forEach(changes::put);
    node.putObject("PolicyPacks");
    node.put("isPreview", ended.preview());
    return node.put(
        "result",
        ended
            .failure()
            .map(failure -> failure.kind() == Failure.Kind.CANCELLED ? "canceled" : "failed")
            .orElse("succeeded"));
  }

  /** Whole seconds, rounded up. */
  private static long seconds(Duration duration) {
    return duration.getSeconds() + (duration.getNano() > 0 ? 1 : 0);
  }
}
