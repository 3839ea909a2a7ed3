package dev.mlestate.simulated;

import static dev.mlestate.wire.PropertyValues.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.problem.ProblemException;
import dev.mlestate.simulated.schema.PropertyDeclaration;
import dev.mlestate.simulated.schema.SchemaFile;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Secret;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.Provider.CheckResponse;

class SimulatedAwsTest {
  private static final String ACCOUNT = "111122223333";
  private static final String VPC = "aws:ec2/vpc:Vpc";
  private static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String BUCKET = "aws:s3/bucketV2:BucketV2";
  private static final String KEY = "aws:kms/key:Key";

  private final Path folder;

  SimulatedAwsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private SimulatedAccount open() {
    return SimulatedAws.open(CloudOptions.of(folder.resolve("aws"), ACCOUNT));
  }

  private static Obj vpc() {
    return object("cidrBlock", "10.0.0.0/16", "tags", object("owner", "ml"));
  }

  private static List<String> failures(CheckResponse response) {
    return response.getFailuresList().stream()
        .map(failure -> failure.getProperty() + ": " + failure.getReason())
        .toList();
  }

  @Test
  void namesWhatIsUndeclaredMistypedOrMissing() {
    TestProvider aws = TestProvider.aws(open());
    assertThat(
            failures(
                aws.check(VPC, "main", PropertyValues.EMPTY, object("cidrBlok", "10.0.0.0/16"))))
        .containsExactly("cidrBlok: unknown property; did you mean \"cidrBlock\"?");
    assertThat(
            failures(
                aws.check(
                    VPC,
                    "main",
                    PropertyValues.EMPTY,
                    object("cidrBlock", "10.0.0.0/16", "enableDnsSupport", "yes"))))
        .containsExactly("enableDnsSupport: wrong type: a boolean is expected, not a string");
    assertThat(
            failures(
                aws.check(SUBNET, "a", PropertyValues.EMPTY, object("cidrBlock", "10.0.0.0/24"))))
        .containsExactly("vpcId: missing required property, a string");
    assertThat(
            failures(
                aws.check(
                    "aws:eks/cluster:Cluster",
                    "c",
                    PropertyValues.EMPTY,
                    object(
                        "roleArn",
                        PropertyValues.UNKNOWN,
                        "vpcConfig",
                        object("subnetIds", List.of(1), "endpointPrivate", true)))))
        .containsExactly(
            "vpcConfig.endpointPrivate: unknown property; did you mean \"endpointPrivateAccess\"?",
            "vpcConfig.subnetIds[0]: wrong type: a string is expected, not the number 1");
    assertThatThrownBy(
            () -> aws.check("aws:ec2/vpc:Vcp", "x", PropertyValues.EMPTY, PropertyValues.EMPTY))
        .hasMessageContaining("did you mean \"aws:ec2/vpc:Vpc\"?");
  }

  @Test
  void takesTheSameSettingsAgainAndRefusesOthers() {
    TestProvider aws = TestProvider.aws(open());
    aws.configure(object("region", "us-east-1"));
    aws.configure(object("region", "us-east-1", "allowedAccountIds", "[\"" + ACCOUNT + "\"]"));
    assertThatThrownBy(() -> aws.configure(object("region", "eu-west-1")))
        .hasMessageContaining("configured for the region us-east-1")
        .hasMessageContaining("cannot also serve the region eu-west-1");
    assertThat(aws.make(VPC, "main", vpc())).startsWith("vpc-");
    assertThat(
            failures(
                aws.check(
                    SUBNET,
                    "a",
                    PropertyValues.EMPTY,
                    object(
                        "vpcId", "vpc-1",
                        "cidrBlock", "10.0.0.0/24",
                        "availabilityZone", "us-east-1a"))))
        .isEmpty();
  }

  @Test
  void judgesValues() {
    TestProvider aws = TestProvider.aws(open());
    assertThat(
            failures(aws.check(KEY, "k", PropertyValues.EMPTY, object("deletionWindowInDays", 3))))
        .containsExactly("deletionWindowInDays: 3 is not from 7 to 30");
    assertThat(failures(aws.check(BUCKET, "b", PropertyValues.EMPTY, object("bucket", "Upper"))))
        .singleElement()
        .asString()
        .contains("bucket: \"Upper\" does not match");
    assertThat(
            failures(
                aws.check(
                    SUBNET,
                    "a",
                    PropertyValues.EMPTY,
                    object(
                        "vpcId", "vpc-1",
                        "cidrBlock", "10.0.0.0/24",
                        "availabilityZone", "eu-west-1a"))))
        .singleElement()
        .asString()
        .contains("no zone of the region us-east-1");
  }

