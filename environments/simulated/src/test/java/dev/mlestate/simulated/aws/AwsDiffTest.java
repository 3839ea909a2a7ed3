package dev.mlestate.simulated.aws;

import static dev.mlestate.wire.PropertyValues.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.simulated.Samples;
import dev.mlestate.simulated.cloud.CloudDiff;
import dev.mlestate.simulated.diff.DiffAnswer;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.SchemaFile;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AwsDiffTest {
  private static final SchemaFile SCHEMA = SchemaFile.aws();

  private static DiffAnswer diff(String token, Obj before, Obj after) {
    return CloudDiff.of(
        AwsProfile.instance(),
        SCHEMA,
        SCHEMA.resource(token).orElseThrow(),
        before,
        after,
        "6.83.0");
  }

  /** Every type of outputs.tsv: those that an estate is built of. */
  @Test
  void replacesWhereTheTableSaysAlways() {
    TreeSet<String> ours = new TreeSet<>();
    DatedTable.rows(AwsProfile.class, "outputs.tsv", 3).forEach(row -> ours.add(row.get(0)));
    List<String> wrong = new ArrayList<>();
    Samples samples = new Samples(SCHEMA);
    int judged = 0;
    for (List<String> row : DatedTable.rows(AwsProfile.class, "replace.tsv", 3)) {
      if (!ours.contains(row.get(0)) || !row.get(2).equals("always")) {
        continue;
      }
      ResourceDeclaration declaration = SCHEMA.resource(row.get(0)).orElseThrow();
      Optional<Obj> one = samples.of(declaration.inputs(), row.get(1), "a", 1);
      Optional<Obj> other = samples.of(declaration.inputs(), row.get(1), "b", 2);
      if (one.isEmpty() || other.isEmpty()) {
        continue;
      }
      judged++;
      Obj before = one.get().equals(other.get()) ? PropertyValues.EMPTY : one.get();
      if (diff(row.get(0), before, other.get()).replacing().isEmpty()) {
        wrong.add(row.get(0) + " " + row.get(1));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(judged).isGreaterThan(200);
  }

  @Test
  void updatesTagsAndOtherThingsInPlace() {
    DiffAnswer answer =
        diff(
            "aws:ec2/vpc:Vpc",
            object("cidrBlock", "10.0.0.0/16", "tags", object("owner", "a")),
            object("cidrBlock", "10.0.0.0/16", "tags", object("owner", "b", "team", "t")));
    assertThat(answer.replacing()).isEmpty();
    assertThat(answer.changes())
        .extracting(each -> each.path())
        .containsExactly("tags.owner", "tags.team");
  }

  @Test
  void seesNoChangeInTheOrderOfSetsOrTheLayoutOfPolicies() {
    assertThat(
            diff(
                    "aws:eks/nodeGroup:NodeGroup",
                    object("subnetIds", List.of("subnet-1", "subnet-2")),
                    object("subnetIds", List.of("subnet-2", "subnet-1")))
                .changes())
        .isEmpty();
    assertThat(
            diff(
                    "aws:s3/bucketPolicy:BucketPolicy",
                    object("policy", "{\"Version\":\"2012-10-17\",\"Statement\":[]}"),
                    object("policy", "{ \"Statement\": [], \"Version\": \"2012-10-17\" }"))
                .changes())
        .isEmpty();
  }

  @Test
  void seesNoChangeWhenAComputedValueIsNoLongerGiven() {
    assertThat(
            diff(
                    "aws:ec2/subnet:Subnet",
                    object("vpcId", "vpc-1", "availabilityZone", "us-east-1a"),
                    object("vpcId", "vpc-1"))
                .changes())
        .isEmpty();
  }

  @Test
  void decidesByDirectionWhereItDepends() {
    String key = "arn:aws:kms:us-east-1:111122223333:key/k";
    Obj encrypted =
        object(
            "encryptionConfig",
            object("resources", List.of("secrets"), "provider", object("keyArn", key)));
    assertThat(diff("aws:eks/cluster:Cluster", encrypted, PropertyValues.EMPTY).replacing())
        .isNotEmpty();
    assertThat(
            diff(
                    "aws:ec2/vpc:Vpc",
                    object("instanceTenancy", "dedicated"),
                    object("instanceTenancy", "default"))
                .replacing())
        .isEmpty();
    assertThat(
            diff(
                    "aws:ec2/vpc:Vpc",
                    object("instanceTenancy", "default"),
                    object("instanceTenancy", "dedicated"))
                .replacing())
        .isNotEmpty();
  }

  @Test
  void deletesFirstWhenAFixedNameStays() {
    String type = "aws:iam/role:Role";
    Obj fixed = object("name", "train", "path", "/a/");
    assertThat(diff(type, fixed, object("name", "train", "path", "/b/")).deleteFirst()).isTrue();
    List<String> automatic = List.of("name");
    assertThat(
            diff(
                    type,
                    object("name", "train-1234567", "path", "/a/", "__defaults", automatic),
                    object("name", "train-1234567", "path", "/b/", "__defaults", automatic))
                .deleteFirst())
        .isFalse();
  }

  @Test
  void deletesFirstWhereAnotherNameIsGivenToo() {
    assertThat(
            diff("aws:iam/role:Role", object("name", "train"), object("name", "serve"))
                .deleteFirst())
        .isTrue();
  }

  @Test
  void whatTheProviderFillsInMayBeLeftOutButNotEmptied() {
    String type = "aws:eks/nodeGroup:NodeGroup";
    Obj before = object("instanceTypes", List.of("g6.xlarge"));
    assertThat(diff(type, before, object()).changes()).isEmpty();
    assertThat(diff(type, before, object("instanceTypes", List.of())).replacing()).isNotEmpty();
    assertThat(
            diff(type, object("launchTemplate", object("id", "lt-1", "version", "1")), object())
                .replacing())
        .isEmpty();
  }

  @Test
  void anElementOfASetThatIsGivenTwiceIsThereOnce() {
    assertThat(
            diff(
                    "aws:eks/nodeGroup:NodeGroup",
                    object("subnetIds", List.of("subnet-1", "subnet-2")),
                    object("subnetIds", List.of("subnet-1", "subnet-2", "subnet-1")))
                .changes())
        .isEmpty();
  }

  @Test
  void leavingADefaultOutIsNoChange() {
    String type = "aws:ec2/natGateway:NatGateway";
    assertThat(diff(type, object("connectivityType", "public"), object()).changes()).isEmpty();
    assertThat(diff(type, object("connectivityType", "private"), object()).replacing())
        .isNotEmpty();
  }

  @Test
  void takesAnUnknownForAChange() {
    assertThat(
            diff(
                    "aws:ec2/subnet:Subnet",
                    object("vpcId", "vpc-1"),
                    object("vpcId", PropertyValues.UNKNOWN))
                .replacing())
        .isNotEmpty();
  }

  @Test
  void rulesNameTypesAndPropertiesThatExist() {
    List<String> wrong = new ArrayList<>();
    for (List<String> row : DatedTable.rows(AwsProfile.class, "outputs.tsv", 3)) {
      Optional<ResourceDeclaration> declaration = SCHEMA.resource(row.get(0));
      String property = row.get(1).split("\\.", -1)[0];
      if (declaration.isEmpty()
          || (!property.equals("id")
              && !declaration.get().outputs().members().containsKey(property))) {
        wrong.add(row.get(0) + " " + row.get(1));
      }
    }
    for (List<String> row : DatedTable.rows(AwsProfile.class, "references.tsv", 5)) {
      for (String type : List.of(row.get(0), row.get(2))) {
        if (SCHEMA.resource("aws:" + type).isEmpty()) {
          wrong.add(type);
        }
      }
    }
    for (List<String> row : DatedTable.rows(AwsProfile.class, "duplicates.tsv", 2)) {
      if (SCHEMA.resource("aws:" + row.get(0)).isEmpty()) {
        wrong.add(row.get(0));
      }
    }
    assertThat(wrong).isEmpty();
  }
}
