package dev.mlestate.testkit.graph;

import dev.mlestate.policy.Finding;
import dev.mlestate.policy.Status;
import dev.mlestate.problem.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks at what the rules say. */
record PolicyCheck(Graph graph) {
  static PolicyCheck of(Graph graph) {
    return new PolicyCheck(graph);
  }

  Verdict noneFails() {
    return none("rules fail", of(graph.findings(), Status.FAIL));
  }

  Verdict noneUndetermined() {
    return none("rules cannot tell", of(graph.findings(), Status.UNDETERMINED));
  }

  Verdict fails(String rule, Collection<String> urns) {
    List<Finding> findings = ofRule(rule);
    boolean fails =
        of(findings, Status.FAIL).stream()
            .anyMatch(finding -> urns.isEmpty() || urns.contains(finding.urn()));
    return Verdict.when(
        fails,
        findings.isEmpty() ? judgesNothing(rule) : rule + " does not fail:\n" + list(findings));
  }

  Verdict passes(String rule) {
    List<Finding> findings = ofRule(rule);
    if (findings.isEmpty()) {
      return Verdict.bad(judgesNothing(rule));
    }
    return none(
        rule + " does not pass",
        findings.stream().filter(finding -> finding.status() != Status.PASS).toList());
  }

  Verdict tagged(List<String> tags) {
    List<Finding> findings = graph.findingsOnTags(tags);
    if (findings.isEmpty()) {
      return Verdict.bad("no resource is of a type that takes tags or labels");
    }
    return none(
        "tags are missing or cannot be told",
        findings.stream().filter(finding -> finding.status() != Status.PASS).toList());
  }

  private List<Finding> ofRule(String rule) {
    return graph.findings().stream().filter(finding -> finding.id().equals(rule)).toList();
  }

  private String judgesNothing(String rule) {
    TreeSet<String> ids =
        graph.findings().stream().map(Finding::id).collect(Collectors.toCollection(TreeSet::new));
    return "the rule %s has nothing to judge here: %s"
        .formatted(rule, ids.isEmpty() ? "no rule has" : Nearest.remedy(rule, ids));
  }

  private Verdict none(String what, List<Finding> findings) {
    return Verdict.when(findings.isEmpty(), what + ":\n" + list(findings));
  }

  private static List<Finding> of(List<Finding> findings, Status status) {
    return findings.stream().filter(finding -> finding.status() == status).toList();
  }

  private String list(List<Finding> findings) {
    return findings.stream().map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(Finding finding) {
    String subject = graph.find(finding.urn()).map(GraphResource::called).orElse("the stack");
    return "  %s %s, %s: %s %s is %s, expected was %s"
        .formatted(
            finding.id(),
            finding.status().word(),
            subject,
            finding.message(),
            finding.path().isEmpty() ? "it" : finding.path(),
            finding.actual(),
            finding.expected());
  }
}
