package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.wire.PropertyValues;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  @TempDir Path folder;
  private Estate estate;
  private String id = "";

  @BeforeEach
  void setUp() {
    estate = new Estate(folder);
    id =
        estate.cloud.create(
            "there", PropertyValues.object("size", 1, "name", "x", "arn", "arn:there"));
    estate.cloud.takeLog();
  }

  private Body imports(String from, Object... properties) {
    return program ->
        program.thing("a", PropertyValues.object(properties), request -> request.setImportId(from));
  }

  @Test
  void takesOverWhatIsThere() {
    UpdateResult preview = estate.preview(imports(id, "size", 1, "name", "x"));
    assertThat(Estate.steps(preview)).containsExactly("import a");

    UpdateResult result = estate.up(imports(id, "size", 1, "name", "x"));
    assertThat(result.failure()).isEmpty();
    assertThat(Estate.steps(result)).containsExactly("import a");
    assertThat(result.changeSummary()).containsEntry("import", 1);
    assertThat(estate.cloud.takeLog()).isEmpty();
    assertThat(estate.resource("a").id()).isEqualTo(id);
    assertThat(PropertyValues.get(estate.resource("a").outputs(), "arn"))
        .contains(PropertyValues.of("arn:there"));

    assertThat(Estate.steps(estate.up(imports(id, "size", 1, "name", "x"))))
        .containsExactly("same a");
    assertThat(
            Estate.steps(
                estate.up(
                    program -> program.thing("a", PropertyValues.object("size", 1, "name", "x")))))
        .containsExactly("same a");
  }

  @Test
  void makesItWhatTheProgramWants() {
    UpdateResult result = estate.up(imports(id, "size", 2, "name", "x"));
    assertThat(result.failure()).isEmpty();
    assertThat(Estate.steps(result)).containsExactly("import a", "update a");
    assertThat(estate.cloud.takeLog()).containsExactly("update there");
  }

  @Test
  void refusesAChangeThatWouldReplaceIt() {
    UpdateResult preview = estate.preview(imports(id, "size", 1, "name", "other"));
    assertThat(preview.diagnostics())
        .anyMatch(
            diagnostic ->
                diagnostic.severity() == Severity.WARNING
                    && diagnostic.message().contains("import"));
    UpdateResult result = estate.up(imports(id, "size", 1, "name", "other"));
    assertThat(result.failure().orElseThrow().message()).contains("imported", "name");
    assertThat(estate.cloud.takeLog()).isEmpty();
    assertThat(estate.resource("a").id()).isEqualTo(id);
  }

  @Test
  void refusesWhatIsNotThere() {
    UpdateResult result = estate.up(imports("nowhere-7", "size", 1));
    assertThat(result.failure().orElseThrow().message())
        .contains("resource 'nowhere-7' does not exist");
    assertThat(estate.names()).doesNotContain("a");
  }

  @Test
  void refusesProvidersThatCannotTellInputs() {
    String bare = estate.cloud.create("bare", PropertyValues.object("unreadableInputs", true));
    UpdateResult result = estate.up(imports(bare));
    assertThat(result.failure().orElseThrow().message()).contains("does not support importing");
  }

  @Test
  void replacesAResourceByTheOneImported() {
    estate.up(program -> program.thing("a", PropertyValues.object("size", 1, "name", "x")));
    estate.cloud.takeLog();
    UpdateResult result = estate.up(imports(id, "size", 1, "name", "x"));
    assertThat(result.failure()).isEmpty();
    assertThat(Estate.steps(result))
        .containsExactly("import-replacement a", "replace a", "delete-replaced a");
    assertThat(estate.cloud.takeLog()).containsExactly("delete a");
    assertThat(estate.resource("a").id()).isEqualTo(id);
  }

  @Test
  void readsOnlyWhatExistsAndRelinquishesWhatItOwned() {
    estate.up(imports(id, "size", 1, "name", "x"));
    UpdateResult read = estate.up(program -> program.read("a", id, PropertyValues.EMPTY));
    assertThat(Estate.steps(read)).containsExactly("read a");
    assertThat(estate.resource("a").external()).isTrue();
    assertThat(estate.up(program -> program.read("b", "nowhere", PropertyValues.EMPTY)).failure())
        .hasValueSatisfying(
            failure -> assertThat(failure.message()).contains("'nowhere' does not exist"));
  }

  @Test
  void readingAnotherResourceReplacesTheOwnedOneButNotTheReadOne() {
    String other = estate.cloud.create("other", PropertyValues.object("size", 3));
    estate.up(program -> program.read("a", id, PropertyValues.EMPTY));
    estate.cloud.takeLog();
    assertThat(Estate.steps(estate.up(program -> program.read("a", other, PropertyValues.EMPTY))))
        .containsExactly("read a");
    Body owned = program -> program.thing("a", PropertyValues.object("size", 4));
    assertThat(Estate.steps(estate.up(owned)))
        .containsExactly("create-replacement a", "replace a", "discard-replaced a");
    assertThat(Estate.steps(estate.up(program -> program.read("a", id, PropertyValues.EMPTY))))
        .containsExactly("read-replacement a", "replace a", "delete-replaced a");
    assertThat(estate.cloud.takeLog()).containsExactly("create a", "delete a");
  }
}
