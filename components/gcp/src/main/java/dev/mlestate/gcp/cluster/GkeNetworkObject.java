package dev.mlestate.gcp.cluster;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.gcp.network.FabricNetwork;
import dev.mlestate.pulumi.RawResource;
import dev.mlestate.pulumi.RawType;
import java.util.Map;

/**
 * What tells a cluster of a further network: the parameters of the network and the network itself,
 * by whose name pods ask for an interface in it. Kinds of GKE's own, which the Kubernetes SDK does
 * not know (GKE documentation, "Set up multi-network support for Pods", and
 * GoogleCloudPlatform/container-engine-accelerators gpudirect-tcpx, read 2026-11-24).
 */
public final class GkeNetworkObject extends RawResource {
  private static final String GROUP = "networking.gke.io";
  private static final String VERSION = GROUP + "/v1";
  private static final String PARAMETERS = "GKENetworkParamSet";

  private static final String SOURCE =
      "custom resources pass through any version of the Kubernetes provider; 4.0.0 is the SDK's";

  /** Which Compute Engine network it is. */
  public static final RawType PARAMETER_TYPE =
      new RawType("kubernetes:" + VERSION + ":" + PARAMETERS, "4.0.0", SOURCE);

  /** The network as pods name it. */
  public static final RawType NETWORK_TYPE =
      new RawType("kubernetes:" + VERSION + ":Network", "4.0.0", SOURCE);

  private GkeNetworkObject(
      RawType type,
      String name,
      Args args,
      ProviderResource cluster,
      CustomResourceOptions options) {
    super(type, name, args, cluster, options);
  }

  /** Whole interfaces, for the drivers of the accelerators' fabric. */
  static GkeNetworkObject parameters(
      String name, FabricNetwork network, ProviderResource cluster, CustomResourceOptions options) {
    Map<String, Object> spec =
        Map.of(
            "vpc", network.network(),
            "vpcSubnet", network.subnet(),
            "deviceMode", "NetDevice");
    return new GkeNetworkObject(
        PARAMETER_TYPE, name, new Args(PARAMETERS, network.name(), spec), cluster, options);
  }

  /** The network that has these parameters. */
  static GkeNetworkObject network(
      String name, FabricNetwork network, ProviderResource cluster, CustomResourceOptions options) {
    Map<String, Object> spec =
        Map.of(
            "type",
            "Device",
            "parametersRef",
            Map.of("group", GROUP, "kind", PARAMETERS, "name", network.name()));
    return new GkeNetworkObject(
        NETWORK_TYPE, name, new Args("Network", network.name(), spec), cluster, options);
  }

  /** An object as the API server takes it. */
  static final class Args extends ResourceArgs {
    @Import(name = "apiVersion", required = true)
    final Output<String> apiVersion = Output.of(VERSION);

    @Import(name = "kind", required = true)
    final Output<String> kind;

    @Import(name = "metadata", required = true)
    final Output<ObjectMetaArgs> metadata;

    @Import(name = "spec", required = true)
    final Map<String, Object> spec;

    Args(String kind, String name, Map<String, Object> spec) {
      this.kind = Output.of(kind);
      this.metadata = Output.of(ObjectMetaArgs.builder().name(name).build());
      this.spec = spec;
    }
  }
}
