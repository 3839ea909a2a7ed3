package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.engine.state.RepairPlan;
import dev.mlestate.engine.state.Snapshot;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.PropertyValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage is refused with its place, and repaired to the last good point. */
class RepairTest {
  @TempDir Path folder;
  private Path live;
  private Estate estate;

  private static Body chain(int size) {
    return program -> {
      Registered a = program.thing("a", PropertyValues.object("size", size));
      Registered b = program.thing("b", PropertyValues.object("takes", a.get("arn")), "takes", a);
      program.thing("c", PropertyValues.object("takes", b.get("arn")), "takes", b);
    };
  }

  @BeforeEach
  void setUp() {
    live = folder.resolve("live");
    estate = new Estate(live);
    estate.up(chain(1));
    estate.up(chain(2));
  }

  private Problem refusal(Estate of) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, () -> of.store.read());
    assertThat(refused).isNotNull();
    return refused.problems().get(0);
  }

  private static void flip(Path file, int at) throws IOException {
    byte[] content = Files.readAllBytes(file);
    content[at] ^= 0x01;
    Files.write(file, content);
  }

  @Test
  void anyFlippedBitOfTheStateIsRefusedWithItsPlaceAndRepairedWithoutLoss() throws IOException {
    Path file = live.resolve("state.json");
    Snapshot good = estate.store.read();
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 1 + whole.length / 40) {
      flip(file, at);
      Problem problem = refusal(estate);
      int line = problem.place().orElseThrow().line();
      long actual = 1 + new String(whole, 0, at, StandardCharsets.ISO_8859_1).lines().count();
      assertThat(line).as("the place of byte %d", at).isBetween((int) actual - 8, (int) actual);
      assertThat(problem.reason()).contains("is damaged", "byte ", "at hand");
      RepairPlan plan = estate.store.repairPlan(false);
      assertThat(plan.losses()).isEmpty();
      assertThat(plan.actions()).anyMatch(text -> text.contains("journal of the last run"));
      assertThat(plan.resources()).isEqualTo(good.resources().size());
      assertThat(plan.copies()).isEmpty();
      Files.write(file, whole);
    }
    Files.write(file, new byte[] {1, 2, 3});
    RepairPlan done = estate.store.repair(false);
    assertThat(estate.store.read()).isEqualTo(good);
    assertThat(Path.of(done.copies().orElseThrow(), "state.json"))
        .hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(estate.up(chain(2)).unchanged()).isTrue();
    assertThat(estate.store.repairPlan(false).needed()).isFalse();
  }

  @Test
  void aStateThatIsGoneIsMadeAgain() throws IOException {
    Snapshot good = estate.store.read();
    Files.delete(live.resolve("state.json"));
    assertThat(refusal(estate).reason()).contains("it is missing");
    assertThat(estate.store.repair(false).losses()).isEmpty();
    assertThat(estate.store.read()).isEqualTo(good);
  }

  @Test
  void withoutTheLastJournalTheStateBeforeIsTakenAndTheLossSaid() throws IOException {
    Files.delete(live.resolve("journal.bak"));
    Files.writeString(live.resolve("state.json"), "{");
    RepairPlan done = estate.store.repair(false);
    assertThat(done.losses()).containsExactly("what the last run, import or edit did to the state");
    assertThat(PropertyValues.get(estate.resource("a").inputs(), "size"))
        .contains(PropertyValues.of(1));
  }

  @Test
  void whereNothingGoodIsLeftThatIsSaid() throws IOException {
    Files.writeString(live.resolve("state.json"), "{");
    Files.writeString(live.resolve("state.json.bak"), "{");
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> estate.store.repairPlan(false));
    assertThat(refused).hasMessageContaining("no good state is left");
  }

  @Test
  void anEditByHandIsToldFromDamageByWhoVouchesForIt() throws IOException {
    Path file = live.resolve("state.json");
    Files.writeString(file, Files.readString(file).replace("arn:default:a", "arn:edited:a"));
    assertThat(refusal(estate).reason()).contains("--accept-edits");
    RepairPlan done = estate.store.repair(true);
    assertThat(done.actions()).contains("take state.json as it is");
    assertThat(estate.store.read().resources().toString()).contains("arn:edited:a");
  }

  @Test
  void aStateThatPulumiWroteIsTakenAsItIs() throws IOException {
    Path file = live.resolve("state.json");
    String version = "v3.260.0";
    String magic = "c0ffee";
    String text =
        Files.readString(file)
            .replaceAll("\"magic\" : \"[0-9a-f]+\"", "\"magic\" : \"" + magic + "\"")
            .replace("mlestate-0.1.0", version);
    Files.writeString(file, text);
    assertThat(refusal(estate).reason()).contains("not as it was written");
    Files.writeString(file, text.replace(magic, sha256(version)));
    assertThat(estate.store.read().resources()).hasSize(5);
    assertThat(estate.up(chain(2)).unchanged()).isTrue();
  }

  private static String sha256(String text) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** A run that changes all three and is killed when it has. */
  private Estate killed() {
    Path left = folder.resolve("killed");
    FakeCloud cloud = new FakeCloud();
    Estate fresh = new Estate(folder.resolve("fresh"));
    fresh.cloud.before =
        what -> {
          if (what.equals("create c")) {
            Folders.copy(folder.resolve("fresh"), left);
            cloud.copy(fresh.cloud);
          }
        };
    fresh.up(chain(1));
    return new Estate(left, cloud, Map.of("PULUMI_CONFIG_PASSPHRASE", "test"));
  }

  /** Where a line of a journal begins. */
  private static int start(Path journal, int line) throws IOException {
    String[] lines = Files.readString(journal, StandardCharsets.ISO_8859_1).split("\n", -1);
    assertThat(lines).hasSizeGreaterThan(line + 1);
    int at = 0;
    for (int i = 0; i < line; i++) {
      at += lines[i].length() + 1;
    }
    return at;
  }

  @Test
  void aFlippedBitOfAJournalIsTurnedBack() throws IOException {
    Estate next = killed();
    Snapshot good = next.store.read();
    Path journal = next.store.folder().resolve("journal");
    byte[] whole = Files.readAllBytes(journal);
    for (int at = 3; at < whole.length; at += 1 + whole.length / 25) {
      flip(journal, at);
      assertThat(refusal(next).place()).isPresent();
      RepairPlan plan = next.store.repairPlan(false);
      assertThat(plan.resources()).as("byte %d", at).isEqualTo(good.resources().size());
      assertThat(plan.losses()).as("byte %d", at).isEmpty();
      Files.write(journal, whole);
    }
    flip(journal, start(journal, 2) + 30);
    next.store.repair(false);
    assertThat(next.store.read()).isEqualTo(good);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 6})
  void aJournalLineThatIsDamagedCostsNothingThatTheCloudKnows(int line) throws IOException {
    Estate next = killed();
    Path journal = next.store.folder().resolve("journal");
    int at = start(journal, line);
    flip(journal, at + 20);
    flip(journal, at + 21);
    flip(journal, at + 25);
    assertThat(refusal(next).place().orElseThrow().line()).isEqualTo(line + 1);
    assertThat(refusal(next).reason()).contains("last good point is line " + line);
    RepairPlan plan = next.store.repair(false);
    assertThat(plan.losses()).hasSize(1);
    assertThat(plan.losses().get(0)).contains("line " + (line + 1));
    assertThat(Path.of(plan.copies().orElseThrow(), "journal")).exists();
    assertThat(next.up(chain(1)).failure()).isEmpty();
    assertThat(next.cloud.resources().keySet())
        .as("nothing is there twice")
        .allMatch(id -> next.store.read().resources().stream().anyMatch(r -> r.id().equals(id)))
        .hasSize(3);
  }
}
