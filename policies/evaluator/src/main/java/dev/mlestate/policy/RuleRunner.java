package dev.mlestate.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Where rules are evaluated: in process, or by an OPA of its own. */
interface RuleRunner {
  /**
   * Evaluates all the rules on one input.
   *
   * @param entrypoints paths of the rules' verdicts
   * @return an array of verdicts for each of them
   * @throws PolicyEngineException where a rule cannot be evaluated; there is no partial answer
   */
  Map<String, JsonNode> run(JsonNode input, List<String> entrypoints);
}
