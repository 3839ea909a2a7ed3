package dev.mlestate.aws.serving;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.sagemaker.Endpoint;
import com.pulumi.aws.sagemaker.EndpointArgs;
import com.pulumi.aws.sagemaker.EndpointConfiguration;
import com.pulumi.aws.sagemaker.EndpointConfigurationArgs;
import com.pulumi.aws.sagemaker.Model;
import com.pulumi.aws.sagemaker.ModelArgs;
import com.pulumi.aws.sagemaker.inputs.EndpointConfigurationDataCaptureConfigArgs;
import com.pulumi.aws.sagemaker.inputs.EndpointConfigurationDataCaptureConfigCaptureContentTypeHeaderArgs;
import com.pulumi.aws.sagemaker.inputs.EndpointConfigurationDataCaptureConfigCaptureOptionArgs;
import com.pulumi.aws.sagemaker.inputs.EndpointConfigurationProductionVariantArgs;
import com.pulumi.aws.sagemaker.inputs.ModelPrimaryContainerArgs;
import com.pulumi.aws.sagemaker.inputs.ModelVpcConfigArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.core.Output;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.ServiceRole;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.model.Replicas;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import dev.mlestate.pulumi.Fingerprint;
import dev.mlestate.pulumi.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint on instances in private subnets: its model is isolated from the network, its traffic
 * may be captured, and it scales with the number of requests.
 *
 * <pre>{@code
 * RealtimeEndpoint endpoint =
 *     RealtimeEndpoint.builder("vision-dev-ranker")
 *         .account(account)
 *         .modelPackage(registry.modelPackage("ranker", 1))
 *         .artifacts(registry.artifacts())
 *         .machine("g6.xlarge")
 *         .network(network.vpcId(), network.privateSubnets().onePerZone())
 *         .build();
 * }</pre>
 *
 * <p>A changed model or configuration is made under a new name, the endpoint moves to it without a
 * break, and the old one goes. AWS refuses to change the instance type of an endpoint that scales
 * (SageMaker Developer Guide, "Update endpoints that use auto scaling"; general knowledge, not
 * read): deregister its scalable target before.
 */
