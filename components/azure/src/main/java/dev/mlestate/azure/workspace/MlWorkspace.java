package dev.mlestate.azure.workspace;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import dev.mlestate.pulumi.RawResource;
import dev.mlestate.pulumi.RawType;
import org.jspecify.annotations.Nullable;

/** The resource of a workspace, in a version of the API that has kinds and managed networks. */
public final class MlWorkspace extends RawResource {
  /** The type; the first stable version with datastores by identity is in no plugin of 2.x. */
  static final RawType TYPE =
      new RawType(
          "azure-native:machinelearningservices/v20241001preview:Workspace",
          "2.90.0",
          "pulumi.com, Azure Native 2.90.0, machinelearningservices.Workspace: other available API"
              + " versions; read 2026-11-24");

  @Export(
      name = "name",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> name;

  MlWorkspace(
      String resourceName,
      MlWorkspaceArgs args,
      ProviderResource provider,
      CustomResourceOptions options) {
    super(TYPE, resourceName, args, provider, options);
  }

  /** The workspace's name. */
  public Output<String> name() {
    return registered(name);
  }
}
