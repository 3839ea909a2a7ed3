package dev.mlestate.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the document of {@code pulumi preview --json --show-sames}: what will exist after the
 * update, without what the program only looks up.
 *
 * <p>A preview that failed, or that leaves out the unchanged resources, is refused: a verdict on a
 * part of an estate is none.
 */
public final class PreviewReader {
  private static final String REMEDY =
      "write it with: pulumi preview --json --show-sames > preview.json";

  /** The rank of a step: of two steps of one resource the higher one says what it will be. */
  private static final Map<String, Integer> KEPT =
      Map.of(
          "replace", 0,
          "same", 1,
          "create", 1,
          "update", 1,
          "refresh", 1,
          "import", 1,
          "create-replacement", 2,
          "import-replacement", 2);

  private static final Set<String> PASSED_OVER =
      Set.of(
          "delete",
          "delete-replaced",
          "remove-pending-replace",
          "read",
          "read-replacement",
          "discard",
          "discard-replaced");

  private record Kept(int rank, Resource resource) {}

  private final JsonFile file;

  private PreviewReader(JsonFile file) {
    this.file = file;
  }

  /**
   * Reads the preview in a file.
   *
   * @throws dev.mlestate.problem.ProblemException if the file is missing, foreign or damaged
   */
  public static Inventory read(Path file) {
    return new PreviewReader(JsonFile.read(file, REMEDY)).inventory();
  }

  /**
   * Reads the text of the preview.
   *
   * @param name what to call the document in a message
   * @throws dev.mlestate.problem.ProblemException if the document is foreign or damaged
   */
  public static Inventory parse(String name, String json) {
    return new PreviewReader(JsonFile.parse(name, json, REMEDY)).inventory();
  }

  private Inventory inventory() {
    JsonNode root = file.root();
    if (!root.isObject() || (!root.has("steps") && !root.has("changeSummary"))) {
      file.problem("", "", "not a preview: neither steps nor changeSummary", REMEDY);
    } else if (root.has("steps") && !root.path("steps").isArray()) {
      file.problem("steps", "/steps", "steps is no list", REMEDY);
    }
    file.throwProblems();
    refuseFailed(root);
    ResourceReader reader = new ResourceReader(file, Source.PREVIEW, REMEDY);
    Map<String, Kept> byUrn = new TreeMap<>();
    JsonNode steps = root.path("steps");
    int sames = 0;
    for (int i = 0; i < steps.size(); i++) {
      JsonNode step = steps.path(i);
      String op = step.path("op").asText("");
      sames += op.equals("same") ? 1 : 0;
      String path = "steps[" + i + "]";
      String pointer = "/steps/" + i;
      Integer rank = KEPT.get(op);
      if (rank != null) {
        keep(step, rank, path, pointer, reader, byUrn);
      } else if (!PASSED_OVER.contains(op)) {
        file.problem(path + ".op", pointer + "/op", "unknown operation '" + op + "'", REMEDY);
      }
    }
    int expectedSames = root.path("changeSummary").path("same").asInt(0);
    if (expectedSames > sames) {
      file.problem(
          "steps",
          "/steps",
          (expectedSames - sames) + " unchanged resources are left out",
          "add --show-sames: " + REMEDY);
    }
    file.throwProblems();
    List<Resource> resources = new ArrayList<>();
    byUrn.values().forEach(kept -> resources.add(kept.resource()));
    return new Inventory(resources);
  }

  private void keep(
      JsonNode step,
      int rank,
      String path,
      String pointer,
      ResourceReader reader,
      Map<String, Kept> byUrn) {
    JsonNode state = step.path("newState");
    if (!state.isObject()) {
      file.problem(path + ".newState", pointer + "/newState", "the step has no newState", REMEDY);
      return;
    }
    if (ResourceReader.isExternal(state)) {
      return;
    }
    reader
        .read(state, path + ".newState", pointer + "/newState")
        .ifPresent(
            resource -> {
              Kept before = byUrn.get(resource.urn());
              if (before == null || before.rank() < rank) {
                byUrn.put(resource.urn(), new Kept(rank, resource));
              } else if (before.rank() == rank) {
                file.problem(path, pointer, resource.urn() + " stands twice", REMEDY);
              }
            });
  }

  private void refuseFailed(JsonNode root) {
    JsonNode diagnostics = root.path("diagnostics");
    for (int i = 0; i < diagnostics.size(); i++) {
      if (diagnostics.path(i).path("severity").asText("").equals("error")) {
        file.problem(
            "diagnostics[" + i + "]",
            "/diagnostics/" + i,
            "the preview failed: " + diagnostics.path(i).path("message").asText("").strip(),
            "mend what it names, then " + REMEDY);
      }
    }
    file.throwProblems();
  }
}