  @Test
  void namesAutomaticallyAndKeepsTheName() {
    TestProvider aws = TestProvider.aws(open());
    Obj first =
        StructCodec.decode(
            aws.check(BUCKET, "Raw", PropertyValues.EMPTY, PropertyValues.EMPTY).getInputs());
    String name = PropertyValues.get(first, "bucket").flatMap(PropertyValues::text).orElseThrow();
    assertThat(name).matches("raw-[0-9a-f]{7}");
    Obj again =
        StructCodec.decode(aws.check(BUCKET, "Raw", first, PropertyValues.EMPTY).getInputs());
    assertThat(again).isEqualTo(first);
    Obj fixed =
        StructCodec.decode(aws.check(BUCKET, "Raw", first, object("bucket", "mine-1")).getInputs());
    assertThat(fixed.members()).doesNotContainKey("__defaults");
  }

  @Test
  void previewsEveryComputedOutputAsUnknown() {
    TestProvider aws = TestProvider.aws(open());
    Obj outputs = TestProvider.outputs(aws.create(VPC, "main", vpc(), true));
    for (PropertyDeclaration output :
        SchemaFile.aws().resource(VPC).orElseThrow().outputs().members().values()) {
      if (output.required() && !Set.of("cidrBlock", "tagsAll").contains(output.name())) {
        assertThat(outputs.members()).containsEntry(output.name(), PropertyValues.UNKNOWN);
      }
    }
    assertThat(open().inventory()).isEmpty();
  }

  @Test
  void computesIdsAndArnsThatLookReal() {
    TestProvider aws = TestProvider.aws(open());
    var made = aws.create(VPC, "main", vpc(), false);
    Obj outputs = TestProvider.outputs(made);
    assertThat(made.getId()).matches("vpc-[0-9a-f]{17}");
    assertThat(outputs.members())
        .containsEntry(
            "arn", PropertyValues.of("arn:aws:ec2:us-east-1:" + ACCOUNT + ":vpc/" + made.getId()))
        .containsEntry("ownerId", PropertyValues.of(ACCOUNT))
        .containsEntry("tagsAll", object("owner", "ml"));
    Obj bucket =
        TestProvider.outputs(aws.create(BUCKET, "raw", object("bucket", "vision-raw"), false));
    assertThat(bucket.members())
        .containsEntry("arn", PropertyValues.of("arn:aws:s3:::vision-raw"))
        .containsEntry(
            "bucketRegionalDomainName", PropertyValues.of("vision-raw.s3.us-east-1.amazonaws.com"));
  }

  @Test
  void keepsSecretsSecret() {
    TestProvider aws = TestProvider.aws(open());
    String parameter = "aws:ssm/parameter:Parameter";
    Obj inputs =
        object("name", "/p", "type", "SecureString", "value", new Secret(PropertyValues.of("s3")));
    var made = aws.create(parameter, "p", inputs, false);
    assertThat(TestProvider.outputs(made).members().get("value")).isInstanceOf(Secret.class);
    Obj read = StructCodec.decode(aws.read(parameter, "p", made.getId()).getProperties());
    assertThat(read.members().get("value")).isEqualTo(new Secret(PropertyValues.of("s3")));
  }

  @Test
  void refusesReferencesToWhatIsNotThere() {
    TestProvider aws = TestProvider.aws(open());
    Obj subnet = object("vpcId", "vpc-0123456789abcdef0", "cidrBlock", "10.0.0.0/24");
    assertThatThrownBy(() -> aws.make(SUBNET, "a", subnet))
        .hasMessageContaining(
            "InvalidVpcID.NotFound: The vpc ID 'vpc-0123456789abcdef0' does not exist");
    SimulatedAccount withExisting =
        SimulatedAws.open(
            new CloudOptions(
                folder.resolve("aws"), Optional.empty(), Set.of("vpc-0123456789abcdef0")));
    TestProvider again = TestProvider.aws(withExisting);
    assertThat(again.make(SUBNET, "a", subnet)).startsWith("subnet-");
    assertThat(TestProvider.aws(open()).make(SUBNET, "b", object("vpcId", "vpc-0123456789abcdef0")))
        .startsWith("subnet-");
  }

  @Test
  void refusesNamesThatAreTakenAndDeletionsOfWhatIsInUse() {
    SimulatedAccount cloud = open();
    TestProvider aws = TestProvider.aws(cloud);
    String bucket = aws.make(BUCKET, "raw", object("bucket", "vision-raw"));
    assertThatThrownBy(() -> aws.make(BUCKET, "other", object("bucket", "vision-raw")))
        .hasMessageContaining("BucketAlreadyOwnedByYou");
    String vpc = aws.make(VPC, "main", vpc());
    String subnet = aws.make(SUBNET, "a", object("vpcId", vpc, "cidrBlock", "10.0.0.0/24"));
    assertThatThrownBy(() -> aws.delete(VPC, "main", vpc))
        .hasMessageContaining("DependencyViolation: The vpc '" + vpc + "' has dependencies");
    aws.delete(SUBNET, "a", subnet);
    aws.delete(VPC, "main", vpc);
    aws.delete(VPC, "main", vpc);
    aws.delete(BUCKET, "raw", bucket);
    assertThat(cloud.inventory()).isEmpty();
    assertThat(aws.make(VPC, "main", vpc())).isNotEqualTo(vpc);
  }

