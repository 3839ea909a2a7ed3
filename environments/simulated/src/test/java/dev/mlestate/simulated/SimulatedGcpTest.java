package dev.mlestate.simulated;

import static dev.mlestate.wire.PropertyValues.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.Provider.CheckResponse;

class SimulatedGcpTest {
  private static final String PROJECT = "vision-dev-4821";
  private static final String NETWORK = "gcp:compute/network:Network";
  private static final String SUBNET = "gcp:compute/subnetwork:Subnetwork";
  private static final String BUCKET = "gcp:storage/bucket:Bucket";
  private static final String RING = "gcp:kms/keyRing:KeyRing";
  private static final String KEY = "gcp:kms/cryptoKey:CryptoKey";
  private static final String KEY_MEMBER = "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember";
  private static final String CLUSTER = "gcp:container/cluster:Cluster";
  private static final String POOL = "gcp:container/nodePool:NodePool";
  private static final String SERVICE = "gcp:projects/service:Service";
  private static final String IDENTITY = "gcp:projects/serviceIdentity:ServiceIdentity";
  private static final String MEMBER = "gcp:projects/iAMMember:IAMMember";
  private static final String ACCOUNT = "gcp:serviceaccount/account:Account";
  private static final String TOPIC = "gcp:pubsub/topic:Topic";
  private static final String LOGS = "gcp:logging/projectBucketConfig:ProjectBucketConfig";

  private final Path folder;

  SimulatedGcpTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private SimulatedAccount open() {
    return SimulatedGcp.open(CloudOptions.of(folder.resolve("gcp"), PROJECT));
  }

  private TestProvider gcp() {
    return TestProvider.gcp(open(), "7.0.0");
  }

  private static List<String> failures(CheckResponse response) {
    return response.getFailuresList().stream()
        .map(failure -> failure.getProperty() + ": " + failure.getReason())
        .toList();
  }

  private static List<String> failures(TestProvider gcp, String type, Obj inputs) {
    return failures(gcp.check(type, "x", PropertyValues.EMPTY, inputs));
  }

  private static String text(Obj object, String name) {
    return PropertyValues.get(object, name).flatMap(PropertyValues::text).orElseThrow();
  }

  @Test
  void namesWhatIsUndeclaredMistypedOrMissing() {
    TestProvider gcp = gcp();
    assertThat(failures(gcp, NETWORK, object("autoCreateSubnetwork", false)))
        .containsExactly(
            "autoCreateSubnetwork: unknown property; did you mean \"autoCreateSubnetworks\"?");
    assertThat(failures(gcp, NETWORK, object("autoCreateSubnetworks", "no")))
        .containsExactly("autoCreateSubnetworks: wrong type: a boolean is expected, not a string");
    assertThat(failures(gcp, SUBNET, object("ipCidrRange", "10.0.0.0/24")))
        .containsExactly("network: missing required property, a string");
    assertThatThrownBy(() -> failures(gcp, "gcp:compute/network:Netwrk", PropertyValues.EMPTY))
        .hasMessageContaining("did you mean \"gcp:compute/network:Network\"?");
  }

  @Test
  void knowsNewerTypesAndPropertiesOnlyOnTheProviderThatCarriesThem() {
    Obj queued =
        object("cluster", "train", "queuedProvisioning", object("enabled", true), "name", "h100");
    String store = "gcp:vertex/aiFeatureOnlineStore:AiFeatureOnlineStore";
    TestProvider sdk = gcp();
    assertThat(failures(sdk, POOL, queued))
        .singleElement()
        .asString()
        .startsWith("queuedProvisioning: unknown property");
    assertThatThrownBy(() -> failures(sdk, store, PropertyValues.EMPTY))
        .hasMessageContaining("unknown resource type " + store);
    TestProvider newer = TestProvider.gcp(open(), "7.5.0");
    assertThat(failures(newer, POOL, queued)).isEmpty();
    assertThat(failures(newer, POOL, object("cluster", "c", "queuedProvisioning", object())))
        .containsExactly("queuedProvisioning.enabled: missing required property, a boolean");
    assertThat(failures(newer, store, object("region", "us-central1")))
        .containsExactly("bigtable: exactly one of bigtable, optimized must be given");
    assertThat(failures(newer, NETWORK, object("networkProfile", "x")))
        .singleElement()
        .asString()
        .startsWith("networkProfile: unknown property");
  }

