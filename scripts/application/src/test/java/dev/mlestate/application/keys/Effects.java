package dev.mlestate.application.keys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Says what becomes of an environment file that differs from another one. */
interface Effects {
  /** The first thing that differs; empty: nothing does. */
  Optional<Effect> between(JsonNode before, JsonNode after);
}
