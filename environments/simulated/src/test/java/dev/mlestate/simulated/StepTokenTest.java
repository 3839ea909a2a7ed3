package dev.mlestate.simulated;

import static dev.mlestate.wire.PropertyValues.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.wire.PropertyValue.Obj;
import io.grpc.BindableService;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A create whose answer was lost is found again by its token, by another process, too. */
class StepTokenTest {
  private static final String BUCKET = "aws:s3/bucketV2:BucketV2";
  private static final String NAMESPACE = "kubernetes:core/v1:Namespace";

  @TempDir Path folder;

  private SimulatedAccount aws() {
    return SimulatedAws.open(CloudOptions.of(folder.resolve("aws"), "111122223333"));
  }

  private static void assertFoundByToken(
      Supplier<BindableService> open,
      Obj settings,
      String type,
      Obj inputs,
      Supplier<List<ExistingResource>> inventory) {
    TestProvider first = new TestProvider(open.get(), "token-1");
    first.configure(settings);
    assertThat(first.read(type, "one", "").getId()).as("nothing was made under it").isEmpty();
    String id = first.make(type, "one", inputs);

    TestProvider again = new TestProvider(open.get(), "token-1");
    again.configure(settings);
    assertThat(again.make(type, "one", inputs)).isEqualTo(id);
    assertThat(again.read(type, "one", "").getId()).isEqualTo(id);
    assertThat(again.read(type, "one", "").getProperties())
        .isEqualTo(again.read(type, "one", id).getProperties());
    assertThat(inventory.get()).hasSize(1);

    TestProvider other = new TestProvider(open.get(), "token-2");
    other.configure(settings);
    assertThat(other.read(type, "one", "").getId()).isEmpty();
    again.delete(type, "one", id);
    assertThat(again.read(type, "one", "").getId()).as("it is gone").isEmpty();
    assertThat(inventory.get()).isEmpty();
  }

  @Test
  void anAccountKeepsTokens() {
    assertFoundByToken(
        () -> aws().provider(),
        object("region", "us-east-1"),
        BUCKET,
        object("bucket", "models"),
        () -> aws().inventory());
  }

  @Test
  void aClusterKeepsTokens() {
    Path record = folder.resolve("kubernetes");
    assertFoundByToken(
        () -> SimulatedKubernetes.open(record).provider(),
        object("kubeconfig", "{\"clusters\":[{\"cluster\":{\"server\":\"https://one.example\"}}]}"),
        NAMESPACE,
        object("metadata", object("name", "models")),
        () -> SimulatedKubernetes.open(record).inventory());
  }
}
