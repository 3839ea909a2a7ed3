package dev.mlestate.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.PropertyValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever is cut off or flipped in a journal: it is read right, or refused with the place. */
class JournalPropertyTest {
  private Path folder = Path.of("");
  private StateStore store = StateStore.in(folder, Map.of(), Clock.systemUTC());

  @BeforeProperty
  void begin() throws IOException {
    folder = Files.createTempDirectory("journal");
    store = StateStore.in(folder, Map.of(), Clock.systemUTC());
  }

  @AfterProperty
  void end() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** What a run does: one number for each change; its remainder says which kind. */
  @Provide
  Arbitrary<List<Integer>> changes() {
    return Arbitraries.integers().between(0, 400).list().ofMinSize(1).ofMaxSize(12);
  }

  private static ResourceState resource(int number, String value) {
    return ResourceState.builder("urn:pulumi:dev::estate::a:b:C::r" + number, "a:b:C")
        .custom(true)
        .id("id-" + number)
        .inputs(PropertyValues.object("value", value))
        .build();
  }

  private static JournalEntry entry(int change, int place) {
    int handle = change / 4 % 5;
    ResourceState state = resource(handle, "\u00e4 \"" + change + "\"\n");
    return switch (change % 4) {
      case 0 ->
          JournalEntry.begin(
              place, new PendingOperation(PendingOperation.Kind.CREATING, state, "t" + place));
      case 1 -> JournalEntry.builder().remove(handle).build();
      case 2 -> JournalEntry.builder().finish(OptionalInt.of(handle)).build();
      default -> JournalEntry.builder().put(handle, state).build();
    };
  }

  /** The journal's lines, the first of which names the state that it continues. */
  private static List<byte[]> lines(List<Integer> changes) {
    JournalCodec codec =
        new JournalCodec(
            new DeploymentCodec(
                new Secrets(
                    new Ciphers(new Passphrases(Path.of(""), Map.of())),
                    java.util.Optional.empty())));
    List<byte[]> lines = new ArrayList<>();
    lines.add(JournalCodec.line(JsonNodeFactory.instance.objectNode().put("base", StateFile.NONE)));
    for (int i = 0; i < changes.size(); i++) {
      lines.add(JournalCodec.line(codec.encode(entry(changes.get(i), i))));
    }
    return lines;
  }

  private static Snapshot after(List<Integer> changes, int count) {
    Ledger ledger = new Ledger(Snapshot.EMPTY);
    for (int i = 0; i < count; i++) {
      ledger.apply(entry(changes.get(i), i));
    }
    return ledger.snapshot();
  }

  private static byte[] whole(List<byte[]> lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    lines.forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }

  @Property(tries = 150)
  void anyPrefixGivesWhatItsCompleteLinesSay(
      @ForAll("changes") List<Integer> changes, @ForAll int cut) throws IOException {
    List<byte[]> lines = lines(changes);
    byte[] whole = whole(lines);
    int length = Math.floorMod(cut, whole.length + 1);
    Files.write(folder.resolve("journal"), Arrays.copyOf(whole, length));
    int complete = 0;
    int end = lines.get(0).length;
    while (complete < changes.size() && end + lines.get(complete + 1).length <= length) {
      complete++;
      end += lines.get(complete).length;
    }
    assertThat(store.read()).isEqualTo(after(changes, complete));
  }

  @Property(tries = 150)
  void anyFlippedBitIsRefusedWithItsPlaceAndCanBeRepaired(
      @ForAll("changes") List<Integer> changes, @ForAll int place, @ForAll int bit)
      throws IOException {
    byte[] damaged = whole(lines(changes));
    int at = Math.floorMod(place, damaged.length);
    int line = 1;
    for (int i = 0; i < at; i++) {
      line += damaged[i] == '\n' ? 1 : 0;
    }
    damaged[at] ^= (byte) (1 << Math.floorMod(bit, 8));
    Files.write(folder.resolve("journal"), damaged);
    ProblemException refused = catchThrowableOfType(ProblemException.class, store::read);
    assertThat(refused).as("byte %d of %d", at, damaged.length).isNotNull();
    var where = refused.problems().get(0).place().orElseThrow();
    assertThat(where.file()).isEqualTo(folder.resolve("journal").toString());
    assertThat(where.line()).isEqualTo(line);
    RepairPlan plan = store.repairPlan(false);
    assertThat(plan.needed()).isTrue();
    assertThat(plan.damages()).isNotEmpty();
  }
}
