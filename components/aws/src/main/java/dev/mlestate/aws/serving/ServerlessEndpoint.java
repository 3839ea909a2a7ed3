package dev.mlestate.aws.serving;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.sagemaker.Endpoint;
import com.pulumi.aws.sagemaker.EndpointArgs;
import com.pulumi.aws.sagemaker.EndpointConfiguration;
import com.pulumi.aws.sagemaker.EndpointConfigurationArgs;
import com.pulumi.aws.sagemaker.Model;
import com.pulumi.aws.sagemaker.ModelArgs;
import com.pulumi.aws.sagemaker.inputs.EndpointConfigurationProductionVariantArgs;
import com.pulumi.aws.sagemaker.inputs.EndpointConfigurationProductionVariantServerlessConfigArgs;
import com.pulumi.aws.sagemaker.inputs.ModelPrimaryContainerArgs;
import com.pulumi.core.Output;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.PolicyDocument;
import dev.mlestate.aws.iam.ServiceRole;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.pulumi.EstateComponent;
import dev.mlestate.pulumi.Fingerprint;
import dev.mlestate.pulumi.Names;
import java.util.List;
import java.util.Map;

/**
 * An endpoint without instances, paid for by request.
 *
 * <pre>{@code
 * ServerlessEndpoint endpoint =
 *     ServerlessEndpoint.builder("vision-dev-tagger")
 *         .account(account)
 *         .modelPackage(registry.modelPackage("tagger", 1))
 *         .artifacts(registry.artifacts())
 *         .build();
 * }</pre>
 *
 * <p>SageMaker has no network of one's own, no network isolation, no data capture and no key for
 * the volume here (SageMaker Developer Guide, "Deploy models with SageMaker Serverless Inference",
 * feature exclusions; general knowledge, not read). A changed model or configuration is made under
 * a new name, the endpoint moves to it without a break, and the old one goes.
 */
public final class ServerlessEndpoint extends EstateComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:aws:ServerlessEndpoint";

  /** SageMaker API Reference, ProductionVariantServerlessConfig, read 2026-11-23. */
  private static final int MAX_CONCURRENCY = 200;

  private static final int MEMORY_STEP_MIB = 1024;
  private static final int MAX_MEMORY_MIB = 6144;

  private final ServiceRole role;
  private final LogGroup logGroup;
  private final Model model;
  private final EndpointConfiguration configuration;
  private final Endpoint endpoint;
  private final AwsAccount account;

  private ServerlessEndpoint(Builder builder) {
    super(TYPE, builder);
    account = builder.account();
    String name = Names.limited(EndpointParts.MAX_NAME_LENGTH, componentName());
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
            new PolicyDocument(
                ServingRole.common(
                    account, name, builder.artifacts().knownName(), builder.allowedKeys())),
            tags(),
            parented());
    model = model(builder.modelPackage());
    configuration = configuration(builder);
    endpoint =
        new Endpoint(
            componentName(),
            EndpointArgs.builder()
                .name(name)
                .endpointConfigName(configuration.name())
                .tags(tags())
                .build(),
            parentedAfter(logGroup));
    complete(Map.of("name", endpoint.name(), "url", url()));
  }

  /**
   * Starts an endpoint.
   *
   * @param name of the endpoint, such as vision-dev-tagger
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

  public Model model() {
    return model;
  }

  public EndpointConfiguration configuration() {
    return configuration;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  private Model model(Output<String> modelPackage) {
    return new Model(
        componentName(),
        ModelArgs.builder()
            .name(
                Fingerprint.name(
                    EndpointParts.MAX_NAME_LENGTH,
                    componentName(),
                    List.of(modelPackage, role.arn())))
            .executionRoleArn(role.arn())
            .primaryContainer(
                ModelPrimaryContainerArgs.builder().modelPackageName(modelPackage).build())
            .tags(tags())
            .build(),
        parentedCreateFirst(role.policies()));
  }

  private EndpointConfiguration configuration(Builder builder) {
    Output<String> name =
        Fingerprint.name(
            EndpointParts.MAX_NAME_LENGTH,
            componentName(),
            List.of(Output.of(builder.memoryMib + " " + builder.maxConcurrency), model.name()));
    return new EndpointConfiguration(
        componentName(),
        EndpointConfigurationArgs.builder()
            .name(name)
            .productionVariants(
                EndpointConfigurationProductionVariantArgs.builder()
                    .variantName(EndpointParts.VARIANT)
                    .modelName(model.name())
                    .initialVariantWeight(1.0)
                    .serverlessConfig(
                        EndpointConfigurationProductionVariantServerlessConfigArgs.builder()
                            .memorySizeInMb(builder.memoryMib)
                            .maxConcurrency(builder.maxConcurrency)
                            .build())
                    .build())
            .tags(tags())
            .build(),
        parentedCreateFirst(List.of()));
  }

  /** Builds a {@link ServerlessEndpoint}. */
  public static final class Builder extends EndpointBuilder<ServerlessEndpoint, Builder> {
    private int memoryMib = 2048;
    private int maxConcurrency = 10;

    private Builder(String name) {
      super(name);
    }

    /** MiB of one replica: 1024 to 6144 in steps of 1024. Default: 2048. */
    public Builder memoryMib(int value) {
      if (value < MEMORY_STEP_MIB || value > MAX_MEMORY_MIB || value % MEMORY_STEP_MIB != 0) {
        throw new IllegalArgumentException(
            "a serverless endpoint has 1024, 2048, … 6144 MiB, not " + value);
      }
      memoryMib = value;
      return this;
    }

    /** Requests at the same time, 1 to 200. Default: 10. */
    public Builder maxConcurrency(int value) {
      if (value < 1 || value > MAX_CONCURRENCY) {
        throw new IllegalArgumentException(
            "a serverless endpoint serves 1 to 200 requests at the same time, not " + value);
      }
      maxConcurrency = value;
      return this;
    }

    @Override
    public ServerlessEndpoint build() {
      return new ServerlessEndpoint(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