  @Test
  void judgesValuesAsTheProviderDoes() {
    TestProvider gcp = gcp();
    assertThat(failures(gcp, NETWORK, object("name", "Main", "routingMode", "GLOBE")))
        .containsExactlyInAnyOrder(
            "name: \"Main\" does not match ^(?:[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?)$",
            "routingMode: \"GLOBE\" is not one of REGIONAL, GLOBAL; did you mean \"GLOBAL\"?");
    assertThat(
            failures(
                gcp,
                CLUSTER,
                object("enableAutopilot", true, "enableShieldedNodes", true, "location", "x")))
        .anyMatch(each -> each.contains("enableShieldedNodes conflicts with enableAutopilot"));
    assertThat(failures(gcp, MEMBER, object("project", PROJECT, "role", "r", "member", "ds@x.com")))
        .singleElement()
        .asString()
        .startsWith("member: \"ds@x.com\" does not match");
    assertThat(failures(gcp, BUCKET, object("location", "US", "name", "Upper")))
        .singleElement()
        .asString()
        .startsWith("name: \"Upper\" does not match");
    assertThat(failures(gcp, POOL, object("cluster", "c", "nodeConfig", object("diskSizeGb", 5))))
        .singleElement()
        .asString()
        .contains("5 is not at least 10");
    assertThat(
            failures(
                gcp,
                NETWORK,
                object("name", PropertyValues.UNKNOWN, "routingMode", PropertyValues.UNKNOWN)))
        .isEmpty();
  }

  @Test
  void judgesRegionsZonesAndLabels() {
    TestProvider gcp = gcp();
    assertThat(failures(gcp, BUCKET, object("location", "us-centrl1")))
        .containsExactly(
            "location: \"us-centrl1\" is no region of Google Cloud; did you mean \"us-central1\"?");
    assertThat(
            failures(
                gcp,
                POOL,
                object(
                    "cluster", "c",
                    "location", "us-central1",
                    "nodeLocations", List.of("us-central1-a", "us-east1-b", "us-central1-z"))))
        .hasSize(2)
        .anyMatch(each -> each.startsWith("nodeLocations[1]: \"us-east1-b\" is no zone of the"))
        .anyMatch(each -> each.contains("which has us-central1-a, us-central1-b"));
    assertThat(
            failures(
                gcp,
                BUCKET,
                object("location", "US-CENTRAL1", "labels", object("Owner", "a", "team", "A B"))))
        .hasSize(2)
        .anyMatch(each -> each.startsWith("labels.Owner: \"Owner\" is no label's key"))
        .anyMatch(each -> each.startsWith("labels.team: \"A B\" is no label's value"));
    assertThat(failures(gcp, "gcp:compute/disk:Disk", object("name", "d")))
        .containsExactly(
            "zone: Cannot determine zone: set in this resource, or set provider-level zone.");
  }

