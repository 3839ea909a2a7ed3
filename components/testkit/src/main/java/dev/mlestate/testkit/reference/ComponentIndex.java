package dev.mlestate.testkit.reference;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The list of all components, as docs/components/README.md has it. */
public final class ComponentIndex {
  private static final Map<String, String> MODULES = modules();

  private ComponentIndex() {}

  /** Holds the list to the sources; {@code -Dgolden.update=true} writes it anew. */
  public static void check(Path root) {
    GoldenFolder.checkFile(root.resolve("docs/components/README.md"), text(root));
  }

  static String text(Path root) {
    StringBuilder text =
        new StringBuilder("# Components\n\n")
            .append(ComponentPage.NOTE)
            .append("Each is a Pulumi `ComponentResource` with secure defaults, and exposes the\n")
            .append("resources that it makes. `aws.AwsEstate`, `gcp.GcpEstate` and\n")
            .append("`azure.AzureEstate` put them together for an environment file; alone they\n")
            .append("are a library.\n");
    MODULES.forEach((module, title) -> section(text, root, module, title));
    return text.toString();
  }

  private static void section(StringBuilder text, Path root, String module, String title) {
    text.append("\n## ").append(title).append("\n\n| component | what it makes |\n|---|---|\n");
    ComponentSources.of(root, module)
        .forEach(
            (name, file) -> {
              JavaSource source = new JavaSource(file);
              text.append(
                  "| [%s](%s)<br>`%s` | %s |\n"
                      .formatted(
                          name,
                          ComponentPage.fileName(module, name),
                          ComponentPage.token(source),
                          ComponentPage.summary(source)));
            });
  }

  private static Map<String, String> modules() {
    Map<String, String> modules = new LinkedHashMap<>();
    modules.put("aws", "AWS");
    modules.put("gcp", "Google Cloud");
    modules.put("azure", "Azure");
    modules.put("kubernetes", "Inside clusters of any cloud");
    return modules;
  }
}
