package dev.mlestate.simulated.gcp;

import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.cloud.Surroundings;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Members, bindings and policies of IAM. Their ids are what they are about, the role, the member
 * and the condition's title, with slashes between (import formats in com.pulumi:gcp 7.0.0's
 * documentation, read 2026-11-24).
 */
final class GcpIam {
  private static final Pattern TOKEN =
      Pattern.compile("gcp:[^:]+:\\w*I[aA][mM](Member|Binding|Policy)");

  /** What names the thing itself, where more than one property is needed: the last one says it. */
  private static final List<String> PARENTS =
      List.of(
          "cryptoKeyId",
          "keyRingId",
          "serviceAccountId",
          "bucket",
          "topic",
          "subscription",
          "subnetwork",
          "secretId",
          "repository",
          "connectionId",
          "tableId",
          "datasetId",
          "asset",
          "dataplexZone",
          "lake",
          "featurestore",
          "entitytype",
          "billingAccountId",
          "folder",
          "orgId",
          "service",
          "name",
          "project");

  private static final Set<String> GLOBAL = Set.of("bucket");

  private GcpIam() {}

  static boolean isOne(String token) {
    return TOKEN.matcher(token).matches();
  }

  /** The id of a member, binding or policy. */
  static Optional<String> id(Surroundings around) {
    String parent =
        PARENTS.stream()
            .filter(name -> around.input(name).isPresent())
            .findFirst()
            .map(name -> parent(name, around))
            .orElse(around.settings().account());
    StringBuilder id = new StringBuilder(parent);
    for (String part : List.of("role", "member", "condition.title")) {
      around.input(part).ifPresent(text -> id.append('/').append(text));
    }
    return Optional.of(id.toString());
  }

  private static String parent(String property, Surroundings around) {
    String value = around.input(property).orElseThrow();
    if (GLOBAL.contains(property)) {
      return "b/" + value;
    }
    if (property.equals("project") || value.contains("/")) {
      return value;
    }
    String project = around.input("project").orElse(around.settings().account());
    String place =
        around.input("location").or(() -> around.input("region")).map(p -> p + "/").orElse("");
    return "projects/" + project + "/" + place + property + "/" + value;
  }

  /** Whether an IAM resource lets a member use a role. */
  static boolean grants(Obj inputs, String role, String member) {
    return text(inputs, "role").equals(role)
        && (text(inputs, "member").equals(member)
            || (inputs.members().get("members")
                    instanceof dev.mlestate.wire.PropertyValue.Array members
                && members.elements().stream()
                    .anyMatch(each -> PropertyText.of(each).equals(member))));
  }

  static String text(Obj inputs, String path) {
    return PropertyPath.parse(path).get(inputs).map(PropertyText::of).orElse("");
  }
}
