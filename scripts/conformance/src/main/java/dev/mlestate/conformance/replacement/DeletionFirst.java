package dev.mlestate.conformance.replacement;

import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a provider deletes the old resource before it makes the new one.
 *
 * <p>Bridged providers do where the program gave a name that the provider would otherwise have
 * made, whether that changes or not (pulumi-terraform-bridge, pkg/tfbridge/schema.go,
 * nameRequiresDeleteBeforeReplace, one of its stored versions, read 2026-11-24). azure-native does
 * unless it made the name (provider.go, read 2026-11-24). The Kubernetes provider does where name
 * and namespace stay (general knowledge, not read).
 */
final class DeletionFirst {
  private static final String DEFAULTS = "__defaults";
  private static final PropertyPath NAME = PropertyPath.parse("metadata.name");
  private static final PropertyPath NAMESPACE = PropertyPath.parse("metadata.namespace");

  /** Types of GCP whose name says where they belong, so that the provider makes none. */
  private static final Set<String> NOT_NAMED =
      Set.of("gcp:dns/recordSet:RecordSet", "gcp:cloudrunv2/serviceIamMember:ServiceIamMember");

  private DeletionFirst() {}

  /**
   * What a replacement begins with; empty where nothing is known.
   *
   * @param after the inputs as the provider's Check completed them
   */
  static Optional<Verdict> of(String cloud, String token, Obj before, Obj after) {
    return switch (cloud) {
      case "aws", "gcp" -> bridged(token, after);
      case "kubernetes" ->
          Optional.of(
              verdict(
                  NAME.get(after).isPresent()
                      && NAME.get(before).equals(NAME.get(after))
                      && NAMESPACE.get(before).equals(NAMESPACE.get(after))));
      default -> Optional.empty();
    };
  }

  private static Optional<Verdict> bridged(String token, Obj after) {
    String property = token.startsWith("aws:s3/bucket") ? "bucket" : "name";
    boolean made = Shape.of(token).isOptionalText(property) && !NOT_NAMED.contains(token);
    return made
        ? Optional.of(verdict(isThere(after, property) && !isDefault(after, property)))
        : Optional.empty();
  }

  private static Verdict verdict(boolean deletionFirst) {
    return deletionFirst ? Verdict.REPLACE_DELETE_FIRST : Verdict.REPLACE;
  }

  private static boolean isThere(Obj inputs, String property) {
    PropertyValue value = inputs.members().getOrDefault(property, PropertyValues.NULL);
    return !(PropertyValues.unwrap(value) instanceof Null);
  }

  private static boolean isDefault(Obj inputs, String property) {
    return inputs.members().get(DEFAULTS) instanceof Array defaults
        && defaults.elements().contains(new Str(property));
  }
}
