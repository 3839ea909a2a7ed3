package dev.mlestate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.model.CompliancePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The linter of the rules' metadata. */
class CatalogueTest {
  private final ControlCatalogue catalogue = ControlCatalogue.load();

  private static String directory(Control control) {
    return control.id().toLowerCase(Locale.ROOT).replace('-', '_');
  }

  @Test
  void everyControlHasAllItsMetadata() {
    List<String> missing = new ArrayList<>();
    for (Control control : catalogue.controls()) {
      require(missing, control, "id", control.id().matches("[A-Z]{3}-\\d\\d"));
      require(missing, control, "title", control.title().matches("[A-Z].*[^.]"));
      require(missing, control, "description", control.description().endsWith("."));
      require(missing, control, "remediation", control.remediation().endsWith("."));
      require(missing, control, "clouds", !control.clouds().isEmpty());
      require(
          missing,
          control,
          "related_resources",
          !control.references().isEmpty()
              && control.references().stream().allMatch(ref -> ref.startsWith("https://")));
      require(
          missing,
          control,
          "input_kinds",
          (control.presence() || !control.inputKinds().isEmpty())
              && control.inputKinds().stream()
                  .allMatch(kind -> kind.matches("\\*|[a-z-]+:[\\w./]+:\\w+")));
    }
    assertThat(missing).isEmpty();
  }

  private static void require(List<String> missing, Control control, String field, boolean holds) {
    if (!holds) {
      missing.add(control.id() + " " + field);
    }
  }

  @Test
  void everyDirectoryOfRulesIsAControlWithTestsAndSamples() throws IOException {
    Path rego = Estates.POLICIES.resolve("rego");
    Set<String> directories = new TreeSet<>();
    try (Stream<Path> paths = Files.list(rego)) {
      paths
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.equals("lib"))
          .forEach(directories::add);
    }
    assertThat(catalogue.controls().stream().map(CatalogueTest::directory))
        .containsExactlyElementsOf(directories);
    for (Control control : catalogue.controls()) {
      String name = directory(control);
      assertThat(control.entrypoint()).isEqualTo("mlestate/controls/" + name + "/verdicts");
      assertThat(rego.resolve(name).resolve(name + ".rego"))
          .content()
          .contains("\npackage mlestate.controls." + name + "\n");
      assertThat(rego.resolve(name).resolve(name + "_test.rego"))
          .content()
          .contains("test_allowed", "test_denied");
    }
  }

  @Test
  void idsAreUniqueAndInOrder() {
    assertThat(catalogue.controls()).extracting(Control::id).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void everyRequirementIsOneOfItsFramework() {
    Set<String> named = new TreeSet<>();
    catalogue
        .controls()
        .forEach(
            control ->
                control
                    .frameworks()
                    .forEach(
                        (framework, ids) -> ids.forEach(id -> named.add(framework + " " + id))));
    Set<String> known = new TreeSet<>();
    catalogue
        .frameworks()
        .forEach(
            framework ->
                framework
                    .requirements()
                    .keySet()
                    .forEach(id -> known.add(framework.id() + " " + id)));

    assertThat(named).isEqualTo(known);
  }

  @Test
  void everyPackHasAControl() {
    Set<CompliancePack> packs = new HashSet<>();
    catalogue.controls().forEach(control -> packs.addAll(catalogue.packs(control)));

    assertThat(packs).containsExactlyInAnyOrder(CompliancePack.values());
  }

  @Test
  void everyFrameworkSaysWhereItIsPublished() {
    assertThat(catalogue.frameworks())
        .allSatisfy(
            framework -> {
              assertThat(framework.source()).startsWith("https://");
              assertThat(framework.title()).isNotBlank();
              assertThat(framework.edition()).isNotBlank();
            });
  }
}
