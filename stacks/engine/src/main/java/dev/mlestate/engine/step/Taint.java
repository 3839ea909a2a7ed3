package dev.mlestate.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.engine.state.ResourceState;
import org.jspecify.annotations.Nullable;

/** The mark that {@code pulumi state taint} sets: the next run replaces the resource. */
final class Taint {
  private static final String MEMBER = "taint";

  private Taint() {}

  static boolean on(ResourceState state) {
    @Nullable JsonNode mark = state.extra().get(MEMBER);
    return mark != null && mark.asBoolean();
  }
}
