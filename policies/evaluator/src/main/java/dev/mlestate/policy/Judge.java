package dev.mlestate.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.mlestate.inventory.Resource;
import dev.mlestate.model.CompliancePack;
import dev.mlestate.model.StageLimits;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Chooses the controls that apply, has them evaluated and makes findings of their verdicts. */
final class Judge {
  private final ControlCatalogue catalogue;
  private final RuleRunner runner;

  Judge(ControlCatalogue catalogue, RuleRunner runner) {
    this.catalogue = catalogue;
    this.runner = runner;
  }

  PolicyReport judge(PolicyInput input) {
    Set<String> types = new TreeSet<>();
    input.inventory().resources().stream().map(Resource::unversionedType).forEach(types::add);
    List<Control> applicable = new ArrayList<>();
    List<Control> notApplicable = new ArrayList<>();
    for (Control control : catalogue.controls()) {
      boolean applies = control.appliesTo(input.environment().cloud(), types);
      (applies ? applicable : notApplicable).add(control);
    }
    Map<String, JsonNode> verdicts =
        runner.run(InputDocument.of(input), applicable.stream().map(Control::entrypoint).toList());
    Set<CompliancePack> demanded = demanded(input);
    List<Finding> findings = new ArrayList<>();
    for (Control control : applicable) {
      boolean mandatory = catalogue.mandatory(control, demanded);
      JsonNode found = verdicts.get(control.entrypoint());
      if (found == null || !found.isArray()) {
        throw new PolicyEngineException(control.id() + " gave no verdicts");
      }
      found.forEach(verdict -> findings.add(finding(control, mandatory, verdict)));
    }
    return new PolicyReport(findings, notApplicable);
  }

  /** The packs of the environment and those that the organisation demands of its stage. */
  private static Set<CompliancePack> demanded(PolicyInput input) {
    Set<CompliancePack> packs = EnumSet.noneOf(CompliancePack.class);
    packs.addAll(input.environment().compliance());
    Optional.ofNullable(input.organisation().environments().get(input.environment().environment()))
        .map(StageLimits::compliance)
        .ifPresent(packs::addAll);
    return packs;
  }

  private static Finding finding(Control control, boolean mandatory, JsonNode verdict) {
    String word = verdict.path("status").asText();
    Status status =
        Stream.of(Status.values())
            .filter(candidate -> candidate.word().equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    new PolicyEngineException(control.id() + " gave a wrong verdict: " + verdict));
    return new Finding(
        control,
        mandatory,
        status,
        verdict.path("urn").asText(),
        verdict.path("path").asText(),
        valueOf(verdict.get("actual")),
        valueOf(verdict.get("expected")),
        verdict.path("msg").asText());
  }

  private static JsonNode valueOf(JsonNode value) {
    return value == null ? NullNode.getInstance() : value;
  }
}
