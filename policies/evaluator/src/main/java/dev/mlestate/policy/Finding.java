package dev.mlestate.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What one control says of one resource, or of the whole stack.
 *
 * @param mandatory whether a failure stops an {@code up}
 * @param urn the resource; of the stack, or the word {@code stack}, where the control demands
 *     presence
 * @param path the property, such as rules[0].id; may be empty
 * @param actual JSON null where it is absent, the text (unknown) where it is not known
 */
public record Finding(
    Control control,
    boolean mandatory,
    Status status,
    String urn,
    String path,
    JsonNode actual,
    JsonNode expected,
    String message) {
  /** Worst first, then by control and resource. */
  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::id)
          .thenComparing(Finding::urn)
          .thenComparing(Finding::path)
          .thenComparing(Finding::status)
          .thenComparing(Finding::message)
          .thenComparing(finding -> finding.actual().toString());

  public Finding {
    actual = actual.deepCopy();
    expected = expected.deepCopy();
  }

  public String id() {
    return control.id();
  }

  public String title() {
    return control.title();
  }

  public Severity severity() {
    return control.severity();
  }

  public Map<String, List<String>> frameworks() {
    return control.frameworks();
  }

  public String remediation() {
    return control.remediation();
  }

  /** Whether it stops an {@code up}. */
  public boolean blocks() {
    return mandatory && status == Status.FAIL;
  }
}
