package dev.mlestate.azure.workspace;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.azure.identity.ServiceIdentity;
import dev.mlestate.azure.subscription.Providers;
import dev.mlestate.pulumi.RawResource;
import dev.mlestate.pulumi.RawType;

/** Tells a workspace of something that it uses by a managed identity. */
public final class WorkspaceConnection extends RawResource {
  /** The SDK's version knows no data lakes and caches. */
  static final RawType TYPE =
      new RawType(
          "azure-native:machinelearningservices/v20241001:WorkspaceConnection",
          "2.90.0",
          "pulumi.com, Azure Native 2.90.0, machinelearningservices: other available API versions;"
              + " read 2026-11-24");

  /**
   * Registers the connection.
   *
   * @param connection its name in the workspace
   * @param category such as ADLSGen2 or Redis
   * @param target resource id
   */
  public WorkspaceConnection(
      String name,
      String connection,
      String category,
      Output<String> target,
      Workspace workspace,
      Output<String> resourceGroup,
      ServiceIdentity identity,
      Providers providers,
      CustomResourceOptions options) {
    super(
        TYPE,
        name,
        new Args(
            connection,
            resourceGroup,
            workspace.name(),
            new Properties(category, target, new Credentials(identity))),
        providers.carrying(TYPE),
        options);
  }

  static final class Args extends ResourceArgs {
    @Import(name = "connectionName")
    final String connectionName;

    @Import(name = "resourceGroupName", required = true)
    final Output<String> resourceGroupName;

    @Import(name = "workspaceName", required = true)
    final Output<String> workspaceName;

    @Import(name = "properties", required = true)
    final Properties properties;

    Args(
        String connectionName,
        Output<String> resourceGroupName,
        Output<String> workspaceName,
        Properties properties) {
      this.connectionName = connectionName;
      this.resourceGroupName = resourceGroupName;
      this.workspaceName = workspaceName;
      this.properties = properties;
    }
  }

  static final class Properties extends ResourceArgs {
    @Import(name = "authType", required = true)
    final String authType = "ManagedIdentity";

    @Import(name = "category")
    final String category;

    @Import(name = "target")
    final Output<String> target;

    @Import(name = "credentials")
    final Credentials credentials;

    @Import(name = "isSharedToAll")
    final Boolean isSharedToAll = false;

    Properties(String category, Output<String> target, Credentials credentials) {
      this.category = category;
      this.target = target;
      this.credentials = credentials;
    }
  }

  static final class Credentials extends ResourceArgs {
    @Import(name = "clientId")
    final Output<String> clientId;

    @Import(name = "resourceId")
    final Output<String> resourceId;

    Credentials(ServiceIdentity identity) {
      this.clientId = identity.clientId();
      this.resourceId = identity.id();
    }
  }
}
