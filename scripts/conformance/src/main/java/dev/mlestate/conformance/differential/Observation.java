package dev.mlestate.conformance.differential;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What an act led to.
 *
 * @param preview empty for an edit of the state
 * @param state of the act's stack, in {@link StateForm}'s form
 */
record Observation(Act act, Optional<Trace> preview, Optional<Trace> run, ObjectNode state) {
  /** As the expected results have it. */
  ObjectNode render(boolean values) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("act", act.label());
    if (act instanceof Act.Command command) {
      ObjectNode previewed = preview.orElseThrow().render(command.previewError(), values);
      ObjectNode done = run.orElseThrow().render(command.error(), false);
      boolean asPreviewed = previewed.path("steps").equals(done.path("steps"));
      node.set("preview", previewed);
      if (asPreviewed) {
        done.put("steps", "as previewed");
      }
      node.set("run", done);
    }
    if (!(act instanceof Act.Happening)) {
      node.set("state", state);
    }
    return node;
  }
}
