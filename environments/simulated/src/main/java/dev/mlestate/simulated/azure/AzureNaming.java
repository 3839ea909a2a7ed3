package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.check.Naming;
import dev.mlestate.simulated.schema.PropertyDeclaration;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.ValueType;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The names that pulumi/azure-native gives: the logical name and eight hexadecimal digits, or a
 * GUID where Azure asks for one. It does not shorten them.
 *
 * <p>Source: pulumi-azure-native, provider/pkg/provider/provider.go (getDefaultName), one of its
 * stored versions, read 2026-11-24.
 */
final class AzureNaming implements Naming {
  private static final Set<String> GUIDS =
      Set.of(
          "azure-native:authorization:RoleAssignment", "azure-native:authorization:RoleDefinition");

  @Override
  public Optional<String> property(ResourceDeclaration declaration) {
    return ResourcePaths.nameProperty(declaration.token())
        .filter(
            name -> {
              PropertyDeclaration input = declaration.inputs().members().get(name);
              return input != null && !input.required() && input.type() instanceof ValueType.Text;
            });
  }

  @Override
  public String shaped(String token, String logicalName) {
    return logicalName;
  }

  @Override
  public String separator() {
    return "";
  }

  @Override
  public int digits() {
    return 8;
  }

  @Override
  public String automatic(String token, String logicalName, IntFunction<String> digits) {
    return GUIDS.contains(ResourcePaths.unversioned(token))
        ? Guids.of(digits.apply(32))
        : Naming.super.automatic(token, logicalName, digits);
  }
}
