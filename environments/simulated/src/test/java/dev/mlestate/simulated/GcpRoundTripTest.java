package dev.mlestate.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.simulated.gcp.GcpProfile;
import dev.mlestate.simulated.schema.ObjectDeclaration;
import dev.mlestate.simulated.schema.PropertyDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.simulated.schema.ValueType;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ReadResponse;

/** Whatever of a type's properties is given, the cloud keeps it and lets go of it. */
class GcpRoundTripTest {
  private static final String VERSION = "99.0.0";
  private static final Schema SCHEMA = GcpProfile.instance().schema(VERSION);
  private static final String PROJECT = "vision-dev-4821";
  private static final int DEPTH = 3;

  /** A type with inputs. */
  record Given(String type, Obj inputs) {}

  /** Types whose inputs name nothing that must exist before, and that nothing protects. */
  private static List<String> free() {
    Set<String> bound = new HashSet<>();
    for (List<String> row : DatedTable.rows(GcpProfile.class, "references.tsv", 5)) {
      bound.add("gcp:" + row.get(0));
    }
    for (String table : List.of("keys.tsv", "protection.tsv")) {
      DatedTable.rows(GcpProfile.class, table, 3).forEach(row -> bound.add(row.get(0)));
    }
    return SCHEMA.tokens().stream()
        .filter(token -> token.startsWith("gcp:") && !bound.contains(token))
        .filter(token -> !token.matches(".*I[aA][mM](Member|Binding|Policy)"))
        .toList();
  }

  @Provide
  Arbitrary<Given> given() {
    return Arbitraries.of(free())
        .flatMap(
            type ->
                Arbitraries.randomValue(
                    random ->
                        new Given(
                            type,
                            object(SCHEMA.resource(type).orElseThrow().inputs(), DEPTH, random))));
  }

  private static Obj object(ObjectDeclaration declared, int depth, Random random) {
    SortedMap<String, PropertyValue> members = new TreeMap<>();
    for (PropertyDeclaration property : declared.members().values()) {
      if (property.required() || random.nextInt(3) == 0) {
        PropertyValue value =
            property.name().equals("project") && depth == DEPTH
                ? PropertyValues.of(PROJECT)
                : value(property.type(), depth, random);
        members.put(property.name(), value);
      }
    }
    return new Obj(members);
  }

  private static PropertyValue value(ValueType type, int depth, Random random) {
    if (type instanceof ValueType.ListOf list) {
      List<PropertyValue> elements = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(2); i++) {
        elements.add(value(list.element(), depth - 1, random));
      }
      return PropertyValues.of(elements);
    } else if (type instanceof ValueType.MapOf map) {
      return PropertyValues.object("k" + random.nextInt(9), value(map.value(), depth - 1, random));
    } else if (type instanceof ValueType.Nested nested) {
      return depth == 0
          ? PropertyValues.EMPTY
          : SCHEMA
              .object(nested.name())
              .map(declared -> object(declared, depth - 1, random))
              .orElse(PropertyValues.EMPTY);
    } else if (type instanceof ValueType.Whole) {
      return PropertyValues.of(random.nextInt(1000));
    } else if (type instanceof ValueType.Decimal) {
      return PropertyValues.of(random.nextInt(1000) / 8.0);
    } else if (type instanceof ValueType.Flag) {
      return PropertyValues.of(random.nextBoolean());
    }
    return PropertyValues.of("t" + Integer.toString(random.nextInt(1 << 20), 36));
  }

  @Property(tries = 100)
  void keepsWhatItIsGiven(@ForAll("given") Given given) throws IOException {
    Path folder = Files.createTempDirectory("gcp");
    try {
      SimulatedAccount cloud = open(folder);
      TestProvider gcp = TestProvider.gcp(cloud, VERSION);
      String id = gcp.make(given.type(), "x", given.inputs());
      assertThat(id).isNotEmpty();
      assertThat(cloud.inventory()).extracting(ExistingResource::id).containsExactly(id);

      // Another process that opens the record sees the same.
      ReadResponse read = TestProvider.gcp(open(folder), VERSION).read(given.type(), "x", id);
      assertThat(read.getId()).isEqualTo(id);
      assertThat(StructCodec.decode(read.getInputs())).isEqualTo(given.inputs());
      assertThat(StructCodec.decode(read.getProperties()).members().keySet())
          .containsAll(given.inputs().members().keySet());

      DiffResponse same = gcp.diff(given.type(), "x", given.inputs(), given.inputs());
      assertThat(same.getDiffsList()).isEmpty();

      if (!given.inputs().members().containsKey("locked")) {
        gcp.delete(given.type(), "x", id);
        assertThat(gcp.read(given.type(), "x", id).getId()).isEmpty();
        assertThat(cloud.inventory()).isEmpty();
      }
    } finally {
      delete(folder);
    }
  }

  private static SimulatedAccount open(Path folder) {
    return SimulatedGcp.open(CloudOptions.of(folder, PROJECT));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
