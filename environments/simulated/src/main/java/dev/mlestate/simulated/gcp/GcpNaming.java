package dev.mlestate.simulated.gcp;

import dev.mlestate.simulated.check.Naming;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.ValueType;
import java.util.Optional;
import java.util.Set;

/**
 * The names that pulumi/gcp gives: the logical name, a hyphen and seven hexadecimal digits.
 *
 * <p>Source: general knowledge of pulumi-terraform-bridge's automatic naming; the exceptions of
 * pulumi/gcp 7.0.0 were not read; written 2026-11-24.
 */
final class GcpNaming implements Naming {
  private static final Set<String> NOT_NAMED = Set.of("gcp:dns/recordSet:RecordSet");

  @Override
  public Optional<String> property(ResourceDeclaration declaration) {
    var input = declaration.inputs().members().get("name");
    // A required name is the program's to give: IAM members name what exists.
    return input != null
            && input.type() instanceof ValueType.Text
            && !input.required()
            && !NOT_NAMED.contains(declaration.token())
            && !GcpIam.isOne(declaration.token())
            && declaration.outputs().members().containsKey("name")
        ? Optional.of("name")
        : Optional.empty();
  }

  @Override
  public String shaped(String token, String logicalName) {
    return logicalName;
  }
}
