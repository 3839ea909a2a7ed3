package dev.mlestate.simulated;

import static dev.mlestate.wire.PropertyValues.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Secret;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.PropertyDiff;

class SimulatedKubernetesTest {
  private static final String NAMESPACE = "kubernetes:core/v1:Namespace";
  private static final String QUOTA = "kubernetes:core/v1:ResourceQuota";
  private static final String DAEMON_SET = "kubernetes:apps/v1:DaemonSet";

  private final Path folder;

  SimulatedKubernetesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private TestProvider provider(String cluster) {
    TestProvider provider =
        new TestProvider(SimulatedKubernetes.open(folder.resolve("kubernetes")).provider());
    provider.configure(
        object(
            "kubeconfig",
            new Secret(
                PropertyValues.of(
                    "{\"clusters\":[{\"cluster\":{\"server\":\"https://" + cluster + "\"}}]}"))));
    return provider;
  }

  @Test
  void takesTheSameClusterAgainAndRefusesAnother() {
    TestProvider provider =
        new TestProvider(SimulatedKubernetes.open(folder.resolve("kubernetes")).provider());
    Obj train =
        object("kubeconfig", "{\"clusters\":[{\"cluster\":{\"server\":\"https://train\"}}]}");
    provider.configure(object("kubeconfig", PropertyValues.UNKNOWN));
    provider.configure(train);
    provider.configure(train);
    provider.configure(object("kubeconfig", PropertyValues.UNKNOWN));
    assertThatThrownBy(
            () ->
                provider.configure(
                    object(
                        "kubeconfig",
                        "{\"clusters\":[{\"cluster\":{\"server\":\"https://serve\"}}]}")))
        .hasMessageContaining("serves the cluster https://train")
        .hasMessageContaining("cannot also serve https://serve");
    assertThatThrownBy(
            () ->
                provider.configure(
                    PropertyValues.with(train, "namespace", PropertyValues.of("ml"))))
        .hasMessageContaining("default namespace ml");
    assertThat(provider.make(NAMESPACE, "n", object("metadata", object("name", "n"))))
        .isEqualTo("n");
  }

  private static Obj quota(String max) {
    return object(
        "metadata", object("name", "gpus", "namespace", "research"),
        "spec", object("hard", object("requests.nvidia.com/gpu", max)));
  }

  @Test
  void keepsClustersApartAndNamespacesTogether() {
    TestProvider train = provider("train");
    TestProvider serve = provider("serve");
    assertThatThrownBy(() -> train.make(QUOTA, "gpus", quota("8")))
        .hasMessageContaining("namespaces \"research\" not found");
    Obj namespace = object("metadata", object("name", "research"));
    assertThat(train.make(NAMESPACE, "research", namespace)).isEqualTo("research");
    assertThat(train.make(QUOTA, "gpus", quota("8"))).isEqualTo("research/gpus");
    assertThatThrownBy(() -> train.make(QUOTA, "again", quota("8")))
        .hasMessageContaining("already exists");
    assertThatThrownBy(() -> serve.make(QUOTA, "gpus", quota("8")))
        .hasMessageContaining("not found");
    assertThat(serve.read(QUOTA, "gpus", "research/gpus").getId()).isEmpty();
    train.delete(NAMESPACE, "research", "research");
    assertThat(SimulatedKubernetes.open(folder.resolve("kubernetes")).inventory()).isEmpty();
  }

