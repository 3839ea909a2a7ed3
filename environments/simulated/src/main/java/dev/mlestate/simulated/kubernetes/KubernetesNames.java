package dev.mlestate.simulated.kubernetes;

import dev.mlestate.simulated.check.AutoNames;
import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.provider.ResourceRequest;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Secret;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names and kinds of objects. An object without a name gets the logical name, a hyphen and eight
 * hexadecimal digits, and says so in the annotation pulumi.com/autonamed, as the provider does.
 */
final class KubernetesNames {
  /** DNS subdomain names, from general knowledge of Kubernetes; its documentation was not read. */
  private static final Pattern SUBDOMAIN =
      Pattern.compile("(?=.{1,253}$)[a-z0-9]([-a-z0-9.]*[a-z0-9])?");

  private static final String AUTONAMED = "pulumi.com/autonamed";
  private static final PropertyPath NAME = PropertyPath.parse("metadata.name");
  private static final PropertyPath MARK =
      PropertyPath.parse("metadata.annotations[\"pulumi.com/autonamed\"]");

  private KubernetesNames() {}

  /** The inputs with apiVersion, kind and a name. */
  static Obj complete(
      ResourceDeclaration declaration,
      ResourceRequest resource,
      Obj before,
      Obj inputs,
      byte[] seed) {
    String token = declaration.token();
    String version = token.substring("kubernetes:".length(), token.lastIndexOf(':'));
    String group = version.startsWith("core/") ? version.substring("core/".length()) : version;
    Obj complete = inputs;
    if (declaration.inputs().members().containsKey("apiVersion") && !token.contains("helm.sh")) {
      complete = defaulted(complete, "apiVersion", group);
      complete = defaulted(complete, "kind", ObjectName.kind(token));
    }
    return declaration.inputs().members().containsKey("metadata")
        ? named(complete, before, resource, seed)
        : complete;
  }

  private static Obj defaulted(Obj inputs, String name, String value) {
    PropertyValue given = inputs.members().getOrDefault(name, PropertyValues.NULL);
    return given instanceof Null
        ? PropertyValues.with(inputs, name, PropertyValues.of(value))
        : inputs;
  }

  private static Obj named(Obj inputs, Obj before, ResourceRequest resource, byte[] seed) {
    PropertyValue given = inputs.members().getOrDefault("metadata", PropertyValues.EMPTY);
    PropertyValue plain = PropertyValues.unwrap(given);
    Obj metadata = plain instanceof Null ? PropertyValues.EMPTY : asObject(plain).orElse(null);
    if (metadata == null
        || metadata.members().containsKey("name")
        || metadata.members().containsKey("generateName")) {
      return inputs;
    }
    Optional<PropertyValue> automatic = MARK.get(before).flatMap(mark -> NAME.get(before));
    PropertyValue name =
        automatic.orElse(
            PropertyValues.of(resource.name() + "-" + AutoNames.digits(8, resource.urn(), seed)));
    Obj annotations =
        asObject(
                PropertyValues.unwrap(
                    metadata.members().getOrDefault("annotations", PropertyValues.EMPTY)))
            .orElse(PropertyValues.EMPTY);
    Obj filled =
        PropertyValues.with(
            PropertyValues.with(metadata, "name", name),
            "annotations",
            PropertyValues.with(annotations, AUTONAMED, PropertyValues.of("true")));
    return PropertyValues.with(
        inputs, "metadata", given instanceof Secret ? PropertyValues.secret(filled) : filled);
  }

  private static Optional<Obj> asObject(PropertyValue value) {
    return value instanceof Obj object ? Optional.of(object) : Optional.empty();
  }

  /** What is wrong with the name. */
  static List<CheckFailure> check(Obj inputs) {
    String name = NAME.get(inputs).map(PropertyText::of).orElse("");
    return name.isEmpty() || SUBDOMAIN.matcher(name).matches() || rbac(inputs)
        ? List.of()
        : List.of(
            new CheckFailure(
                "metadata.name",
                "\"%s\" is no DNS name: lower-case letters, digits, '-' and '.', at most 253"
                    .formatted(name)));
  }

  /** Names of roles are path segments, which may hold a colon. */
  private static boolean rbac(Obj inputs) {
    return PropertyText.of(inputs.members().getOrDefault("apiVersion", PropertyValues.NULL))
        .startsWith("rbac.authorization.k8s.io/");
  }
}
