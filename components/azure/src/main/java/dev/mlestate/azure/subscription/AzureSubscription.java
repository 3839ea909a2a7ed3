package dev.mlestate.azure.subscription;

import com.pulumi.azurenative.authorization.AuthorizationFunctions;
import com.pulumi.azurenative.authorization.outputs.GetClientConfigResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.InvokeArgs;
import dev.mlestate.model.Environment;

/**
 * Where resources live. Ids made from it are known before anything exists, so that roles and scopes
 * can be judged in a preview.
 *
 * @param id such as 33334444-0000-4000-8000-000000000001
 * @param location such as eastus
 * @param tenantId of the directory that the subscription trusts
 * @param callerId object id of who runs the program, in that directory
 */
public record AzureSubscription(
    String id, String location, Output<String> tenantId, Output<String> callerId) {
  /** The environment's subscription; its directory and the caller are asked of Azure. */
  public static AzureSubscription of(Environment environment, Providers providers) {
    Output<GetClientConfigResult> client =
        AuthorizationFunctions.getClientConfig(
            InvokeArgs.Empty, InvokeOptions.builder().provider(providers.standard()).build());
    return new AzureSubscription(
        environment.account(),
        environment.region(),
        client.applyValue(GetClientConfigResult::tenantId),
        client.applyValue(GetClientConfigResult::objectId));
  }

  /** The subscription's resource id. */
  public String path() {
    return "/subscriptions/" + id;
  }

  /** The resource id of a resource group. */
  public String groupPath(String resourceGroup) {
    return path() + "/resourceGroups/" + resourceGroup;
  }

  /**
   * The resource id of something in a resource group.
   *
   * @param type such as Microsoft.KeyVault/vaults
   */
  public String resourcePath(String resourceGroup, String type, String name) {
    return groupPath(resourceGroup) + "/providers/" + type + "/" + name;
  }

  /** The resource id of a built-in role, by its GUID. */
  public String roleDefinitionPath(String guid) {
    return path() + "/providers/Microsoft.Authorization/roleDefinitions/" + guid;
  }
}