  @Test
  void namesAutomaticallyAndChecksWhatIsDeclared() {
    TestProvider train = provider("train");
    var response = train.check(NAMESPACE, "research", PropertyValues.EMPTY, PropertyValues.EMPTY);
    Obj inputs = StructCodec.decode(response.getInputs());
    assertThat(PropertyPath.parse("metadata.name").get(inputs).flatMap(PropertyValues::text))
        .hasValueSatisfying(name -> assertThat(name).matches("research-[0-9a-f]{8}"));
    assertThat(inputs.members())
        .containsEntry("apiVersion", PropertyValues.of("v1"))
        .containsEntry("kind", PropertyValues.of("Namespace"));
    assertThat(
            StructCodec.decode(
                train.check(NAMESPACE, "research", inputs, PropertyValues.EMPTY).getInputs()))
        .isEqualTo(inputs);
    var bad =
        train.check(
            QUOTA,
            "q",
            PropertyValues.EMPTY,
            object("metadata", object("name", "GPU"), "spec", object("hrad", object())));
    assertThat(bad.getFailuresList())
        .extracting(failure -> failure.getProperty())
        .containsExactlyInAnyOrder("spec.hrad", "metadata.name");
  }

  @Test
  void replacesWhatCannotChange() {
    TestProvider train = provider("train");
    DiffResponse update = train.diff(QUOTA, "gpus", quota("8"), quota("16"));
    assertThat(update.getReplacesList()).isEmpty();
    assertThat(update.getChanges()).isEqualTo(DiffResponse.DiffChanges.DIFF_SOME);
    DiffResponse replace = train.diff(DAEMON_SET, "d", daemonSet("a"), daemonSet("b"));
    assertThat(replace.getReplacesList()).containsExactly("spec");
    assertThat(replace.getDetailedDiffOrThrow("spec.selector.matchLabels.app").getKind())
        .isEqualTo(PropertyDiff.Kind.UPDATE_REPLACE);
    assertThat(replace.getDeleteBeforeReplace()).isTrue();
  }

  private static Obj daemonSet(String label) {
    return object(
        "metadata", object("name", "d", "namespace", "kube-system"),
        "spec", object("selector", object("matchLabels", object("app", label))));
  }

  @Test
  void previewsWithAnUnknownCluster() {
    TestProvider provider =
        new TestProvider(SimulatedKubernetes.open(folder.resolve("kubernetes")).provider());
    provider.configure(object("kubeconfig", PropertyValues.UNKNOWN));
    Obj outputs =
        TestProvider.outputs(
            provider.create(
                NAMESPACE, "research", object("metadata", object("name", "research")), true));
    assertThat(PropertyPath.parse("metadata.uid").get(outputs)).contains(PropertyValues.UNKNOWN);
    assertThatThrownBy(() -> provider.make(NAMESPACE, "n", object("metadata", object("name", "n"))))
        .hasMessageContaining("kubeconfig is unknown");
  }

  /** The form that gke-gcloud-auth-plugin wants, and kinds that only GKE brings along. */
  @Test
  void takesTheKubeconfigAndTheKindsOfGke() {
    TestProvider provider =
        new TestProvider(SimulatedKubernetes.open(folder.resolve("kubernetes")).provider());
    provider.configure(
        object(
            "kubeconfig",
            new Secret(
                PropertyValues.of(
                    """
                    {"apiVersion":"v1","clusters":[{"cluster":{"certificate-authority-data":"x",\
                    "server":"https://172.16.0.2"},"name":"train"}],"kind":"Config",\
                    "users":[{"name":"train","user":{"exec":{"apiVersion":\
                    "client.authentication.k8s.io/v1beta1","command":"gke-gcloud-auth-plugin",\
                    "provideClusterInfo":true}}}]}"""))));
    String network = "kubernetes:networking.gke.io/v1:GKENetworkParamSet";
    Obj inputs =
        object(
            "metadata", object("name", "fabric-1"),
            "spec", object("vpc", "fabric-1", "vpcSubnet", "fabric-1", "deviceMode", "NetDevice"));
    assertThat(provider.make(network, "n", inputs)).isEqualTo("fabric-1");
    assertThat(
            provider
                .check(
                    network,
                    "n",
                    PropertyValues.EMPTY,
                    object("metadata", object("name", "f"), "spec", object("vpc", "f")))
                .getFailuresList())
        .singleElement()
        .satisfies(failure -> assertThat(failure.getProperty()).isEqualTo("spec.vpcSubnet"));
  }
}
