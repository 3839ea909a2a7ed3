package dev.mlestate.application;

import static java.util.stream.Collectors.joining;

import dev.mlestate.model.Cloud;
import dev.mlestate.planning.capability.CapabilityMatrix;
import dev.mlestate.planning.capability.Support;
import dev.mlestate.testkit.reference.GoldenFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** docs/capabilities.md is written from each cloud's table; -Dgolden.update=true writes it anew. */
class CapabilitiesPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("mlestate.root"), "docs", "capabilities.md");

  private final CapabilityMatrix matrix = CapabilityMatrix.load();

  @Test
  void thePageSaysWhatTheTablesSay() {
    GoldenFolder.checkFile(PAGE, page());
  }

  private String page() {
    return """
        # Capabilities

        <!-- Written from each cloud's capabilities.csv by CapabilitiesPageTest; do not edit. -->

        What realises each capability on each cloud, by Pulumi's type tokens without versions of an API; or why \
        nothing can, and what to use instead. `ParityTest` holds every cell: what is realised is registered for \
        an environment that asks for it, and what is not possible is refused by the planner with a remedy. \
        `mlestate capabilities` prints the same, `--json` for programs.

        """
        + "| capability | "
        + matrix.clouds().stream().map(Cloud::word).collect(joining(" | "))
        + " |\n|---|"
        + "---|".repeat(matrix.clouds().size())
        + "\n"
        + matrix.capabilities().stream().map(this::row).collect(joining());
  }

  private String row(String capability) {
    return "| %s | %s |\n"
        .formatted(
            capability,
            matrix.clouds().stream()
                .map(cloud -> cell(matrix.support(capability, cloud)))
                .collect(joining(" | ")));
  }

  private static String cell(Optional<Support> support) {
    if (support.isEmpty()) {
      return "unknown";
    }
    if (support.get() instanceof Support.NotPossible impossible) {
      return "**not possible**: %s. Instead: %s"
          .formatted(impossible.reason(), impossible.alternative());
    }
    return ((Support.Realised) support.get())
        .types().stream().map(type -> "`" + type + "`").collect(joining("<br>"));
  }
}
