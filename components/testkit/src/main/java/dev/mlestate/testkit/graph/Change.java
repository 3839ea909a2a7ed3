package dev.mlestate.testkit.graph;

import dev.mlestate.engine.event.Operation;
import java.util.List;

/**
 * What a run did to a resource, or in a preview would do.
 *
 * @param operation create, update, replace, delete, or one that only a refresh or an import does
 * @param resource as it is afterwards, or as it was if it is deleted
 * @param because the properties that changed; those that force it, for a replacement
 */
public record Change(Operation operation, GraphResource resource, List<String> because) {
  public Change {
    because = List.copyOf(because);
  }

  /** Operation, resource and reason, as messages show it. */
  String text() {
    String reason = because.isEmpty() ? "" : " because of " + String.join(", ", because);
    return operation.word() + " " + resource.called() + reason;
  }
}