  @Test
  void leavesKeysPendingDeletion() {
    SimulatedAccount cloud = open();
    TestProvider aws = TestProvider.aws(cloud);
    String key = aws.make(KEY, "data", object("description", "data"));
    assertThat(key).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}");
    aws.delete(KEY, "data", key);
    assertThat(aws.read(KEY, "data", key).getId()).isEmpty();
    assertThat(cloud.inventory()).isEmpty();
    assertThat(cloud.leftovers())
        .containsExactly(
            new Leftover(
                new ExistingResource(KEY, "us-east-1", key, TestProvider.urn(KEY, "data")),
                "deleted by the cloud after its waiting time"));
  }

  @Test
  void refusesAnotherAccount() {
    TestProvider aws = new TestProvider(open().provider());
    assertThatThrownBy(
            () ->
                aws.configure(
                    object("region", "us-east-1", "allowedAccountIds", "[\"999999999999\"]")))
        .hasMessageContaining("AWS account ID not allowed: " + ACCOUNT);
    aws.configure(object("region", "us-east-1", "allowedAccountIds", List.of(ACCOUNT)));
    assertThatThrownBy(
            () -> SimulatedAws.open(CloudOptions.of(folder.resolve("aws"), "444455556666")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("is account " + ACCOUNT + ", not 444455556666");
    assertThatThrownBy(
            () ->
                SimulatedAws.open(
                    new CloudOptions(folder.resolve("new"), Optional.empty(), Set.of())))
        .hasMessageContaining("belongs to no account yet");
  }

  @Test
  void forgetsNothingWhenTheProcessDies() throws IOException {
    String vpc = TestProvider.aws(open()).make(VPC, "main", vpc());
    Path journal = folder.resolve("aws/journal");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)))
        .isEqualTo("rw-------");
    // A write that a crash cut off was never answered.
    Files.writeString(journal, "0badf00d {\"op\":\"put\"", StandardOpenOption.APPEND);
    TestProvider reopened = TestProvider.aws(open());
    assertThat(reopened.read(VPC, "main", vpc).getId()).isEqualTo(vpc);
    reopened.make(BUCKET, "raw", object("bucket", "vision-raw"));
    assertThat(open().inventory()).hasSize(2);
  }

  @Test
  void saysWhereTheRecordIsDamaged() throws IOException {
    TestProvider.aws(open()).make(VPC, "main", vpc());
    Path journal = folder.resolve("aws/journal");
    Files.writeString(journal, Files.readString(journal).replace("10.0.0.0", "10.9.0.0"));
    assertThatThrownBy(() -> open().inventory())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("is damaged at line");
  }

  @Test
  void takesCreationsAtOnceFromSeveralProviders() {
    SimulatedAccount cloud = open();
    List<String> ids =
        IntStream.range(0, 24)
            .parallel()
            .mapToObj(i -> TestProvider.aws(i % 2 == 0 ? cloud : open()).make(VPC, "v" + i, vpc()))
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(open().inventory()).extracting(ExistingResource::id).containsAll(ids);
  }

  @Test
  void updatesInPlaceAndRefusesToUpdateWhatIsGone() {
    TestProvider aws = TestProvider.aws(open());
    var made = aws.create(VPC, "main", vpc(), false);
    Obj state = TestProvider.outputs(made);
    Obj changed = object("cidrBlock", "10.0.0.0/16", "tags", object("owner", "ads"));
    Obj updated =
        StructCodec.decode(
            aws.update(VPC, "main", made.getId(), state, changed, false).getProperties());
    assertThat(updated.members())
        .containsEntry("tagsAll", object("owner", "ads"))
        .containsEntry("arn", known(state, "arn"))
        .containsEntry("mainRouteTableId", known(state, "mainRouteTableId"));
    aws.delete(VPC, "main", made.getId());
    assertThatThrownBy(() -> aws.update(VPC, "main", made.getId(), state, changed, false))
        .hasMessageContaining("does not exist; refresh");
  }

  private static PropertyValue known(Obj object, String name) {
    return Optional.ofNullable(object.members().get(name)).orElseThrow();
  }

  @Test
  void countsVersionsOfLaunchTemplates() {
    TestProvider aws = TestProvider.aws(open());
    String type = "aws:ec2/launchTemplate:LaunchTemplate";
    var made = aws.create(type, "lt", object("name", "lt"), false);
    Obj state = TestProvider.outputs(made);
    Obj changed = object("name", "lt", "ebsOptimized", "true");
    assertThat(
            StructCodec.decode(
                    aws.update(type, "lt", made.getId(), state, changed, true).getProperties())
                .members())
        .containsEntry("latestVersion", PropertyValues.UNKNOWN);
    assertThat(
            StructCodec.decode(
                    aws.update(type, "lt", made.getId(), state, changed, false).getProperties())
                .members())
        .containsEntry("latestVersion", PropertyValues.of(2));
  }
}
