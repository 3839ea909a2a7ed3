package dev.mlestate.policy;

import java.util.List;

/**
 * What all controls say.
 *
 * @param findings by severity, control, resource and path
 * @param notApplicable the controls that had nothing to judge, by id
 */
public record PolicyReport(List<Finding> findings, List<Control> notApplicable) {
  public PolicyReport {
    findings = findings.stream().sorted(Finding.ORDER).toList();
    notApplicable = List.copyOf(notApplicable);
  }

  public long passed() {
    return count(Status.PASS);
  }

  public long failed() {
    return count(Status.FAIL);
  }

  public long undetermined() {
    return count(Status.UNDETERMINED);
  }

  /** The failures that stop an {@code up}. */
  public List<Finding> blocking() {
    return findings.stream().filter(Finding::blocks).toList();
  }

  /**
   * Whether an {@code up} must stop. What is undetermined does not stop it: a value that a preview
   * cannot know is judged again after the {@code up}, when it is known.
   */
  public boolean blocks() {
    return findings.stream().anyMatch(Finding::blocks);
  }

  private long count(Status status) {
    return findings.stream().filter(finding -> finding.status() == status).count();
  }
}
