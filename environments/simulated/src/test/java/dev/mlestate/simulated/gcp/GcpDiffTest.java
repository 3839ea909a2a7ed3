package dev.mlestate.simulated.gcp;

import static dev.mlestate.wire.PropertyValues.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.simulated.Samples;
import dev.mlestate.simulated.cloud.CloudDiff;
import dev.mlestate.simulated.diff.DiffAnswer;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GcpDiffTest {
  private static final String SDK = "7.0.0";
  private static final Schema SCHEMA = GcpProfile.instance().schema(SDK);
  private static final String SUBNET = "gcp:compute/subnetwork:Subnetwork";
  private static final String POOL = "gcp:container/nodePool:NodePool";
  private static final String CLUSTER = "gcp:container/cluster:Cluster";
  private static final String BUCKET = "gcp:storage/bucket:Bucket";
  private static final String TABLE = "gcp:bigquery/table:Table";

  private static DiffAnswer diff(String token, Obj before, Obj after) {
    return diff(token, before, after, SDK);
  }

  private static DiffAnswer diff(String token, Obj before, Obj after, String version) {
    Schema schema = GcpProfile.instance().schema(version);
    return CloudDiff.of(
        GcpProfile.instance(),
        schema,
        schema.resource(token).orElseThrow(),
        before,
        after,
        version);
  }

  @Test
  void replacesWhereTheTableSaysAlways() {
    List<String> wrong = new ArrayList<>();
    Samples samples = new Samples(SCHEMA);
    GcpValues values = new GcpValues();
    int judged = 0;
    for (List<String> row : DatedTable.rows(GcpProfile.class, "replace.tsv", 3)) {
      Optional<ResourceDeclaration> declaration = SCHEMA.resource(row.get(0));
      boolean ignored =
          values
              .of(row.get(0))
              .suppressed()
              .getOrDefault(row.get(1), "")
              .equals("AlwaysDiffSuppress");
      if (!row.get(2).equals("always") || declaration.isEmpty() || ignored) {
        continue;
      }
      Optional<Obj> one = samples.of(declaration.get().inputs(), row.get(1), "a", 1);
      Optional<Obj> other = samples.of(declaration.get().inputs(), row.get(1), "b", 2);
      if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
        continue;
      }
      judged++;
      if (diff(row.get(0), one.get(), other.get()).replacing().isEmpty()) {
        wrong.add(row.get(0) + " " + row.get(1));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(judged).isGreaterThan(4000);
  }

  @Test
  void replacesForWhatIsBelowARow() {
    Obj before = object("encryptionSpec", object("kmsKeyName", "a"));
    Obj after = object("encryptionSpec", object("kmsKeyName", "b"));
    assertThat(diff("gcp:vertex/aiEndpoint:AiEndpoint", before, after).replacing()).isNotEmpty();
  }

  @Test
  void countsBlocksButNotWhatIsInThem() {
    List<String> counted =
        DatedTable.rows(GcpProfile.class, "replace.tsv", 3).stream()
            .filter(row -> row.get(2).equals("count"))
            .filter(row -> !row.get(1).contains(".") && SCHEMA.resource(row.get(0)).isPresent())
            .map(row -> row.get(0) + " " + row.get(1))
            .toList();
    assertThat(counted).isNotEmpty();
    for (String row : counted) {
      String[] parts = row.split(" ", -1);
      Obj present = object(parts[1], List.of(object()));
      Obj nested = object(parts[1], object());
      assertThat(
              List.of(
                  diff(parts[0], PropertyValues.EMPTY, present).replacing().isEmpty(),
                  diff(parts[0], PropertyValues.EMPTY, nested).replacing().isEmpty()))
          .as(row)
          .contains(false);
    }
  }

  @Test
  void seesNoChangeInDefaultsAndOtherSpellings() {
    Obj network = object("name", "main", "autoCreateSubnetworks", true);
    assertThat(diff("gcp:compute/network:Network", network, object("name", "main")).changes())
        .isEmpty();
    String link = "projects/p/global/networks/main";
    assertThat(
            diff(
                    SUBNET,
                    object("network", link),
                    object("network", "https://www.googleapis.com/compute/v1/" + link))
                .changes())
        .isEmpty();
    assertThat(diff(SUBNET, object("network", "main"), object("network", link)).changes())
        .isEmpty();
    assertThat(diff(SUBNET, object("network", "other"), object("network", link)).replacing())
        .isNotEmpty();
    assertThat(
            diff(SUBNET, object("network", link), object("network", PropertyValues.UNKNOWN))
                .replacing())
        .isNotEmpty();
  }

  @Test
  void seesNoChangeInTheOrderOfSets() {
    assertThat(
            diff(
                    "gcp:compute/firewall:Firewall",
                    object("sourceRanges", List.of("10.0.0.0/8", "172.16.0.0/12")),
                    object("sourceRanges", List.of("172.16.0.0/12", "10.0.0.0/8")))
                .changes())
        .isEmpty();
  }

  @Test
  void keepsWhatTheProviderFillsIn() {
    assertThat(
            diff(SUBNET, object("region", "us-central1", "name", "n"), object("name", "n"))
                .changes())
        .isEmpty();
  }

  @Test
  void decidesByTheValuesWhereItDepends() {
    assertThat(
            diff(SUBNET, object("ipCidrRange", "10.0.0.0/20"), object("ipCidrRange", "10.0.0.0/19"))
                .replacing())
        .isEmpty();
    assertThat(
            diff(SUBNET, object("ipCidrRange", "10.0.0.0/20"), object("ipCidrRange", "10.0.0.0/21"))
                .replacing())
        .isNotEmpty();
    Obj columns = object("schema", "[{\"name\":\"a\",\"type\":\"STRING\"}]");
    Obj more =
        object(
            "schema", "[{\"name\":\"b\",\"type\":\"INT64\"},{\"name\":\"a\",\"type\":\"STRING\"}]");
    assertThat(diff(TABLE, columns, more).replacing()).isEmpty();
    assertThat(diff(TABLE, columns, more).changes()).isNotEmpty();
    assertThat(diff(TABLE, more, columns).replacing()).isNotEmpty();
    Obj locked = object("retentionPolicy", object("retentionPeriod", 60, "isLocked", true));
    Obj loose = object("retentionPolicy", object("retentionPeriod", 60, "isLocked", false));
    assertThat(diff(BUCKET, loose, locked).replacing()).isEmpty();
    assertThat(diff(BUCKET, locked, loose).replacing()).isNotEmpty();
    assertThat(
            diff(CLUSTER, PropertyValues.EMPTY, object("enableL4IlbSubsetting", true)).replacing())
        .isEmpty();
  }

  @Test
  void followsTheVersionWhereThatChangedTheRule() {
    Obj small = object("nodeConfig", object("machineType", "n2-standard-4"));
    Obj large = object("nodeConfig", object("machineType", "n2-standard-8"));
    assertThat(diff(POOL, small, large).replacing()).isNotEmpty();
    assertThat(diff(POOL, small, large, "7.3.0").replacing()).isNotEmpty();
    assertThat(diff(POOL, small, large, "7.4.0").replacing()).isEmpty();
    assertThat(diff(POOL, small, large, "7.4.0").changes()).hasSize(1);
    Obj queued = object("queuedProvisioning", object("enabled", true));
    assertThat(diff(POOL, PropertyValues.EMPTY, queued, "7.4.0").replacing()).isNotEmpty();
  }

  @Test
  void updatesLabelsInPlace() {
    assertThat(
            diff(
                    BUCKET,
                    object("labels", object("team", "a")),
                    object("labels", object("team", "b", "owner", "c")))
                .replacing())
        .isEmpty();
  }
}
