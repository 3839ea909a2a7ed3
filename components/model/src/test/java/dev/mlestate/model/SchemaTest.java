package dev.mlestate.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.mlestate.problem.PositionedYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
  private static final String ENVIRONMENT =
      SchemaWriter.schema(Environment.class, "An environment of mlestate");
  private static final String ORGANISATION =
      SchemaWriter.schema(Organisation.class, "The organisation's limits for mlestate");

  @Test
  void theFilesAreFresh() throws IOException {
    Golden.check(Path.of("environments/schema.json"), ENVIRONMENT);
    Golden.check(Path.of("environments/organisation.schema.json"), ORGANISATION);
  }

  static Stream<Path> environments() throws IOException {
    try (Stream<Path> files = Files.list(EnvironmentFilesTest.ENVIRONMENTS)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("environments")
  void everyFileNamesAndKeepsItsSchema(Path file) throws IOException {
    boolean organisation = file.endsWith(EnvironmentReader.ORGANISATION);
    String name = organisation ? "organisation.schema.json" : "schema.json";

    assertThat(Files.readString(file)).startsWith("# yaml-language-server: $schema=" + name + "\n");
    assertThat(
            validate(organisation ? ORGANISATION : ENVIRONMENT, PositionedYaml.read(file).tree()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "account: \"333344445555\"       | account: 333344445555",
        "environment: dev                | environment: test",
        "owner: ml-platform@example.com  | owner: nobody",
        "owner: ml-platform@example.com  | colour: red",
        "cidr: 10.42.0.0/16              | cidr: 10.42.0.0",
        "nodes: {min: 0, max: 1}         | nodes: {min: -1, max: 1}",
        "accelerator: {type: H100, perNode: 8} | cpu: {}, accelerator: {type: H100}",
        "alertPercents: [50, 80, 100]    | alertPercents: [50]",
        "fabric: rdma                    | fabric: fast",
      })
  void whatTheReaderRefusesTheSchemaRefuses(String from, String to) throws IOException {
    String text = Files.readString(EnvironmentFilesTest.ENVIRONMENTS.resolve("dev-aws.yaml"));
    assertThat(text).contains(from);
    String changed =
        to.startsWith("cpu")
            ? text.replace(from, from + "\n        cpu: {}")
            : text.replace(from, to);

    PositionedYaml yaml = PositionedYaml.parse("dev-aws.yaml", changed);

    assertThat(validate(ENVIRONMENT, yaml.tree())).isNotEmpty();
    assertThat(EnvironmentReader.parse(yaml).problems()).isNotEmpty();
  }

  private static List<String> validate(String schema, JsonNode tree) {
    JsonSchema validator =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
    return validator.validate(tree).stream().map(ValidationMessage::getMessage).toList();
  }
}