  @Test
  void refusesAnotherProjectRegionOrZone() {
    TestProvider gcp = new TestProvider(open().provider());
    assertThatThrownBy(() -> gcp.configure(object("region", "us-central1")))
        .hasMessageContaining("set the provider's project to " + PROJECT);
    assertThatThrownBy(() -> gcp.configure(object("project", "other-1234")))
        .hasMessageContaining("Permission denied on resource project other-1234");
    assertThatThrownBy(() -> gcp.configure(object("project", PROJECT, "region", "us-centrl1")))
        .hasMessageContaining("did you mean \"us-central1\"?");
    assertThatThrownBy(
            () ->
                gcp.configure(
                    object("project", PROJECT, "region", "us-central1", "zone", "us-east1-b")))
        .hasMessageContaining("\"us-east1-b\" is no zone of the region us-central1");
    assertThatThrownBy(
            () -> gcp().make(TOPIC, "t", object("name", "alerts", "project", "other-1234")))
        .hasMessageContaining("Permission denied on resource project other-1234");
    assertThatThrownBy(() -> SimulatedGcp.open(CloudOptions.of(folder.resolve("x"), "Vision")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("\"Vision\" is no Google Cloud project");
  }

  @Test
  void makesIdsAndLinksOfTheRealForm() {
    TestProvider gcp = gcp();
    var made = gcp.create(NETWORK, "main", object("name", "main"), false);
    assertThat(made.getId()).isEqualTo("projects/" + PROJECT + "/global/networks/main");
    assertThat(text(TestProvider.outputs(made), "selfLink"))
        .isEqualTo("https://www.googleapis.com/compute/v1/" + made.getId());
    Obj subnet =
        TestProvider.outputs(
            gcp.create(
                SUBNET,
                "nodes",
                object("name", "nodes", "network", made.getId(), "ipCidrRange", "10.0.0.0/20"),
                false));
    assertThat(subnet.members())
        .containsEntry("region", PropertyValues.of("us-central1"))
        .containsEntry("project", PropertyValues.of(PROJECT))
        .containsEntry("gatewayAddress", PropertyValues.of("10.0.0.1"));
    var account = gcp.create(ACCOUNT, "train", object("accountId", "train-jobs"), false);
    String email = "train-jobs@" + PROJECT + ".iam.gserviceaccount.com";
    assertThat(account.getId()).isEqualTo("projects/" + PROJECT + "/serviceAccounts/" + email);
    assertThat(TestProvider.outputs(account).members())
        .containsEntry("email", PropertyValues.of(email))
        .containsEntry("member", PropertyValues.of("serviceAccount:" + email));
    assertThat(text(TestProvider.outputs(account), "uniqueId")).matches("1[0-9]{20}");
    Obj member =
        object("bucket", bucket(gcp, "vision-raw"), "role", "roles/r", "member", "group:ds@x.com");
    assertThat(gcp.make("gcp:storage/bucketIAMMember:BucketIAMMember", "m", member))
        .isEqualTo("b/vision-raw/roles/r/group:ds@x.com");
    assertThat(
            gcp.make(
                MEMBER, "m", object("project", PROJECT, "role", "roles/r", "member", "user:a@b")))
        .isEqualTo(PROJECT + "/roles/r/user:a@b");
  }

  private static String bucket(TestProvider gcp, String name) {
    return gcp.make(BUCKET, name, object("name", name, "location", "US-CENTRAL1"));
  }

  @Test
  void connectsToClustersByTheirPrivateEndpoint() {
    TestProvider gcp = gcp();
    gcp.make(NETWORK, "main", object("name", "main"));
    gcp.make(SUBNET, "n", object("name", "n", "network", "main", "ipCidrRange", "10.0.0.0/20"));
    Obj inputs =
        object(
            "name", "train",
            "location", "us-central1",
            "network", "main",
            "subnetwork", "n",
            "deletionProtection", false,
            "privateClusterConfig",
                object(
                    "enablePrivateEndpoint", true,
                    "enablePrivateNodes", true,
                    "masterIpv4CidrBlock", "172.16.0.16/28"));
    var made = gcp.create(CLUSTER, "train", inputs, false);
    Obj outputs = TestProvider.outputs(made);
    assertThat(text(outputs, "endpoint")).isEqualTo("172.16.0.18");
    assertThat(
            PropertyPath.parse("masterAuth.clusterCaCertificate")
                .get(outputs)
                .flatMap(PropertyValues::text))
        .hasValueSatisfying(certificate -> assertThat(certificate).isNotEmpty());
    String pool = gcp.make(POOL, "a", object("name", "a", "cluster", made.getId()));
    assertThat(pool).isEqualTo(made.getId() + "/nodePools/a");
    assertThatThrownBy(() -> gcp.make(POOL, "b", object("name", "b", "cluster", "serve")))
        .hasMessageContaining("Not found: serve");
    Obj preview = TestProvider.outputs(gcp.create(CLUSTER, "other", inputs, true));
    assertThat(preview.members())
        .containsEntry("endpoint", PropertyValues.UNKNOWN)
        .containsEntry("masterAuth", PropertyValues.UNKNOWN);
  }

  @Test
  void neverLetsGoOfKeyRingsAndKeys() {
    SimulatedAccount cloud = open();
    TestProvider gcp = TestProvider.gcp(cloud, "7.0.0");
    Obj ring = object("name", "vision", "location", "us-central1");
    String id = gcp.make(RING, "ring", ring);
    String key = gcp.make(KEY, "data", object("name", "data", "keyRing", id));
    assertThat(key).isEqualTo(id + "/cryptoKeys/data");
    gcp.delete(KEY, "data", key);
    gcp.delete(RING, "ring", id);
    assertThat(cloud.inventory()).isEmpty();
    assertThat(gcp.read(RING, "ring", id).getId()).isEmpty();
    assertThat(cloud.leftovers())
        .extracting(Leftover::reason)
        .containsExactlyInAnyOrder(
            "never deleted by Cloud KMS", "never deleted by Cloud KMS, its versions are destroyed");
    assertThatThrownBy(() -> gcp.make(RING, "ring", ring))
        .hasMessageContaining("Error 409: KeyRing " + id + " already exists");
    assertThat(gcp.make(RING, "ring", object("name", "vision-2", "location", "us-central1")))
        .endsWith("/keyRings/vision-2");
  }

  @Test
  void namesWhatWasMadeBeforeAnew() {
    TestProvider gcp = gcp();
    Obj first = ring(gcp);
    String id = gcp.make(RING, "ring", first);
    gcp.delete(RING, "ring", id);
    Obj again = ring(gcp);
    assertThat(text(again, "name")).isNotEqualTo(text(first, "name")).startsWith("ring-");
    assertThat(gcp.make(RING, "ring", again)).isNotEqualTo(id);
  }

  private static Obj ring(TestProvider gcp) {
    return StructCodec.decode(
        gcp.check(RING, "ring", PropertyValues.EMPTY, object("location", "us-central1"))
            .getInputs());
  }

  @Test
  void wantsTheGrantBeforeTheStore() {
    TestProvider gcp = gcp();
    String ring = gcp.make(RING, "r", object("name", "r", "location", "us-central1"));
    String key = gcp.make(KEY, "k", object("name", "k", "keyRing", ring));
    Obj encrypted = encrypted("vision-raw", "US-CENTRAL1", key);
    String agent =
        "serviceAccount:"
            + text(
                gcp.invoke(
                    "gcp:storage/getProjectServiceAccount:getProjectServiceAccount",
                    PropertyValues.EMPTY),
                "emailAddress");
    assertThatThrownBy(() -> gcp.make(BUCKET, "raw", encrypted))
        .hasMessageContaining("Permission denied on Cloud KMS key")
        .hasMessageContaining(agent);
    Obj wrongRole = object("cryptoKeyId", key, "role", "roles/cloudkms.viewer", "member", agent);
    gcp.make(KEY_MEMBER, "v", wrongRole);
    assertThatThrownBy(() -> gcp.make(BUCKET, "raw", encrypted))
        .hasMessageContaining("Permission denied on Cloud KMS key");
    gcp.make(
        KEY_MEMBER,
        "g",
        object(
            "cryptoKeyId",
            key,
            "role",
            "roles/cloudkms.cryptoKeyEncrypterDecrypter",
            "member",
            agent));
    assertThat(gcp.make(BUCKET, "raw", encrypted)).isEqualTo("vision-raw");
    assertThatThrownBy(() -> gcp.make(BUCKET, "east", encrypted("vision-east", "US-EAST1", key)))
        .hasMessageContaining("is in us-central1, not in us-east1");
    assertThatThrownBy(() -> gcp.make(BUCKET, "bare", encrypted("vision-bare", "US-CENTRAL1", "k")))
        .hasMessageContaining("invalid Cloud KMS key name \"k\"");
    assertThatThrownBy(
            () -> gcp.make(BUCKET, "gone", encrypted("vision-gone", "US-CENTRAL1", key + "2")))
        .hasMessageContaining("CryptoKey " + key + "2 not found");
  }

  private static Obj encrypted(String name, String location, String key) {
    return object(
        "name", name, "location", location, "encryption", object("defaultKmsKeyName", key));
  }

  @Test
  void trustsTheOwnersOfKeysThatAreNotOurs() {
    String hsm = "projects/" + PROJECT + "/locations/us-central1/keyRings/hsm/cryptoKeys/k";
    SimulatedAccount cloud =
        SimulatedGcp.open(
            new CloudOptions(folder.resolve("gcp"), Optional.of(PROJECT), Set.of(hsm)));
    TestProvider gcp = TestProvider.gcp(cloud, "7.0.0");
    assertThat(gcp.make(BUCKET, "a", encrypted("vision-a", "us-central1", hsm)))
        .isEqualTo("vision-a");
    String other = "projects/security-1234/locations/us-central1/keyRings/r/cryptoKeys/k";
    assertThat(gcp.make(BUCKET, "b", encrypted("vision-b", "us-central1", other)))
        .isEqualTo("vision-b");
  }

  @Test
  void wantsServicesEnabledOnceTheProgramEnablesAny() {
    TestProvider gcp = gcp();
    assertThat(gcp.make(TOPIC, "free", object("name", "free"))).endsWith("/topics/free");
    gcp.make(SERVICE, "compute", object("service", "compute.googleapis.com"));
    assertThatThrownBy(() -> gcp.make(TOPIC, "alerts", object("name", "alerts")))
        .hasMessageContaining("pubsub.googleapis.com has not been used in project");
    // Every new project has Cloud Storage.
    assertThat(bucket(gcp, "vision-raw")).isEqualTo("vision-raw");
    gcp.make(SERVICE, "pubsub", object("service", "pubsub.googleapis.com"));
    assertThat(gcp.make(TOPIC, "alerts", object("name", "alerts"))).endsWith("/topics/alerts");
  }

  @Test
  void grantsNothingToAgentsAndAccountsThatDoNotExist() {
    TestProvider gcp = gcp();
    String number =
        text(gcp.invoke("gcp:organizations/getProject:getProject", PropertyValues.EMPTY), "number");
    String agent = "service-" + number + "@gcp-sa-pubsub.iam.gserviceaccount.com";
    Obj grant = object("project", PROJECT, "role", "roles/r", "member", "serviceAccount:" + agent);
    assertThatThrownBy(() -> gcp.make(MEMBER, "m", grant))
        .hasMessageContaining("Service account " + agent + " does not exist");
    assertThat(
            text(
                TestProvider.outputs(
                    gcp.create(IDENTITY, "i", object("service", "pubsub.googleapis.com"), false)),
                "email"))
        .isEqualTo(agent);
    assertThat(gcp.make(MEMBER, "m", grant)).endsWith(agent);
    String email = "jobs@" + PROJECT + ".iam.gserviceaccount.com";
    Obj own = object("project", PROJECT, "role", "roles/r", "member", "serviceAccount:" + email);
    assertThatThrownBy(() -> gcp.make(MEMBER, "own", own))
        .hasMessageContaining("Service account " + email + " does not exist");
    gcp.make(ACCOUNT, "jobs", object("accountId", "jobs"));
    assertThat(gcp.make(MEMBER, "own", own)).endsWith(email);
  }

  @Test
  void refusesReferencesToWhatIsNotThere() {
    TestProvider gcp = gcp();
    Obj subnet = object("name", "n", "network", "main", "ipCidrRange", "10.0.0.0/20");
    assertThatThrownBy(() -> gcp.make(SUBNET, "n", subnet))
        .hasMessageContaining("Error 404: The resource 'main' was not found");
    // A topic of that name is no network.
    gcp.make(TOPIC, "main", object("name", "main"));
    assertThatThrownBy(() -> gcp.make(SUBNET, "n", subnet))
        .hasMessageContaining("The resource 'main' was not found");
    String network = gcp.make(NETWORK, "main", object("name", "main"));
    for (String link :
        List.of(network, "https://www.googleapis.com/compute/v1/" + network, "main")) {
      String id =
          gcp.make(SUBNET, link, PropertyValues.with(subnet, "network", PropertyValues.of(link)));
      assertThatThrownBy(() -> gcp.delete(NETWORK, "main", network))
          .hasMessageContaining("is already being used")
          .hasMessageContaining(id);
      gcp.delete(SUBNET, link, id);
    }
    gcp.delete(NETWORK, "main", network);
    String shared = "projects/host-1234/global/networks/shared";
    assertThat(
            gcp.make(
                SUBNET, "s", PropertyValues.with(subnet, "network", PropertyValues.of(shared))))
        .endsWith("/subnetworks/n");
  }

  @Test
  void refusesToDeleteWhatIsProtected() {
    TestProvider gcp = gcp();
    Obj cluster = object("name", "train", "location", "us-central1");
    var made = gcp.create(CLUSTER, "train", cluster, false);
    assertThatThrownBy(() -> gcp.delete(CLUSTER, "train", made.getId()))
        .hasMessageContaining("without setting deletionProtection=false");
    Obj open = PropertyValues.with(cluster, "deletionProtection", PropertyValues.of(false));
    gcp.update(CLUSTER, "train", made.getId(), TestProvider.outputs(made), open, false);
    gcp.delete(CLUSTER, "train", made.getId());
    Obj logs =
        object("project", PROJECT, "location", "us-central1", "bucketId", "audit", "locked", true);
    String id = gcp.make(LOGS, "audit", logs);
    assertThatThrownBy(() -> gcp.delete(LOGS, "audit", id)).hasMessageContaining("is locked");
  }

  @Test
  void keepsDeletedBucketsForAWhile() {
    SimulatedAccount cloud = open();
    TestProvider gcp = TestProvider.gcp(cloud, "7.0.0");
    bucket(gcp, "vision-raw");
    assertThatThrownBy(() -> bucket(gcp, "vision-raw"))
        .hasMessageContaining("Error 409")
        .hasMessageContaining("vision-raw");
    gcp.delete(BUCKET, "raw", "vision-raw");
    assertThat(cloud.leftovers())
        .extracting(Leftover::reason)
        .containsExactly("soft-deleted, gone for good after seven days");
    // The name is free at once.
    assertThat(bucket(gcp, "vision-raw")).isEqualTo("vision-raw");
    assertThat(cloud.leftovers()).isEmpty();
    Obj logs = object("project", PROJECT, "location", "us-central1", "bucketId", "flows");
    gcp.delete(LOGS, "flows", gcp.make(LOGS, "flows", logs));
    assertThatThrownBy(() -> gcp.make(LOGS, "flows", logs))
        .hasMessageContaining("Buckets must be in an ACTIVE state to be modified");
  }

  @Test
  void answersWhatTheProjectIs() {
    TestProvider gcp = gcp();
    Obj project =
        gcp.invoke("gcp:organizations/getProject:getProject", object("projectId", PROJECT));
    assertThat(text(project, "number")).matches("[1-9][0-9]{11}");
    assertThat(text(project, "billingAccount")).matches("([0-9A-F]{6}-){2}[0-9A-F]{6}");
    PropertyValue zones =
        gcp.invoke("gcp:compute/getZones:getZones", PropertyValues.EMPTY).members().get("names");
    assertThat(zones)
        .isEqualTo(
            PropertyValues.of(
                List.of("us-central1-a", "us-central1-b", "us-central1-c", "us-central1-f").stream()
                    .map(PropertyValues::of)
                    .toList()));
    assertThatThrownBy(
            () ->
                gcp.invoke(
                    "gcp:organizations/getProject:getProject", object("projectId", "other-1234")))
        .hasMessageContaining("project other-1234 not found");
    assertThatThrownBy(() -> gcp.invoke("gcp:sql/getTiers:getTiers", PropertyValues.EMPTY))
        .hasMessageContaining("does not answer the function gcp:sql/getTiers:getTiers");
  }

  @Test
  void putsTheProvidersLabelsBesideTheResources() {
    TestProvider gcp = new TestProvider(open().provider());
    gcp.configure(
        object(
            "project",
            PROJECT,
            "region",
            "us-central1",
            "defaultLabels",
            "{\"estate\":\"vision\"}"));
    Obj outputs =
        TestProvider.outputs(
            gcp.create(
                BUCKET,
                "raw",
                object("name", "vision-raw", "location", "US", "labels", object("team", "ads")),
                false));
    assertThat(outputs.members())
        .containsEntry("labels", object("team", "ads"))
        .containsEntry("pulumiLabels", object("estate", "vision", "team", "ads"))
        .containsEntry("effectiveLabels", object("estate", "vision", "team", "ads"));
  }
}
