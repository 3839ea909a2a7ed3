package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.engine.event.Diagnostic;
import dev.mlestate.engine.state.PendingOperation;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.PropertyValues;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTest {
  private static final int SUM = "00000000 ".length();

  @TempDir Path folder;
  private Path live;
  private Path killed;
  private Estate estate;

  @BeforeEach
  void setUp() {
    live = folder.resolve("live");
    killed = folder.resolve("killed");
    estate = new Estate(live);
  }

  private static Body chain(Object... properties) {
    return program -> {
      Registered a = program.thing("a", PropertyValues.object(properties));
      Registered b = program.thing("b", PropertyValues.object("takes", a.get("arn")), "takes", a);
      program.thing("c", PropertyValues.object("takes", b.get("arn")), "takes", b);
    };
  }

  /** What a kill leaves just before the provider creates that resource. */
  private Estate killedBefore(String victim) {
    FakeCloud cloud = new FakeCloud();
    estate.cloud.beforeCreate =
        name -> {
          if (name.equals(victim)) {
            Folders.copy(live, killed);
            cloud.copy(estate.cloud);
          }
        };
    estate.up(chain("size", 1));
    assertThat(killed.resolve("journal")).exists();
    return new Estate(killed, cloud, Map.of("PULUMI_CONFIG_PASSPHRASE", "test"));
  }

  @Test
  void aKilledRunsStepsAreKeptAndTheNextRunFinishes() {
    Estate next = killedBefore("c");
    assertThat(next.names()).contains("a", "b").doesNotContain("c");
    assertThat(next.store.read().pending())
        .singleElement()
        .satisfies(
            operation -> {
              assertThat(operation.kind()).isEqualTo(PendingOperation.Kind.CREATING);
              assertThat(operation.resource().urn()).endsWith("::c");
            });

    next.cloud.takeLog();
    UpdateResult result = next.up(chain("size", 1));
    assertThat(result.failure()).isEmpty();
    assertThat(Estate.steps(result)).containsExactly("same a", "same b", "create c");
    assertThat(result.diagnostics())
        .extracting(Diagnostic::urn)
        .containsExactly("urn:pulumi:dev::estate::fake:index:Thing::c");
    assertThat(result.diagnostics().get(0).message())
        .contains("interrupted while creating", "it was not created");
    assertThat(next.cloud.takeLog()).containsExactly("create c");

    UpdateResult last = next.up(chain("size", 1));
    assertThat(last.unchanged()).isTrue();
    assertThat(last.diagnostics()).as("what was finished is not warned of again").isEmpty();
    assertThat(next.store.read().pending()).isEmpty();
  }

  @Test
  void aRunThatFailsKeepsWhatAnEarlierOneLeftUnfinished() {
    Estate next = killedBefore("c");
    next.tokens = false;
    assertThat(next.up(chain("fail", "create", "name", "new")).failure()).isPresent();
    assertThat(next.store.read().pending()).hasSize(1);
  }

  @Test
  void aKillDuringRecoveryLosesNothing() throws IOException {
    Estate next = killedBefore("c");
    List<String> names = next.names();
    // The recovery comes as far as the state's file, which it cannot write.
    Path obstacle = killed.resolve("state.json.new");
    Files.createDirectories(obstacle.resolve("full"));
    assertThat(refusal(() -> next.up(chain("size", 1))).reason()).contains("cannot be written");
    assertThat(next.names()).isEqualTo(names);
    Files.delete(obstacle.resolve("full"));
    Files.delete(obstacle);
    byte[] journal = Files.readAllBytes(killed.resolve("journal"));
    // Now it writes the state's file; a kill leaves the old journal beside it.
    Path torn = folder.resolve("torn");
    try (var session = next.store.open()) {
      assertThat(session.snapshot().pending()).hasSize(1);
      Folders.copy(killed, torn);
    }
    Files.write(torn.resolve("journal"), journal);
    Estate third = new Estate(torn, next.cloud, Map.of("PULUMI_CONFIG_PASSPHRASE", "test"));
    assertThat(third.names()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(third.store.read().pending()).hasSize(1);
    assertThat(Estate.steps(third.up(chain("size", 1))))
        .containsExactly("same a", "same b", "create c");
  }

  /** The names that the complete lines of a journal leave; read without the engine. */
  private static List<List<String>> namesByLine(byte[] journal) throws IOException {
    List<List<String>> names = new ArrayList<>();
    List<String> current = new ArrayList<>();
    for (String line : new String(journal, StandardCharsets.UTF_8).split("\n", -1)) {
      if (line.isEmpty()) {
        continue;
      }
      JsonNode entry = new ObjectMapper().readTree(line.substring(SUM));
      entry
          .path("put")
          .forEach(put -> current.add(new Urn(put.at("/resource/urn").asText()).name()));
      names.add(List.copyOf(current));
    }
    return names;
  }

  @Test
  void aJournalCutAnywhereGivesEveryStepThatWasFinished() throws IOException {
    Estate next = killedBefore("c");
    Path journal = killed.resolve("journal");
    byte[] whole = Files.readAllBytes(journal);
    List<List<String>> names = namesByLine(whole);
    assertThat(names).hasSizeGreaterThan(5);
    assertThat(names.get(names.size() - 1)).contains("a", "b");
    try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
      for (int length = whole.length; length >= 0; length--) {
        channel.truncate(length);
        int lines = 0;
        for (int i = 0; i < length; i++) {
          lines += whole[i] == '\n' ? 1 : 0;
        }
        List<String> expected = lines == 0 ? List.of() : names.get(lines - 1);
        assertThat(next.names()).as("cut to %d bytes", length).isEqualTo(expected);
      }
    }
  }

  @Test
  void aJournalDamagedAnywhereButAtItsEndIsRefused() throws IOException {
    Estate next = killedBefore("b");
    Path journal = killed.resolve("journal");
    byte[] whole = Files.readAllBytes(journal);
    try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
      for (int i = 0; i < whole.length - 1; i++) {
        byte flipped = (byte) (whole[i] ^ 0x04);
        channel.write(ByteBuffer.wrap(new byte[] {flipped}), i);
        Problem problem = refusal(next.store::read);
        assertThat(problem.place().orElseThrow().file()).isEqualTo(journal.toString());
        assertThat(problem.remedy()).isPresent();
        channel.write(ByteBuffer.wrap(new byte[] {whole[i]}), i);
      }
    }
    assertThat(next.names()).contains("a");
  }

  private static Problem refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, action);
    assertThat(refused).isNotNull();
    assertThat(refused.problems()).hasSize(1);
    return refused.problems().get(0);
  }

  private void assertRefusedUntouched(String content) {
    Path file = live.resolve("state.json");
    Folders.write(file, content);
    estate.cloud.takeLog();
    for (Consumer<Estate> use :
        List.<Consumer<Estate>>of(
            stack -> stack.store.read(),
            stack -> stack.store.export(),
            stack -> stack.preview(chain()),
            stack -> stack.up(chain()),
            Estate::destroy)) {
      Problem problem = refusal(() -> use.accept(estate));
      assertThat(problem.reason()).contains("state.json");
      assertThat(problem.place().orElseThrow().file()).isEqualTo(file.toString());
      assertThat(problem.remedy()).isPresent();
    }
    assertThat(Folders.contents(live)).containsEntry("state.json", content);
    assertThat(estate.cloud.takeLog()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0000\u0001\u0002",
        "[]",
        "\"text\"",
        "{}",
        "{\"name\": \"package\", \"version\": \"1.0.0\"}",
        "{\"version\": 2, \"deployment\": {}}",
        "{\"version\": 4, \"deployment\": {}}",
        "{\"version\": 3}",
        "{\"version\": 3, \"deployment\": {\"resources\": \"none\"}}",
        "{\"version\": 3, \"deployment\": {\"resources\": [{}]}}",
        "{\"version\": 3, \"deployment\": {\"resources\": [{\"urn\": \"urn:x\", \"type\":"
            + " \"x\"}]}}",
        "{\"version\": 3, \"deployment\": {\"resources\":"
            + " [{\"urn\": \"urn:pulumi:dev::estate::a:b:C::d\"}]}}",
        "{\"version\": 3, \"deployment\": {\"resources\": [{\"created\": \"yesterday\","
            + " \"urn\": \"urn:pulumi:dev::estate::a:b:C::d\", \"type\": \"a:b:C\"}]}}",
        "{\"version\": 3, \"deployment\": {\"resources\": [{\"inputs\": [],"
            + " \"urn\": \"urn:pulumi:dev::estate::a:b:C::d\", \"type\": \"a:b:C\"}]}}",
        "{\"version\": 3, \"deployment\": {\"secrets_providers\": {\"type\": \"cloud\"}}}",
        "{\"version\": 3, \"deployment\": {\"secrets_providers\":"
            + " {\"type\": \"passphrase\", \"state\": {\"salt\": \"v1:x\"}}}}",
        "{\"version\": 3, \"deployment\": {\"pending_operations\": [{\"type\": \"dancing\"}]}}",
      })
  void whatIsNoStateIsRefusedAndStaysAsItIs(String content) {
    estate.up(chain());
    assertRefusedUntouched(content);
  }

  @Test
  void aStateCutShortIsRefusedAndStaysAsItIs() throws IOException {
    estate.up(chain());
    String whole = Files.readString(live.resolve("state.json"));
    for (int length = whole.length() - 1; length > 0; length -= 211) {
      assertRefusedUntouched(whole.substring(0, length));
    }
  }

  @Test
  void aStateChangedBehindAnInterruptedRunIsRefused() {
    Estate next = killedBefore("c");
    Folders.write(killed.resolve("state.json"), "{\"version\": 3, \"deployment\": {}}");
    Problem problem = refusal(next.store::read);
    assertThat(problem.reason()).contains("does not continue state.json");
    assertThat(problem.remedy().orElseThrow()).contains("state repair");
  }

  @Test
  void aSecondWriterIsRefusedAndTheFirstGoesOn() {
    List<String> refusals = new ArrayList<>();
    estate.cloud.beforeCreate =
        name -> {
          Estate second =
              new Estate(live, estate.cloud, Map.of("PULUMI_CONFIG_PASSPHRASE", "test"));
          refusals.add(refusal(() -> second.up(chain())).reason());
          assertThat(second.preview(chain()).failure()).as("a preview may look on").isEmpty();
          assertThat(lockedForOthers(live.resolve("lock"))).isTrue();
        };
    assertThat(estate.up(chain()).failure()).isEmpty();
    assertThat(refusals)
        .hasSize(3)
        .allMatch(text -> text.startsWith("another run is changing this stack: that of "))
        .allMatch(text -> text.contains("process " + ProcessHandle.current().pid()))
        .allMatch(text -> text.contains("since 2026-11-23T00:00:00Z"));
    estate.cloud.beforeCreate = name -> {};
    assertThat(estate.up(chain()).unchanged()).isTrue();
  }

  /** Whether the operating system knows of the lock; only Linux tells. */
  private static boolean lockedForOthers(Path lock) {
    Path table = Path.of("/proc/locks");
    if (!Files.exists(table)) {
      return true;
    }
    try {
      String inode = ":" + Files.getAttribute(lock, "unix:ino") + " ";
      return Files.readString(table).contains(inode);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Estate inFile = new Estate(file.resolve("state"));
    Problem problem = refusal(() -> inFile.up(chain()));
    assertThat(problem.reason()).contains("cannot be written").contains(file.toString());
    assertThat(problem.remedy().orElseThrow()).contains("writable");
    assertThat(inFile.cloud.takeLog()).isEmpty();
  }

  @Test
  void aStateThatCannotBeReadIsNamed() throws IOException {
    Files.createDirectories(live.resolve("state.json"));
    assertThat(refusal(() -> estate.up(chain())).reason())
        .contains("cannot be read")
        .contains("state.json");
  }

  @Test
  void foldersAndFilesAreTheirOwnersAlone() throws IOException {
    List<String> permissions = new ArrayList<>();
    estate.cloud.beforeCreate = name -> permissions.addAll(permissions(live));
    estate.up(chain());
    permissions.addAll(permissions(live));
    assertThat(permissions).hasSizeGreaterThan(6).containsOnly("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(live)))
        .isEqualTo("rwx------");
  }

  private static List<String> permissions(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> permissions = new ArrayList<>();
      for (Path file : files.toList()) {
        permissions.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
      return permissions;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
