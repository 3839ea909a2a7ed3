package dev.mlestate.policy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** docs/policies.md is written from the rules' metadata; -Dgolden.update=true writes it anew. */
class DocumentationTest {
  private static final Path PAGE = Estates.ROOT.resolve("docs/policies.md");

  private final ControlCatalogue catalogue = ControlCatalogue.load();

  @Test
  void thePageSaysWhatTheMetadataSay() throws IOException {
    if (Boolean.getBoolean("mlestate.golden.update")) {
      Files.createDirectories(Estates.ROOT.resolve("docs"));
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE).as("run the build with -Dgolden.update=true").hasContent(page());
  }

  private String page() {
    return """
        # Policies

        <!-- Written from the metadata under policies/rego by DocumentationTest; do not edit. -->

        Every rule gives one of three verdicts on each thing that it judges: **pass**, **fail** or **undetermined**. \
        Only a value that is known can pass. A preview does not know every value yet; where the answer depends on \
        one, the verdict is undetermined, is shown and counted, and is taken again once the value is known.

        A control is **mandatory** if its severity is critical or high, or if it belongs to a pack that the \
        environment's `compliance` or the organisation demands. A mandatory control that fails stops `up` before \
        anything is created (exit code 5). An undetermined verdict stops nothing. Everything else is advice.

        A pack is the set of controls that name a requirement of its framework. That a control passes is evidence \
        for the requirement, not proof that it is met.

        | Control | Severity | Title | Clouds | Packs |
        |---|---|---|---|---|
        """
        + catalogue.controls().stream().map(this::row).collect(joining())
        + catalogue.controls().stream().map(this::section).collect(joining())
        + "\n## Frameworks\n\n| Framework | Edition | Pack | Source |\n|---|---|---|---|\n"
        + catalogue.frameworks().stream().map(DocumentationTest::row).collect(joining());
  }

  private String row(Control control) {
    return "| [%s](#%s) | %s | %s | %s | %s |\n"
        .formatted(
            control.id(),
            control.id().toLowerCase(Locale.ROOT),
            control.severity().word(),
            control.title(),
            clouds(control),
            packs(control));
  }

  private String section(Control control) {
    String requirements =
        catalogue.frameworks().stream()
            .filter(framework -> control.frameworks().containsKey(framework.id()))
            .map(framework -> requirements(control, framework))
            .collect(joining());
    return "\n## "
        + control.id()
        + "\n\n**"
        + control.title()
        + "** ("
        + control.severity().word()
        + (control.presence() ? ", demands presence" : "")
        + ")\n\n"
        + control.description()
        + "\n\nRemedy: "
        + control.remediation()
        + "\n\n"
        + (requirements.isEmpty() ? "" : requirements + "\n")
        + control.references().stream()
            .map(reference -> "See <" + reference + ">.\n")
            .collect(joining());
  }

  private static String requirements(Control control, Framework framework) {
    return control.frameworks().getOrDefault(framework.id(), List.of()).stream()
        .map(
            id ->
                "- %s %s: %s\n".formatted(framework.title(), id, framework.requirements().get(id)))
        .collect(joining());
  }

  private static String row(Framework framework) {
    return "| %s | %s | %s | <%s> |\n"
        .formatted(
            framework.title(),
            framework.edition(),
            framework.pack().map(pack -> "`" + pack.word() + "`").orElse("–"),
            framework.source());
  }

  private static String clouds(Control control) {
    return control.clouds().stream().map(cloud -> cloud.word()).collect(joining(", "));
  }

  private String packs(Control control) {
    String packs =
        catalogue.packs(control).stream()
            .map(pack -> "`" + pack.word() + "`")
            .collect(joining(", "));
    return packs.isEmpty() ? "–" : packs;
  }
}
