package dev.mlestate.aws.iam;

import com.pulumi.core.Output;
import dev.mlestate.pulumi.JsonDocument;
import java.util.List;
import java.util.Map;

/** An IAM policy document. */
public record PolicyDocument(List<Statement> statements) {
  /**
   * The policy language's version (IAM User Guide, "Version element"; general knowledge, not read).
   */
  private static final String LANGUAGE_VERSION = "2012-10-17";

  public PolicyDocument {
    statements = List.copyOf(statements);
  }

  public static PolicyDocument of(Statement... statements) {
    return new PolicyDocument(List.of(statements));
  }

  /** The document as JSON; known in a preview unless a statement names an output. */
  public Output<String> json() {
    return JsonDocument.of(
        Map.of("Version", LANGUAGE_VERSION, "Statement", Statement.trees(statements)));
  }
}
