package dev.mlestate.azure.cluster;

import com.pulumi.azurenative.containerservice.inputs.AgentPoolUpgradeSettingsArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.pulumi.RawResource;
import dev.mlestate.pulumi.RawType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A native pool of nodes. The SDK's class knows no capacity reservations, no GPU drivers and no
 * secure boot.
 */
public final class AgentPool extends RawResource {
  public static final RawType TYPE =
      new RawType(
          "azure-native:containerservice/v20250101:AgentPool",
          "2.90.0",
          "Microsoft.ContainerService 2025-01-01 has gpuProfile.driver (azure-rest-api-specs);"
              + " azure-native 2.90.0 is the first of its packages with that version, looked up"
              + " 2026-11-23");

  AgentPool(String name, Args args, ProviderResource provider, CustomResourceOptions options) {
    super(TYPE, name, args, provider, options);
  }

  /** What a pool is made of. */
  static final class Args extends ResourceArgs {
    @Import(name = "resourceGroupName", required = true)
    @Nullable Output<String> resourceGroupName;

    @Import(name = "resourceName", required = true)
    @Nullable Output<String> resourceName;

    @Import(name = "agentPoolName")
    @Nullable Output<String> agentPoolName;

    @Import(name = "mode")
    @Nullable Output<String> mode;

    @Import(name = "type")
    @Nullable Output<String> type;

    @Import(name = "orchestratorVersion")
    @Nullable Output<String> orchestratorVersion;

    @Import(name = "vmSize")
    @Nullable Output<String> vmSize;

    @Import(name = "osType")
    @Nullable Output<String> osType;

    @Import(name = "osSKU")
    @Nullable Output<String> osSku;

    @Import(name = "osDiskType")
    @Nullable Output<String> osDiskType;

    @Import(name = "osDiskSizeGB")
    @Nullable Output<Integer> osDiskSizeGb;

    @Import(name = "count")
    @Nullable Output<Integer> count;

    @Import(name = "enableAutoScaling")
    @Nullable Output<Boolean> enableAutoScaling;

    @Import(name = "minCount")
    @Nullable Output<Integer> minCount;

    @Import(name = "maxCount")
    @Nullable Output<Integer> maxCount;

    @Import(name = "maxPods")
    @Nullable Output<Integer> maxPods;

    @Import(name = "availabilityZones")
    @Nullable Output<List<String>> availabilityZones;

    @Import(name = "vnetSubnetID")
    @Nullable Output<String> vnetSubnetId;

    @Import(name = "enableNodePublicIP")
    @Nullable Output<Boolean> enableNodePublicIp;

    @Import(name = "enableEncryptionAtHost")
    @Nullable Output<Boolean> enableEncryptionAtHost;

    @Import(name = "capacityReservationGroupID")
    @Nullable Output<String> capacityReservationGroupId;

    @Import(name = "scaleSetPriority")
    @Nullable Output<String> scaleSetPriority;

    @Import(name = "scaleSetEvictionPolicy")
    @Nullable Output<String> scaleSetEvictionPolicy;

    @Import(name = "spotMaxPrice")
    @Nullable Output<Double> spotMaxPrice;

    @Import(name = "gpuProfile")
    @Nullable Output<GpuProfileArgs> gpuProfile;

    @Import(name = "securityProfile")
    @Nullable Output<SecurityProfileArgs> securityProfile;

    @Import(name = "upgradeSettings")
    @Nullable Output<AgentPoolUpgradeSettingsArgs> upgradeSettings;

    @Import(name = "nodeLabels")
    @Nullable Output<Map<String, String>> nodeLabels;

    @Import(name = "nodeTaints")
    @Nullable Output<List<String>> nodeTaints;

    @Import(name = "tags")
    @Nullable Output<Map<String, String>> tags;
  }

  /** Who brings the GPU driver. */
  static final class GpuProfileArgs extends ResourceArgs {
    @Import(name = "driver")
    final Output<String> driver;

    GpuProfileArgs(String driver) {
      this.driver = Output.of(driver);
    }
  }

  /** How a node proves that it started as it should. */
  static final class SecurityProfileArgs extends ResourceArgs {
    @Import(name = "enableSecureBoot")
    final Output<Boolean> enableSecureBoot;

    @Import(name = "enableVTPM")
    final Output<Boolean> enableVtpm;

    SecurityProfileArgs(boolean trusted) {
      this.enableSecureBoot = Output.of(trusted);
      this.enableVtpm = Output.of(trusted);
    }
  }
}
