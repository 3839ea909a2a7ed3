package dev.mlestate.gcp.serving;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.gcp.cloudrunv2.inputs.ServiceBinaryAuthorizationArgs;
import com.pulumi.gcp.cloudrunv2.inputs.ServiceTemplateContainerArgs;
import com.pulumi.gcp.cloudrunv2.inputs.ServiceTemplateScalingArgs;
import com.pulumi.gcp.cloudrunv2.inputs.ServiceTemplateVpcAccessArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.pulumi.RawResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service of Cloud Run that is reached from within the project's networks alone. */
public final class PredictionService extends RawResource {
  @Export(
      name = "uri",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> uri;

  private final String serviceName;

  PredictionService(
      String resourceName, Args args, ProviderResource provider, CustomResourceOptions options) {
    super(ServingTypes.SERVICE, resourceName, args, provider, options);
    serviceName = args.name;
  }

  /** Such as https://vision-dev-tagger-x-uc.a.run.app. */
  public Output<String> uri() {
    return registered(uri);
  }

  /** What Cloud Run calls it, once it exists. */
  public Output<String> name() {
    return id().applyValue(id -> serviceName);
  }

  static final class Args extends ResourceArgs {
    @Import(name = "name")
    final String name;

    @Import(name = "location")
    final String location;

    @Import(name = "description")
    final String description;

    @Import(name = "ingress")
    final String ingress = "INGRESS_TRAFFIC_INTERNAL_ONLY";

    @Import(name = "labels")
    final Map<String, String> labels;

    @Import(name = "binaryAuthorization")
    final ServiceBinaryAuthorizationArgs binaryAuthorization =
        ServiceBinaryAuthorizationArgs.builder().useDefault(true).build();

    /** On by default in this version of the plugin; a serving holds nothing that could be lost. */
    @Import(name = "deletionProtection")
    final boolean deletionProtection;

    @Import(name = "template", required = true)
    final Template template;

    Args(String name, String location, Map<String, String> labels, Template template) {
      this.name = name;
      this.location = location;
      this.description = "Predictions of " + name;
      this.labels = labels;
      this.deletionProtection = false;
      this.template = template;
    }
  }

  static final class Template extends ResourceArgs {
    @Import(name = "labels")
    final Map<String, String> labels;

    @Import(name = "containers")
    final List<ServiceTemplateContainerArgs> containers;

    @Import(name = "serviceAccount")
    final Output<String> serviceAccount;

    @Import(name = "scaling")
    final ServiceTemplateScalingArgs scaling;

    @Import(name = "maxInstanceRequestConcurrency")
    final int maxInstanceRequestConcurrency;

    @Import(name = "vpcAccess")
    final ServiceTemplateVpcAccessArgs vpcAccess;

    @Import(name = "executionEnvironment")
    final String executionEnvironment = "EXECUTION_ENVIRONMENT_GEN2";

    @Import(name = "timeout")
    final String timeout = "300s";

    @Import(name = "encryptionKey")
    final @Nullable Output<String> encryptionKey;

    @Import(name = "nodeSelector")
    final @Nullable NodeSelector nodeSelector;

    @Import(name = "gpuZonalRedundancyDisabled")
    final @Nullable Boolean gpuZonalRedundancyDisabled;

    Template(
        Map<String, String> labels,
        ServiceTemplateContainerArgs container,
        Output<String> serviceAccount,
        ServiceTemplateScalingArgs scaling,
        int maxInstanceRequestConcurrency,
        ServiceTemplateVpcAccessArgs vpcAccess,
        Optional<Output<String>> key,
        Optional<String> accelerator) {
      this.labels = labels;
      this.containers = List.of(container);
      this.serviceAccount = serviceAccount;
      this.scaling = scaling;
      this.maxInstanceRequestConcurrency = maxInstanceRequestConcurrency;
      this.vpcAccess = vpcAccess;
      this.encryptionKey = key.orElse(null);
      this.nodeSelector = accelerator.map(NodeSelector::new).orElse(null);
      // A standby in another zone would double what an idle service keeps.
      this.gpuZonalRedundancyDisabled = accelerator.isPresent() ? true : null;
    }
  }

  static final class NodeSelector extends ResourceArgs {
    @Import(name = "accelerator", required = true)
    final String accelerator;

    NodeSelector(String accelerator) {
      this.accelerator = accelerator;
    }
  }
}
