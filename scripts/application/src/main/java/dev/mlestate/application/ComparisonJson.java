package dev.mlestate.application;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.cost.EstimateJson;
import java.util.List;

/** A comparison of clouds for programs. */
final class ComparisonJson {
  private ComparisonJson() {}

  static ObjectNode of(String name, List<Candidate> candidates) {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("name", name);
    ArrayNode clouds = root.putArray("clouds");
    candidates.forEach(candidate -> candidate(clouds.addObject(), candidate));
    return root;
  }

  private static void candidate(ObjectNode node, Candidate candidate) {
    node.put("cloud", candidate.cloud().word());
    node.put("possible", candidate.result().isPresent());
    candidate
        .result()
        .ifPresent(
            result -> {
              ArrayNode parts = node.putArray("parts");
              ComparedPart.of(result.plan(), result.review().estimate())
                  .forEach(part -> part(parts.addObject(), part));
              node.put("rulesFailed", result.review().failed());
              node.set("estimate", EstimateJson.of(result.review().estimate()));
            });
    ArrayNode differences = node.putArray("differences");
    candidate.differences().forEach(differences::add);
    ArrayNode problems = node.putArray("problems");
    candidate
        .problems()
        .forEach(
            problem -> {
              ObjectNode each =
                  problems.addObject().put("path", problem.path()).put("reason", problem.reason());
              problem.remedy().ifPresent(remedy -> each.put("remedy", remedy));
            });
  }

  private static void part(ObjectNode node, ComparedPart part) {
    node.put("name", part.name()).put("machine", part.machine());
    part.accelerators().ifPresent(text -> node.put("accelerators", text));
    ArrayNode zones = node.putArray("zones");
    part.zones().forEach(zones::add);
    part.fabric()
        .ifPresent(
            fabric ->
                node.putObject("fabric")
                    .put("name", fabric.name())
                    .put("interfaces", fabric.interfaces())
                    .put("gbps", fabric.gbps()));
    part.usdPerGpuHour().ifPresent(usd -> node.put("usdPerGpuHour", usd));
  }
}
