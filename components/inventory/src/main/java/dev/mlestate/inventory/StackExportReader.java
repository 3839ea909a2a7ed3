package dev.mlestate.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the document of {@code pulumi stack export} (deployment version 3): what exists, without
 * what is about to be deleted and what the program only looks up.
 */
public final class StackExportReader {
  private static final String REMEDY = "write it with: pulumi stack export --file stack.json";

  private final JsonFile file;

  private StackExportReader(JsonFile file) {
    this.file = file;
  }

  /**
   * Reads the export in a file.
   *
   * @throws dev.mlestate.problem.ProblemException if the file is missing, foreign or damaged
   */
  public static Inventory read(Path file) {
    return new StackExportReader(JsonFile.read(file, REMEDY)).inventory();
  }

  /**
   * Reads the text of the export.
   *
   * @param name what to call the document in a message
   * @throws dev.mlestate.problem.ProblemException if the document is foreign or damaged
   */
  public static Inventory parse(String name, String json) {
    return new StackExportReader(JsonFile.parse(name, json, REMEDY)).inventory();
  }

  private Inventory inventory() {
    JsonNode root = file.root();
    if (root.has("checkpoint")) {
      file.problem("checkpoint", "/checkpoint", "a backend's checkpoint, not an export", REMEDY);
    } else if (!root.path("deployment").isObject()) {
      file.problem("deployment", "/deployment", "not a stack export: no deployment", REMEDY);
    } else if (root.path("version").asInt(0) != 3) {
      file.problem(
          "version",
          "/version",
          "deployment version " + root.path("version").asText("missing") + "; only 3 is known",
          "export it with a Pulumi CLI that writes version 3");
    } else if (root.path("deployment").has("resources")
        && !root.path("deployment").path("resources").isArray()) {
      file.problem("deployment.resources", "/deployment/resources", "resources is no list", REMEDY);
    }
    file.throwProblems();
    ResourceReader reader = new ResourceReader(file, Source.STATE, REMEDY);
    JsonNode states = root.path("deployment").path("resources");
    List<Resource> resources = new ArrayList<>();
    Set<String> urns = new TreeSet<>();
    for (int i = 0; i < states.size(); i++) {
      JsonNode state = states.path(i);
      if (isLeaving(state) || ResourceReader.isExternal(state)) {
        continue;
      }
      String path = "deployment.resources[" + i + "]";
      String pointer = "/deployment/resources/" + i;
      reader
          .read(state, path, pointer)
          .ifPresent(
              resource -> {
                if (urns.add(resource.urn())) {
                  resources.add(resource);
                } else {
                  file.problem(path, pointer, resource.urn() + " stands twice", REMEDY);
                }
              });
    }
    file.throwProblems();
    return new Inventory(resources);
  }

  private static boolean isLeaving(JsonNode state) {
    return state.path("delete").asBoolean(false)
        || state.path("pendingReplacement").asBoolean(false);
  }
}
