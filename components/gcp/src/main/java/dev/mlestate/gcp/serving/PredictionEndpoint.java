package dev.mlestate.gcp.serving;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.pulumi.RawResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An endpoint of Vertex AI that is reached from one network alone. */
public final class PredictionEndpoint extends RawResource {
  PredictionEndpoint(
      String resourceName, Args args, ProviderResource provider, CustomResourceOptions options) {
    super(ServingTypes.ENDPOINT, resourceName, args, provider, options);
  }

  static final class Args extends ResourceArgs {
    @Import(name = "name")
    final String name;

    @Import(name = "displayName", required = true)
    final String displayName;

    @Import(name = "description")
    final String description;

    @Import(name = "location", required = true)
    final String location;

    @Import(name = "region")
    final String region;

    @Import(name = "labels")
    final Map<String, String> labels;

    @Import(name = "encryptionSpec")
    final @Nullable EncryptionSpec encryptionSpec;

    @Import(name = "privateServiceConnectConfig")
    final PrivateConnection privateServiceConnectConfig;

    @Import(name = "predictRequestResponseLoggingConfig")
    final @Nullable Capture predictRequestResponseLoggingConfig;

    Args(
        String name,
        String displayName,
        String region,
        Map<String, String> labels,
        Optional<Output<String>> key,
        PrivateConnection connection,
        Optional<Capture> capture) {
      this.name = name;
      this.displayName = displayName;
      this.description = "Predictions of " + displayName;
      this.location = region;
      this.region = region;
      this.labels = labels;
      this.encryptionSpec = key.map(EncryptionSpec::new).orElse(null);
      this.privateServiceConnectConfig = connection;
      this.predictRequestResponseLoggingConfig = capture.orElse(null);
    }
  }

  static final class EncryptionSpec extends ResourceArgs {
    @Import(name = "kmsKeyName", required = true)
    final Output<String> kmsKeyName;

    EncryptionSpec(Output<String> kmsKeyName) {
      this.kmsKeyName = kmsKeyName;
    }
  }

  static final class PrivateConnection extends ResourceArgs {
    @Import(name = "enablePrivateServiceConnect", required = true)
    final boolean enablePrivateServiceConnect = true;

    @Import(name = "projectAllowlists")
    final List<String> projectAllowlists;

    @Import(name = "pscAutomationConfigs")
    final List<Automation> pscAutomationConfigs;

    /** From one network of a project. */
    PrivateConnection(String projectId, Output<String> network) {
      this.projectAllowlists = List.of(projectId);
      this.pscAutomationConfigs = List.of(new Automation(projectId, network));
    }
  }

  static final class Automation extends ResourceArgs {
    @Import(name = "projectId", required = true)
    final String projectId;

    @Import(name = "network", required = true)
    final Output<String> network;

    Automation(String projectId, Output<String> network) {
      this.projectId = projectId;
      this.network = network;
    }
  }

  static final class Capture extends ResourceArgs {
    @Import(name = "enabled")
    final boolean enabled = true;

    @Import(name = "samplingRate")
    final double samplingRate;

    @Import(name = "bigqueryDestination")
    final Destination bigqueryDestination;

    Capture(int percent, Output<String> outputUri) {
      this.samplingRate = percent / 100.0;
      this.bigqueryDestination = new Destination(outputUri);
    }
  }

  static final class Destination extends ResourceArgs {
    @Import(name = "outputUri")
    final Output<String> outputUri;

    Destination(Output<String> outputUri) {
      this.outputUri = outputUri;
    }
  }
}