public final class RealtimeEndpoint extends EstateComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:aws:RealtimeEndpoint";

  private final ServiceRole role;
  private final LogGroup logGroup;
  private final SecurityGroup securityGroup;
  private final Model model;
  private final EndpointConfiguration configuration;
  private final Endpoint endpoint;
  private final Target scalingTarget;
  private final Policy scalingPolicy;
  private final AwsAccount account;

  private RealtimeEndpoint(Builder builder) {
    super(TYPE, builder);
    account = builder.account();
    String name = Names.limited(EndpointParts.MAX_NAME_LENGTH, componentName());
    String machine = "ml." + ComponentBuilder.required(builder.machine, "machine");
    Output<String> vpcId = ComponentBuilder.required(builder.vpcId, "network");
    Output<List<String>> subnets = ComponentBuilder.required(builder.subnetIds, "network");
    logGroup =
        EndpointParts.logGroup(
            name,
            builder.logRetentionDays(),
            builder.keys().arn(KeyDomain.LOGS),
            tags(),
            parented());
    role =
        ServiceRole.create(
            child("serving"),
            "sagemaker.amazonaws.com",
            account,
            ServingRole.realtime(
                ServingRole.common(
                    account, name, builder.artifacts().knownName(), builder.allowedKeys()),
                account,
                builder.artifacts().knownName(),
                capturePrefix() + "/*"),
            tags(),
            parented());
    securityGroup = securityGroup(vpcId);
    model = model(builder.modelPackage(), subnets);
    configuration = configuration(machine, builder);
    endpoint =
        new Endpoint(
            componentName(),
            EndpointArgs.builder()
                .name(name)
                .endpointConfigName(configuration.name())
                .tags(tags())
                .build(),
            parentedAfter(logGroup));
    Scaling scaling =
        Scaling.create(
            componentName(),
            endpoint.name(),
            builder.replicas,
            builder.requestsPerMinute,
            tags(),
            parented());
    scalingTarget = scaling.target();
    scalingPolicy = scaling.policy();
    complete(Map.of("name", endpoint.name(), "url", url()));
  }

  /**
   * Starts an endpoint.
   *
   * @param name of the endpoint, such as vision-dev-ranker
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Where predictions are asked for, with a signature of AWS. */
  public Output<String> url() {
    return EndpointParts.url(account, endpoint.name());
  }

  public ServiceRole role() {
    return role;
  }

  public LogGroup logGroup() {
    return logGroup;
  }

  /** Of the instances: nothing comes in by it, TLS goes out. */
  public SecurityGroup securityGroup() {
    return securityGroup;
  }

  public Model model() {
    return model;
  }

  public EndpointConfiguration configuration() {
    return configuration;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  public Target scalingTarget() {
    return scalingTarget;
  }

  public Policy scalingPolicy() {
    return scalingPolicy;
  }

  private String capturePrefix() {
    return "capture/" + componentName();
  }

  private SecurityGroup securityGroup(Output<String> vpcId) {
    SecurityGroup group =
        new SecurityGroup(
            child("serving"),
            SecurityGroupArgs.builder()
                .name(child("serving"))
                .description("Instances of the endpoint " + componentName())
                .vpcId(vpcId)
                .tags(tagsNamed(child("serving")))
                .build(),
            parented());
    new SecurityGroupEgressRule(
        child("serving-tls"),
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(group.id())
            .description("Artifacts, images, logs and metrics")
            .ipProtocol("tcp")
            .fromPort(443)
            .toPort(443)
            .cidrIpv4("0.0.0.0/0")
            .tags(tags())
            .build(),
        parented());
    return group;
  }

  private Model model(Output<String> modelPackage, Output<List<String>> subnets) {
    Output<String> name =
        Fingerprint.name(
            EndpointParts.MAX_NAME_LENGTH,
            componentName(),
            List.of(
                modelPackage,
                role.arn(),
                securityGroup.id(),
                subnets.applyValue(ids -> String.join(",", ids))));
    return new Model(
        componentName(),
        ModelArgs.builder()
            .name(name)
            .executionRoleArn(role.arn())
            .enableNetworkIsolation(true)
            .primaryContainer(
                ModelPrimaryContainerArgs.builder().modelPackageName(modelPackage).build())
            .vpcConfig(
                ModelVpcConfigArgs.builder()
                    .securityGroupIds(securityGroup.id().applyValue(List::of))
                    .subnets(subnets)
                    .build())
            .tags(tags())
            .build(),
        parentedCreateFirst(role.policies()));
  }

  private EndpointConfiguration configuration(String machine, Builder builder) {
    int instances = Math.max(1, builder.replicas.min());
    Optional<Output<String>> volumeKey =
        LocalStorage.of(machine) ? Optional.empty() : builder.keys().arn(KeyDomain.COMPUTE);
    Optional<Output<String>> captureKey = builder.keys().arn(KeyDomain.DATA);
    Output<String> captureUri =
        builder.artifacts().uri().applyValue(uri -> uri + "/" + capturePrefix());
    List<Output<String>> contents = new ArrayList<>();
    contents.add(Output.of(machine + " " + instances + " " + builder.capturePercent));
    contents.add(model.name());
    contents.add(captureUri);
    volumeKey.ifPresent(contents::add);
    captureKey.ifPresent(contents::add);
    var args =
        EndpointConfigurationArgs.builder()
            .name(Fingerprint.name(EndpointParts.MAX_NAME_LENGTH, componentName(), contents))
            .productionVariants(
                EndpointConfigurationProductionVariantArgs.builder()
                    .variantName(EndpointParts.VARIANT)
                    .modelName(model.name())
                    .instanceType(machine)
                    .initialInstanceCount(instances)
                    .initialVariantWeight(1.0)
                    .build())
            .tags(tags());
    volumeKey.ifPresent(args::kmsKeyArn);
    if (builder.capturePercent > 0) {
      args.dataCaptureConfig(capture(builder.capturePercent, captureUri, captureKey));
    }
    return new EndpointConfiguration(componentName(), args.build(), parentedCreateFirst(List.of()));
  }

  private static EndpointConfigurationDataCaptureConfigArgs capture(
      int percent, Output<String> uri, Optional<Output<String>> key) {
    var capture =
        EndpointConfigurationDataCaptureConfigArgs.builder()
            .enableCapture(true)
            .initialSamplingPercentage(percent)
            .destinationS3Uri(uri)
            .captureOptions(
                EndpointConfigurationDataCaptureConfigCaptureOptionArgs.builder()
                    .captureMode("Input")
                    .build(),
                EndpointConfigurationDataCaptureConfigCaptureOptionArgs.builder()
                    .captureMode("Output")
                    .build())
            // What is not named here is captured as base64, unreadable for model monitoring.
            .captureContentTypeHeader(
                EndpointConfigurationDataCaptureConfigCaptureContentTypeHeaderArgs.builder()
                    .csvContentTypes("text/csv")
                    .jsonContentTypes("application/json")
                    .build());
    key.ifPresent(capture::kmsKeyId);
    return capture.build();
  }

  /** Builds a {@link RealtimeEndpoint}. */
  public static final class Builder extends EndpointBuilder<RealtimeEndpoint, Builder> {
    private @Nullable String machine;
    private @Nullable Output<String> vpcId;
    private @Nullable Output<List<String>> subnetIds;
    private Replicas replicas = new Replicas(1, 2);
    private int capturePercent;
    private double requestsPerMinute = 600;

    private Builder(String name) {
      super(name);
    }

    /** Machine type as EC2 names it, such as g6.xlarge. Required. */
    public Builder machine(String value) {
      machine = value.startsWith("ml.") ? value.substring("ml.".length()) : value;
      return this;
    }

    /** Where the instances are attached: private subnets of the network. Required. */
    public Builder network(Output<String> vpc, Output<List<String>> subnets) {
      vpcId = vpc;
      subnetIds = subnets;
      return this;
    }

    /** Least and most instances; it runs at least one. Default: 1 to 2. */
    public Builder replicas(Replicas value) {
      replicas = value;
      return this;
    }

    /** How much of the traffic is recorded beside the artifacts, 0 to 100. Default: 0. */
    public Builder capturePercent(int value) {
      capturePercent = value;
      return this;
    }

    /**
     * Requests in a minute for which one instance is wanted. Default: 600, half of what an instance
     * serves that answers 20 in a second.
     */
    public Builder requestsPerMinute(double value) {
      requestsPerMinute = value;
      return this;
    }

    @Override
    public RealtimeEndpoint build() {
      return new RealtimeEndpoint(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
