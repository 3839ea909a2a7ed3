package dev.mlestate.conformance.differential;

import com.fasterxml.jackson.databind.JsonNode;

/** One of the engines, with a stack, a cloud and a scenario of its own. */
interface EngineUnderTest extends AutoCloseable {
  /** Does an act and tells what it led to. */
  Observation perform(Act act);

  /** The state of the scenario's stack as the engine exports it, secrets in plain text. */
  JsonNode exported(String stack);

  @Override
  void close();
}
