package dev.mlestate.azure.serving;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.pulumi.RawResource;
import dev.mlestate.pulumi.RawType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Container Apps environment, in a version of the API that has workload profiles by name. */
public final class AppEnvironment extends RawResource {
  static final RawType TYPE =
      new RawType(
          "azure-native:app/v20250101:ManagedEnvironment",
          "2.90.0",
          "pulumi.com, Azure Native 2.90.0, app.ManagedEnvironment: other available API versions;"
              + " read 2026-11-24");

  @Export(
      name = "defaultDomain",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> defaultDomain;

  @Export(
      name = "staticIp",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> staticIp;

  AppEnvironment(String name, Args args, ProviderResource provider, CustomResourceOptions options) {
    super(TYPE, name, args, provider, options);
  }

  /** Under which the apps are found. */
  public Output<String> defaultDomain() {
    return registered(defaultDomain);
  }

  /** In the network; all apps have it. */
  public Output<String> staticIp() {
    return registered(staticIp);
  }

  /** Of the properties of Microsoft.App/managedEnvironments@2025-01-01. */
  static final class Args extends ResourceArgs {
    @Import(name = "resourceGroupName", required = true)
    final Output<String> resourceGroupName;

    @Import(name = "environmentName")
    final String environmentName;

    @Import(name = "location")
    final String location;

    @Import(name = "zoneRedundant")
    final Boolean zoneRedundant = true;

    @Import(name = "vnetConfiguration")
    final Network vnetConfiguration;

    @Import(name = "workloadProfiles")
    final List<Profile> workloadProfiles;

    @Import(name = "appLogsConfiguration")
    final Logs appLogsConfiguration = new Logs();

    @Import(name = "peerTrafficConfiguration")
    final PeerTraffic peerTrafficConfiguration = new PeerTraffic();

    @Import(name = "tags")
    final Map<String, String> tags;

    Args(
        Output<String> resourceGroupName,
        String environmentName,
        String location,
        Output<String> subnetId,
        List<Profile> workloadProfiles,
        Map<String, String> tags) {
      this.resourceGroupName = resourceGroupName;
      this.environmentName = environmentName;
      this.location = location;
      this.vnetConfiguration = new Network(subnetId);
      this.workloadProfiles = workloadProfiles;
      this.tags = tags;
    }
  }

  static final class Network extends ResourceArgs {
    @Import(name = "infrastructureSubnetId")
    final Output<String> infrastructureSubnetId;

    @Import(name = "internal")
    final Boolean internal = true;

    Network(Output<String> infrastructureSubnetId) {
      this.infrastructureSubnetId = infrastructureSubnetId;
    }
  }

  /** What replicas run on. */
  static final class Profile extends ResourceArgs {
    @Import(name = "name", required = true)
    final String name;

    @Import(name = "workloadProfileType", required = true)
    final String workloadProfileType;

    Profile(String type) {
      this.name = type;
      this.workloadProfileType = type;
    }
  }

  /** Diagnostic settings say where logs go; no key of a workspace is told. */
  static final class Logs extends ResourceArgs {
    @Import(name = "destination")
    final String destination = "azure-monitor";
  }

  static final class PeerTraffic extends ResourceArgs {
    @Import(name = "encryption")
    final Encryption encryption = new Encryption();
  }

  static final class Encryption extends ResourceArgs {
    @Import(name = "enabled")
    final Boolean enabled = true;
  }
}
