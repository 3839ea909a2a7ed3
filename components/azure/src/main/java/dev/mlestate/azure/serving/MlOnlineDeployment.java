package dev.mlestate.azure.serving;

import com.pulumi.azurenative.machinelearningservices.inputs.SkuArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.pulumi.RawResource;
import dev.mlestate.pulumi.RawType;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The machines of an endpoint, in a version of the API that records their traffic. */
public final class MlOnlineDeployment extends RawResource {
  static final RawType TYPE =
      new RawType(
          "azure-native:machinelearningservices/v20241001:OnlineDeployment",
          "2.90.0",
          "pulumi.com, Azure Native 2.90.0, machinelearningservices: other available API versions;"
              + " read 2026-11-24");

  MlOnlineDeployment(
      String name, Args args, ProviderResource provider, CustomResourceOptions options) {
    super(TYPE, name, args, provider, options);
  }

  /** Of the properties of onlineEndpoints/deployments@2024-10-01. */
  static final class Args extends ResourceArgs {
    @Import(name = "resourceGroupName", required = true)
    final Output<String> resourceGroupName;

    @Import(name = "workspaceName", required = true)
    final Output<String> workspaceName;

    @Import(name = "endpointName", required = true)
    final Output<String> endpointName;

    @Import(name = "deploymentName")
    final String deploymentName;

    @Import(name = "location")
    final String location;

    @Import(name = "sku")
    final SkuArgs sku;

    @Import(name = "onlineDeploymentProperties", required = true)
    final Properties properties;

    @Import(name = "tags")
    final Map<String, String> tags;

    Args(
        Output<String> resourceGroupName,
        Output<String> workspaceName,
        Output<String> endpointName,
        String deploymentName,
        String location,
        int instances,
        Properties properties,
        Map<String, String> tags) {
      this.resourceGroupName = resourceGroupName;
      this.workspaceName = workspaceName;
      this.endpointName = endpointName;
      this.deploymentName = deploymentName;
      this.location = location;
      this.sku = SkuArgs.builder().name("Default").capacity(instances).build();
      this.properties = properties;
      this.tags = tags;
    }
  }

  static final class Properties extends ResourceArgs {
    @Import(name = "endpointComputeType", required = true)
    final String endpointComputeType = "Managed";

    @Import(name = "model")
    final Output<String> model;

    @Import(name = "environmentId")
    final Output<String> environmentId;

    @Import(name = "instanceType")
    final String instanceType;

    @Import(name = "egressPublicNetworkAccess")
    final String egressPublicNetworkAccess = "Disabled";

    @Import(name = "appInsightsEnabled")
    final Boolean appInsightsEnabled = false;

    @Import(name = "scaleSettings")
    final ScaleSettings scaleSettings = new ScaleSettings();

    @Import(name = "dataCollector")
    final @Nullable DataCollector dataCollector;

    Properties(
        Output<String> model,
        Output<String> environmentId,
        String instanceType,
        int capturePercent) {
      this.model = model;
      this.environmentId = environmentId;
      this.instanceType = instanceType;
      this.dataCollector = capturePercent == 0 ? null : new DataCollector(capturePercent);
    }
  }

  /** Azure Monitor scales the deployment. */
  static final class ScaleSettings extends ResourceArgs {
    @Import(name = "scaleType", required = true)
    final String scaleType = "Default";
  }

  /** Requests and answers, each into a folder of the workspace's account. */
  static final class DataCollector extends ResourceArgs {
    @Import(name = "collections", required = true)
    final Map<String, Collection> collections;

    @Import(name = "rollingRate")
    final String rollingRate = "Hour";

    DataCollector(int percent) {
      collections = new TreeMap<>();
      collections.put("model_inputs", new Collection(percent));
      collections.put("model_outputs", new Collection(percent));
    }
  }

  static final class Collection extends ResourceArgs {
    @Import(name = "dataCollectionMode")
    final String dataCollectionMode = "Enabled";

    @Import(name = "samplingRate")
    final Double samplingRate;

    Collection(int percent) {
      this.samplingRate = percent / 100.0;
    }
  }
}
