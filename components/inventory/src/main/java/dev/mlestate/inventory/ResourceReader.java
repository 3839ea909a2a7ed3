package dev.mlestate.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one resource in the form of Pulumi's apitype.ResourceV3. */
final class ResourceReader {
  private final JsonFile file;
  private final Source source;
  private final String remedy;

  ResourceReader(JsonFile file, Source source, String remedy) {
    this.file = file;
    this.source = source;
    this.remedy = remedy;
  }

  /** Empty if something is wrong, which the file then knows. */
  Optional<Resource> read(JsonNode state, String path, String pointer) {
    String urn = state.path("urn").asText("");
    String type = state.path("type").asText("");
    if (!urn.startsWith("urn:pulumi:") || !urn.contains("::")) {
      file.problem(
          path + ".urn", pointer + "/urn", "a resource has no URN that Pulumi would write", remedy);
      return Optional.empty();
    }
    if (type.isEmpty()) {
      file.problem(path + ".type", pointer + "/type", urn + " has no type", remedy);
      return Optional.empty();
    }
    JsonNode inputs = state.path("inputs");
    if (!inputs.isMissingNode() && !inputs.isNull() && !inputs.isObject()) {
      file.problem(
          path + ".inputs", pointer + "/inputs", "the inputs of " + urn + " are no object", remedy);
      return Optional.empty();
    }
    Sentinels clean =
        Sentinels.takenFrom(inputs.isObject() ? inputs : JsonNodeFactory.instance.objectNode());
    return Optional.of(
        new Resource(
            type,
            urn,
            urn.substring(urn.lastIndexOf("::") + 2),
            clean.properties(),
            clean.unknownPaths(),
            clean.secretPaths(),
            dependencies(state),
            source));
  }

  private static List<String> dependencies(JsonNode state) {
    List<String> urns = new ArrayList<>();
    state.path("dependencies").forEach(urn -> urns.add(urn.asText()));
    state.path("propertyDependencies").forEach(of -> of.forEach(urn -> urns.add(urn.asText())));
    return urns;
  }

  /** A resource that the program only looks up belongs to somebody else. */
  static boolean isExternal(JsonNode state) {
    return state.path("external").asBoolean(false);
  }
}
