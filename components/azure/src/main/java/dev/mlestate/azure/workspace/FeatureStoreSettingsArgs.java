package dev.mlestate.azure.workspace;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a workspace a feature store: by which connections it writes features where. */
public final class FeatureStoreSettingsArgs extends ResourceArgs {
  @Import(name = "computeRuntime")
  final Compute computeRuntime = new Compute();

  @Import(name = "offlineStoreConnectionName")
  final String offlineStoreConnectionName;

  @Import(name = "onlineStoreConnectionName")
  final @Nullable String onlineStoreConnectionName;

  /** Settings; without an online connection features are kept offline alone. */
  public FeatureStoreSettingsArgs(String offline, Optional<String> online) {
    this.offlineStoreConnectionName = offline;
    this.onlineStoreConnectionName = online.orElse(null);
  }

  /** Azure Machine Learning CLI, "feature store YAML schema": 3.4 alone, read 2026-11-24. */
  static final class Compute extends ResourceArgs {
    @Import(name = "sparkRuntimeVersion")
    final String sparkRuntimeVersion = "3.4";
  }
}
