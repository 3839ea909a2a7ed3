package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String PASSWORD = "correct horse battery staple";
  private static final PropertyValue SECRET = PropertyValues.secret(PropertyValues.of(PASSWORD));

  @TempDir Path folder;

  /** A secret input, an output called secret, and one that takes both. */
  private static final Body SECRETS =
      program -> {
        Registered a =
            program.thing(
                "vault",
                PropertyValues.object("password", SECRET, "list", List.of("open", SECRET)),
                request -> request.addAdditionalSecretOutputs("arn"));
        program.thing(
            "b",
            PropertyValues.object("arn-of", a.get("arn"), "password", a.get("password")),
            "arn-of",
            a);
        program.outputs(program.stack, PropertyValues.object("key", a.get("arn")));
      };

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noFileEverHasASecretInClear(boolean providerKeepsSecrets) {
    Estate estate = new Estate(folder);
    estate.secrets = providerKeepsSecrets;
    List<Map<String, String>> seen = new CopyOnWriteArrayList<>();
    estate.listener = event -> seen.add(Folders.contents(folder));
    UpdateResult result = estate.up(SECRETS);
    assertThat(result.failure()).isEmpty();
    seen.add(Folders.contents(folder));
    assertThat(seen).anySatisfy(files -> assertThat(files.get("journal")).contains("::b\""));
    assertThat(seen)
        .allSatisfy(
            files ->
                assertThat(files.values())
                    .noneMatch(
                        text -> text.contains(PASSWORD) || text.contains("arn:default:vault")));
    assertThat(Folders.contents(folder))
        .containsOnlyKeys("state.json", "state.json.sum", "journal.bak", "lock");
    assertThat(estate.store.export().toString())
        .contains("ciphertext", "secrets_providers")
        .doesNotContain(PASSWORD, "arn:default:vault");
    assertThat(estate.store.exportWithSecrets().toString()).contains(PASSWORD, "arn:default:vault");
    assertThat(estate.resource("b").inputs().members()).containsEntry("password", SECRET);
    assertThat(result.outputs().members().get("key"))
        .isEqualTo(PropertyValues.secret(PropertyValues.of("arn:default:vault")));
  }

  @Test
  void aStateWhoseSecretsDidNotChangeStaysAsItIs() {
    Estate estate = new Estate(folder);
    estate.up(SECRETS);
    Map<String, String> before = Folders.contents(folder);
    assertThat(estate.up(SECRETS).unchanged()).isTrue();
    assertThat(Folders.contents(folder)).isEqualTo(before);
  }

  @Test
  void aWrongPassphraseIsRefusedAndNothingTouched() {
    Estate estate = new Estate(folder);
    estate.up(SECRETS);
    Map<String, String> before = Folders.contents(folder);
    Estate stranger =
        new Estate(folder, estate.cloud, Map.of("PULUMI_CONFIG_PASSPHRASE", "another"));
    estate.cloud.takeLog();
    assertWrongPassphrase(stranger);
    assertThat(estate.cloud.takeLog()).isEmpty();
    assertThat(Folders.contents(folder)).isEqualTo(before);
  }

  @Test
  void aWrongPassphraseIsRefusedEvenWhereNoSecretIsLeft() {
    Estate estate = new Estate(folder);
    Body secret = program -> program.thing("a", PropertyValues.object("size", SECRET));
    estate.up(secret);
    estate.up(program -> program.thing("a", PropertyValues.object("size", 1)));
    Estate stranger =
        new Estate(folder, estate.cloud, Map.of("PULUMI_CONFIG_PASSPHRASE", "another"));
    assertWrongPassphrase(stranger);
  }

  private static void assertWrongPassphrase(Estate stranger) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> stranger.up(SECRETS));
    assertThat(refused).hasMessageContaining("incorrect passphrase");
    assertThat(refused.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.remedy().orElseThrow()).contains("PULUMI_CONFIG_PASSPHRASE"));
  }

  @Test
  void withoutAPassphraseAKeyOfTheOwnersAloneIsKept() throws IOException {
    Estate estate = new Estate(folder, new FakeCloud(), Map.of());
    estate.up(SECRETS);
    Path key = folder.resolve("passphrase");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(key)).hasSizeGreaterThan(40);
    Path derived = folder.resolve("passphrase.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(derived)))
        .isEqualTo("rw-------");
    Estate again = new Estate(folder, estate.cloud, Map.of());
    assertThat(again.up(SECRETS).unchanged()).isTrue();

    Files.writeString(derived, "damaged");
    Estate afresh = new Estate(folder, estate.cloud, Map.of());
    assertThat(afresh.up(SECRETS).unchanged()).isTrue();
    assertThat(Files.readString(derived)).isNotEqualTo("damaged");

    Files.delete(derived);
    Files.delete(key);
    assertWrongPassphrase(new Estate(folder, estate.cloud, Map.of()));
    assertThat(Files.exists(key)).as("a new passphrase would open nothing").isFalse();
  }

  @Test
  void aPassphraseFileServesAsThePassphrase() throws IOException {
    Path file = Files.writeString(folder.resolve("given"), "test\n");
    Path state = folder.resolve("state");
    Estate estate = new Estate(state);
    estate.up(SECRETS);
    Estate byFile =
        new Estate(state, estate.cloud, Map.of("PULUMI_CONFIG_PASSPHRASE_FILE", file.toString()));
    assertThat(byFile.up(SECRETS).unchanged()).isTrue();
  }
}
