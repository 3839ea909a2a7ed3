package dev.mlestate.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.mlestate.engine.state.ResourceState;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the state notes of a resource for the next run. */
enum Marks {
  /** The next run replaces the resource: {@code pulumi state taint}. */
  TAINT("taint"),
  /** The next run reads the resource first; its provider has asked for that. */
  REFRESH_BEFORE_UPDATE("refreshBeforeUpdate");

  private final String member;

  Marks(String member) {
    this.member = member;
  }

  boolean on(ResourceState state) {
    @Nullable JsonNode mark = state.extra().get(member);
    return mark != null && mark.asBoolean();
  }

  /** The resource with the mark or without it. */
  ResourceState set(ResourceState state, boolean on) {
    if (on(state) == on) {
      return state;
    }
    SortedMap<String, JsonNode> members = new TreeMap<>(state.extra());
    members.remove(member);
    if (on) {
      members.put(member, BooleanNode.TRUE);
    }
    return state.with().extra(members).build();
  }
}
