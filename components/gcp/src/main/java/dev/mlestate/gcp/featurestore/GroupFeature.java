package dev.mlestate.gcp.featurestore;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.pulumi.RawResource;
import java.util.Map;

/** One feature of a group: the column of its name. */
public final class GroupFeature extends RawResource {
  GroupFeature(
      String resourceName, Args args, ProviderResource provider, CustomResourceOptions options) {
    super(FeatureTypes.FEATURE, resourceName, args, provider, options);
  }

  static final class Args extends ResourceArgs {
    @Import(name = "name")
    final String name;

    @Import(name = "featureGroup", required = true)
    final Output<String> featureGroup;

    @Import(name = "region", required = true)
    final String region;

    @Import(name = "labels")
    final Map<String, String> labels;

    Args(String name, Output<String> featureGroup, String region, Map<String, String> labels) {
      this.name = name;
      this.featureGroup = featureGroup;
      this.region = region;
      this.labels = labels;
    }
  }
}
