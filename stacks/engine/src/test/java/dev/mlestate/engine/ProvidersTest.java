package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.wire.PropertyValue.Secret;
import dev.mlestate.wire.PropertyValues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which provider manages what. */
class ProvidersTest {
  @TempDir Path folder;
  private Estate estate;

  @BeforeEach
  void setUp() {
    estate = new Estate(folder);
  }

  private static final Body ONE = program -> program.thing("a", PropertyValues.EMPTY);

  @Test
  void secretConfigurationStaysSecretInTheStateOfItsProvider() throws Exception {
    estate.config.put("fake:token", "hush-hush");
    estate.secretConfig = List.of("fake:token");
    assertThat(estate.up(ONE).failure()).isEmpty();
    assertThat(estate.resource("default_1_2_3").inputs().members().get("token"))
        .isInstanceOf(Secret.class);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).as("%s", file).doesNotContain("hush-hush");
      }
    }
  }

  @Test
  void defaultProvidersCanBeDisabled() {
    estate.config.put("pulumi:disable-default-providers", "[\"fake\"]");
    assertThat(estate.up(ONE).failure().orElseThrow().message())
        .contains("'fake' is disabled", "fake:index:Thing");
    UpdateResult explicit =
        estate.up(
            program -> {
              Registered provider = program.provider("p", PropertyValues.EMPTY);
              program.thing(
                  "a", PropertyValues.EMPTY, request -> request.setProvider(provider.reference()));
            });
    assertThat(explicit.failure()).isEmpty();
  }

  @Test
  void anotherProviderReplacesOnlyWhereItsConfigurationDemandsIt() {
    Body here = with("p", "here");
    estate.up(here);
    assertThat(Estate.steps(estate.up(with("q", "here")))).contains("same a").contains("delete p");
    assertThat(Estate.steps(estate.up(with("r", "there"))))
        .contains("create-replacement a", "delete-replaced a");
  }

  private static Body with(String name, String region) {
    return program -> {
      Registered provider = program.provider(name, PropertyValues.object("region", region));
      program.thing(
          "a", PropertyValues.EMPTY, request -> request.setProvider(provider.reference()));
    };
  }
}
