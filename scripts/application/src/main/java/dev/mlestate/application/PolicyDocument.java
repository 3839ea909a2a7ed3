package dev.mlestate.application;

import dev.mlestate.policy.Finding;
import dev.mlestate.policy.PolicyReport;
import dev.mlestate.policy.Status;
import dev.mlestate.report.Block;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.report.Severity;
import dev.mlestate.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the rules say: the verdict, what failed in full, what is undetermined by control. */
public final class PolicyDocument {
  private PolicyDocument() {}

  public static Document of(PolicyReport report) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(verdict(report));
    List<Line> failures =
        report.findings().stream()
            .filter(finding -> finding.status() == Status.FAIL)
            .map(PolicyDocument::failure)
            .toList();
    if (!failures.isEmpty()) {
      blocks.add(new Block.Points(failures));
    }
    List<Line> undetermined = undetermined(report);
    if (!undetermined.isEmpty()) {
      blocks.add(new Block.Points(undetermined));
    }
    return new Document("Policies", blocks);
  }

  /** What the rules say of a run, or that they were not asked. */
  static Document of(Review review) {
    return review.policies().map(PolicyDocument::of).orElseGet(PolicyDocument::notChecked);
  }

  /** What is said where the rules were not asked. */
  static Document notChecked() {
    return new Document(
        "Policies",
        List.of(new Block.Verdict(Severity.MEDIUM, Line.of("not checked (--no-policies)"))));
  }

  private static Block verdict(PolicyReport report) {
    String counts =
        "%d passed, %d failed, %d undetermined"
            .formatted(report.passed(), report.failed(), report.undetermined());
    if (report.blocks()) {
      return new Block.Verdict(
          Severity.CRITICAL,
          Line.of(counts + "; " + report.blocking().size() + " of the failures must not be"));
    }
    if (report.failed() > 0) {
      return new Block.Verdict(Severity.MEDIUM, Line.of(counts + "; none of them must pass"));
    }
    return new Block.Verdict(Severity.PASS, Line.of(counts));
  }

  private static Line failure(Finding finding) {
    String name = finding.urn().substring(finding.urn().lastIndexOf("::") + 1).replace(":", "");
    return Line.of(
        new Span.Mark(severity(finding)),
        Span.strong(" " + finding.id() + " "),
        Span.literal(name),
        Span.plain(
            ": " + sentence(finding.message()) + measured(finding) + " " + finding.remediation()));
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  /** What was found and what is demanded, where both are plain values. */
  private static String measured(Finding finding) {
    return finding.actual().isValueNode() && finding.expected().isValueNode()
        ? " Found %s, expected %s."
            .formatted(finding.actual().asText(), finding.expected().asText())
        : "";
  }

  private static Severity severity(Finding finding) {
    return switch (finding.severity()) {
      case CRITICAL -> Severity.CRITICAL;
      case HIGH -> Severity.HIGH;
      case MEDIUM -> Severity.MEDIUM;
      case LOW -> Severity.LOW;
    };
  }

  private static List<Line> undetermined(PolicyReport report) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Finding finding : report.findings()) {
      if (finding.status() == Status.UNDETERMINED) {
        counts.merge(finding.id() + " " + finding.title(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(
            each ->
                Line.of(
                    new Span.Mark(Severity.UNKNOWN),
                    Span.plain(
                        " %s: %d to judge once their values are known"
                            .formatted(each.getKey(), each.getValue()))))
        .toList();
  }
}
