package dev.mlestate.engine.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program's folder says, as the Pulumi CLI reads it. */
class StackConfigurationTest {
  private static final String PROJECT =
      "name: app\nruntime: {name: java, options: {binary: app.jar}}\n";

  // Written by `pulumi config set --secret color red` of the CLI with the passphrase "test".
  private static final String ENCRYPTED =
      """
      encryptionsalt: v1:GYp9GRIBMrI=:v1:HhRnppkwjJZ9/EL7:mVDmxr2xjk0afJDEcx3KZlX2L8z5og==
      config:
        app:color:
          secure: v1:pz8g4pJAK3mbxhBq:toZfawPjr53IURI4AqYilW53hQ==
        nested:
          plain: a
          list: [{secure: "v1:pz8g4pJAK3mbxhBq:toZfawPjr53IURI4AqYilW53hQ=="}]
      """;

  @TempDir private Path folder;

  private StackConfiguration read(String project, String stack, Map<String, String> environment)
      throws IOException {
    Files.writeString(folder.resolve("Pulumi.yaml"), project);
    Files.writeString(folder.resolve("Pulumi.dev.yaml"), stack);
    return StackConfiguration.read(PulumiProject.read(folder), "dev", environment);
  }

  @Test
  void valuesAreTextAsTheCliHandsThemOver() throws IOException {
    StackConfiguration configuration =
        read(
            PROJECT,
            """
            config:
              name: a
              aws:region: eu-west-1
              gcp:config:project: p
              count: 3
              ratio: 0.25
              whole: 2.0
              on: true
              text: "3"
              object: {b: [1, two, {c: 1.50}], a: "<&>"}
              big: 1e21
            """,
            Map.of());
    assertThat(configuration.values())
        .isEqualTo(
            Map.of(
                "app:name", "a",
                "aws:region", "eu-west-1",
                "gcp:project", "p",
                "app:count", "3",
                "app:ratio", "0.25",
                "app:whole", "2",
                "app:on", "true",
                "app:text", "3",
                "app:object", "{\"a\":\"\\u003c\\u0026\\u003e\",\"b\":[1,\"two\",{\"c\":1.5}]}",
                "app:big", "1e+21"));
    assertThat(configuration.secretKeys()).isEmpty();
  }

  @Test
  void secureValuesOpenWithThePassphraseOfTheCli() throws IOException {
    StackConfiguration configuration =
        read(PROJECT, ENCRYPTED, Map.of("PULUMI_CONFIG_PASSPHRASE", "test"));
    assertThat(configuration.values())
        .containsEntry("app:color", "red")
        .containsEntry("app:nested", "{\"list\":[\"red\"],\"plain\":\"a\"}");
    assertThat(configuration.secretKeys()).containsExactly("app:color", "app:nested");
    assertThat(configuration.toString()).doesNotContain("red");
  }

  @Test
  void aWrongOrMissingPassphraseIsAProblem() {
    assertThatThrownBy(() -> read(PROJECT, ENCRYPTED, Map.of("PULUMI_CONFIG_PASSPHRASE", "no")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("incorrect passphrase");
    assertThatThrownBy(() -> read(PROJECT, ENCRYPTED, Map.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no passphrase");
  }

  @Test
  void theProjectGivesDefaultsAndTypes() throws IOException {
    String project =
        PROJECT
            + """
            config:
              size: small
              app:count: {type: integer, default: 2}
              zones: {type: array, items: {type: string}, default: [a, b]}
              aws:region: {value: eu-west-1}
              database.host: {default: local}
            """;
    assertThat(read(project, "config: {count: 5, database: {port: 1}}", Map.of()).values())
        .isEqualTo(
            Map.of(
                "app:size", "small",
                "app:count", "5",
                "app:zones", "[\"a\",\"b\"]",
                "aws:region", "eu-west-1",
                "app:database", "{\"host\":\"local\",\"port\":1}"));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceWithItsPlace() {
    String project =
        PROJECT
            + """
            config:
              count: {type: integer}
              password: {type: string, secret: true}
              missing: {type: string}
            """;
    assertThatThrownBy(() -> read(project, "config:\n  count: many\n  password: open\n", Map.of()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problems ->
                assertThat(problems.problems())
                    .hasSize(3)
                    .allMatch(problem -> problem.place().isPresent())
                    .extracting(Problem::reason)
                    .anyMatch(reason -> reason.contains("app:count is not of the type integer"))
                    .anyMatch(reason -> reason.contains("app:password must be encrypted"))
                    .anyMatch(reason -> reason.contains("lacks the configuration value")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: app|names no Java program",
        "{name: app, runtime: nodejs}|runs Java alone",
        "{name: app, runtime: java}|Maven or Gradle",
        "{name: app, runtime: {name: java, options: {binary: a.jar, binry: x}}}|no option binry",
        "{name: app, runtime: {name: java, options: {binary: a.jar}}, plugins: {providers: [{name:"
            + " x}]}}|plugins is not supported",
        "{name: app, runtime: {name: java, options: {binary: a.jar}}, config: {a: {type:"
            + " intger}}}|no type intger",
        "{name: app, runtime: {name: java, options: {binary: a.jar}}, config: {a: {type:"
            + " array}}}|array without",
        "{name: app, runtime: {name: java, options: {binary: a.jar}}, config: {a: {type: integer,"
            + " default: x}}}|default is not of the type",
        "{name: app, runtime: {name: java, options: {binary: a.jar}}, config: {aws:a: {type:"
            + " integer}}}|another namespace",
        "- a list|not a mapping"
      })
  void aProjectThatIsWrongIsAProblem(String project, String reason) {
    assertThatThrownBy(() -> read(project, "", Map.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "environment: [x]|ESC",
        "secretsprovider: awskms://x|awskms",
        "config: [a]|not a mapping",
        "config: {a:b:c:d: x}|no configuration key",
        "config: {a: {secure: x}}|no encryptionsalt",
        "{encryptionsalt: x, config: {a: {secure: x}}}|salt is malformed",
        "config: {pulumi:autonaming: {mode: verbatim}}|autonaming is not supported"
      })
  void aStackFileThatIsWrongIsAProblem(String stack, String reason) {
    assertThatThrownBy(() -> read(PROJECT, stack, Map.of("PULUMI_CONFIG_PASSPHRASE", "test")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void theStackIsTheNamedOneTheOnlyOneOrDev() throws IOException {
    Files.writeString(folder.resolve("Pulumi.yaml"), PROJECT);
    PulumiProject project = PulumiProject.read(folder);
    assertThat(project.stack(Optional.empty())).isEqualTo("dev");
    Files.writeString(folder.resolve("Pulumi.prod.yaml"), "");
    assertThat(project.stack(Optional.empty())).isEqualTo("prod");
    Files.writeString(folder.resolve("Pulumi.test.yaml"), "");
    assertThat(project.stack(Optional.empty())).isEqualTo("dev");
    assertThat(project.stack(Optional.of("test"))).isEqualTo("test");
    assertThatThrownBy(() -> project.stack(Optional.of("../x")))
        .isInstanceOf(ProblemException.class);
  }
}
