package dev.mlestate.gcp.featurestore;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.pulumi.RawResource;
import java.util.List;
import java.util.Map;

/** A group's features in an online store, copied there from BigQuery again and again. */
public final class OnlineView extends RawResource {
  OnlineView(
      String resourceName, Args args, ProviderResource provider, CustomResourceOptions options) {
    super(FeatureTypes.VIEW, resourceName, args, provider, options);
  }

  static final class Args extends ResourceArgs {
    @Import(name = "name")
    final String name;

    @Import(name = "featureOnlineStore", required = true)
    final Output<String> featureOnlineStore;

    @Import(name = "region", required = true)
    final String region;

    @Import(name = "labels")
    final Map<String, String> labels;

    @Import(name = "syncConfig")
    final SyncConfig syncConfig;

    @Import(name = "featureRegistrySource")
    final RegistrySource featureRegistrySource;

    Args(
        String name,
        Output<String> featureOnlineStore,
        String region,
        Map<String, String> labels,
        String cron,
        Output<String> group,
        List<String> features) {
      this.name = name;
      this.featureOnlineStore = featureOnlineStore;
      this.region = region;
      this.labels = labels;
      this.syncConfig = new SyncConfig(cron);
      this.featureRegistrySource = new RegistrySource(List.of(new GroupOfView(group, features)));
    }
  }

  static final class SyncConfig extends ResourceArgs {
    @Import(name = "cron")
    final String cron;

    SyncConfig(String cron) {
      this.cron = cron;
    }
  }

  static final class RegistrySource extends ResourceArgs {
    @Import(name = "featureGroups", required = true)
    final List<GroupOfView> featureGroups;

    RegistrySource(List<GroupOfView> featureGroups) {
      this.featureGroups = featureGroups;
    }
  }

  static final class GroupOfView extends ResourceArgs {
    @Import(name = "featureGroupId", required = true)
    final Output<String> featureGroupId;

    @Import(name = "featureIds", required = true)
    final List<String> featureIds;

    GroupOfView(Output<String> featureGroupId, List<String> featureIds) {
      this.featureGroupId = featureGroupId;
      this.featureIds = featureIds;
    }
  }
}
