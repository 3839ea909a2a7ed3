package dev.mlestate.engine.preview;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.Diagnostic;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.engine.state.ResourceCodec;
import dev.mlestate.engine.step.Deployment;
import dev.mlestate.wire.JsonCodec;
import java.util.List;
import java.util.Locale;

/**
 * A run as the document of {@code pulumi preview --json --show-sames} (pkg/backend/display/json.go
 * and pkg/display/json.go of Pulumi 3.260): secrets are {@code [secret]}, unknown values Pulumi's
 * sentinel, the duration is in nanoseconds. A step's new state is the one that it begins with.
 */
public final class PreviewDocument {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ResourceCodec RESOURCES = new ResourceCodec(JsonCodec.preview());

  private PreviewDocument() {}

  /** The document of a result. */
  public static ObjectNode write(UpdateResult result) {
    ObjectNode document = NODES.objectNode();
    if (!result.config().isEmpty()) {
      ObjectNode config = document.putObject("config");
      result.config().forEach(config::put);
    }
    ArrayNode steps = NODES.arrayNode();
    result.steps().stream()
        .filter(step -> step.logical() && !Deployment.isInternal(step.operation(), step.urn()))
        .forEach(step -> steps.add(step(step)));
    if (!steps.isEmpty()) {
      document.set("steps", steps);
    }
    ArrayNode diagnostics = NODES.arrayNode();
    result.diagnostics().forEach(diagnostic -> diagnostics.add(diagnostic(diagnostic)));
    if (!diagnostics.isEmpty()) {
      document.set("diagnostics", diagnostics);
    }
    if (!result.duration().isZero()) {
      document.put("duration", result.duration().toNanos());
    }
    if (!result.changeSummary().isEmpty()) {
      ObjectNode summary = document.putObject("changeSummary");
      result.changeSummary().forEach(summary::put);
    }
    return document;
  }

  private static ObjectNode step(StepRecord step) {
    ObjectNode node = NODES.objectNode();
    node.put("op", step.operation().word());
    node.put("urn", step.urn());
    if (!step.provider().isEmpty()) {
      node.put("provider", step.provider());
    }
    step.oldState().ifPresent(state -> node.set("oldState", RESOURCES.encode(state)));
    step.planned().ifPresent(state -> node.set("newState", RESOURCES.encode(state)));
    list(node, "diffReasons", step.diffReasons());
    list(node, "replaceReasons", step.replaceReasons());
    if (step.detailedDiff().isEmpty()) {
      node.putNull("detailedDiff");
      return node;
    }
    ObjectNode detailed = node.putObject("detailedDiff");
    step.detailedDiff()
        .get()
        .forEach(
            (path, change) ->
                detailed
                    .putObject(path)
                    .put("kind", change.kind().word())
                    .put("inputDiff", change.inputDiff()));
    return node;
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
    return node.put("message", diagnostic.message())
        .put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
  }
}
