package dev.mlestate.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.problem.ErrorKind;
import java.util.Optional;

/**
 * How a command ended.
 *
 * @param document the document of {@code pulumi preview --json --show-sames} for what was done or
 *     would be
 * @param failure empty: all is well
 */
public record Outcome(ObjectNode document, Optional<ErrorKind> failure) {
  /** The document as text. */
  public String json() {
    return document.toPrettyString();
  }

  static Optional<ErrorKind> kind(Optional<Failure> failure) {
    return failure.map(
        each ->
            switch (each.kind()) {
              case STEP, NO_CAPACITY, QUOTA, DENIED -> ErrorKind.RESOURCE;
              case TIMEOUT -> ErrorKind.TIMEOUT;
              case INVALID, UNSUPPORTED -> ErrorKind.CONFIGURATION;
              case PROGRAM -> ErrorKind.OTHER;
              case CANCELLED -> ErrorKind.CANCELLED;
            });
  }
}
