package dev.mlestate.gcp.featurestore;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.pulumi.RawResource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store in Bigtable that answers with the newest values of features. */
public final class OnlineStore extends RawResource {
  private final String storeName;

  OnlineStore(
      String resourceName, Args args, ProviderResource provider, CustomResourceOptions options) {
    super(FeatureTypes.ONLINE_STORE, resourceName, args, provider, options);
    storeName = args.name;
  }

  /** What Vertex AI calls it, once it exists. */
  public Output<String> name() {
    return id().applyValue(id -> storeName);
  }

  static final class Args extends ResourceArgs {
    @Import(name = "name")
    final String name;

    @Import(name = "region")
    final String region;

    @Import(name = "labels")
    final Map<String, String> labels;

    @Import(name = "bigtable")
    final Bigtable bigtable;

    @Import(name = "encryptionSpec")
    final @Nullable EncryptionSpec encryptionSpec;

    @Import(name = "forceDestroy")
    final boolean forceDestroy;

    Args(
        String name,
        String region,
        Map<String, String> labels,
        Nodes nodes,
        Optional<Output<String>> key,
        boolean forceDestroy) {
      this.name = name;
      this.region = region;
      this.labels = labels;
      this.bigtable = new Bigtable(nodes);
      this.encryptionSpec = key.map(EncryptionSpec::new).orElse(null);
      this.forceDestroy = forceDestroy;
    }
  }

  static final class Bigtable extends ResourceArgs {
    @Import(name = "autoScaling", required = true)
    final Nodes autoScaling;

    Bigtable(Nodes autoScaling) {
      this.autoScaling = autoScaling;
    }
  }

  static final class Nodes extends ResourceArgs {
    @Import(name = "minNodeCount", required = true)
    final int minNodeCount;

    @Import(name = "maxNodeCount", required = true)
    final int maxNodeCount;

    Nodes(int minNodeCount, int maxNodeCount) {
      this.minNodeCount = minNodeCount;
      this.maxNodeCount = maxNodeCount;
    }
  }

  static final class EncryptionSpec extends ResourceArgs {
    @Import(name = "kmsKeyName", required = true)
    final Output<String> kmsKeyName;

    EncryptionSpec(Output<String> kmsKeyName) {
      this.kmsKeyName = kmsKeyName;
    }
  }
}
