package dev.mlestate.gcp.serving;

import com.pulumi.core.Output;
import com.pulumi.gcp.bigquery.Dataset;
import com.pulumi.gcp.cloudscheduler.Job;
import com.pulumi.gcp.cloudscheduler.JobArgs;
import com.pulumi.gcp.cloudscheduler.inputs.JobHttpTargetArgs;
import com.pulumi.gcp.cloudscheduler.inputs.JobHttpTargetOauthTokenArgs;
import com.pulumi.gcp.projects.IAMMember;
import com.pulumi.gcp.projects.IAMMemberArgs;
import com.pulumi.gcp.workflows.Workflow;
import com.pulumi.gcp.workflows.WorkflowArgs;
import com.pulumi.resources.Resource;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.gcp.component.GcpComponent;
import dev.mlestate.gcp.identity.WorkAccount;
import dev.mlestate.gcp.storage.SecureDataset;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of Vertex AI that is reached from the estate's network alone, whose traffic may be
 * captured, and what keeps the wanted version of a model deployed to it on the wanted machines.
 *
 * <pre>{@code
 * RealtimeEndpoint endpoint =
 *     RealtimeEndpoint.builder("vision-dev-ranker")
 *         .project(project)
 *         .providers(providers)
 *         .shared(serving)
 *         .artifacts(registry.artifacts())
 *         .modelVersion(registry.modelVersion("ranker", 1))
 *         .machine(machine)
 *         .build();
 * }</pre>
 *
 * <p>The provider has no resource for a model that is deployed to an endpoint
 * (hashicorp/terraform-provider-google issues 15303 and 25152, read 2026-11-24), and the one that
 * deploys models of Model Garden takes none from the project's own registry. So machine, replicas
 * and version are those of a workflow, which deploys what is not deployed yet: every hour, and at
 * once when it is run by hand (gcloud workflows run). A new deployment has all traffic before the
 * old one goes. An endpoint with a deployed model cannot be deleted: run the workflow with {@code
 * {"undeploy": true}} before.
 */
public final class RealtimeEndpoint extends GcpComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:gcp:RealtimeEndpoint";

  /** Vertex AI API reference, DeployedModel.displayName; general knowledge, not read. */
  private static final int LONGEST_DEPLOYMENT_NAME = 128;

  private static final String HOURLY = "0 * * * *";

  /** The fewest of the ten-digit numbers, which an endpoint has for a name. */
  private static final long FIRST_ENDPOINT = 1_000_000_000L;

  private final WorkAccount account;
  private final WorkAccount deployer;
  private final Optional<Dataset> capture;
  private final PredictionEndpoint endpoint;
  private final Workflow workflow;
  private final Job schedule;
  private final String host;

  private RealtimeEndpoint(Builder builder) {
    super(TYPE, builder);
    PrivateServing shared = ComponentBuilder.required(builder.shared, "shared");
    host = componentName() + "." + PrivateServing.DOMAIN;
    account =
        new WorkAccount(
            child("model"),
            "Serves models at " + componentName(),
            project(),
            parentedDeleteFirst());
    builder
        .artifacts()
        .grant(
            child("artifacts"),
            "roles/storage.objectViewer",
            account.member(),
            parentedAfter(account.account()));
    capture = builder.capturePercent > 0 ? Optional.of(captured(builder)) : Optional.empty();
    endpoint = endpoint(builder, shared);
    deployer =
        new WorkAccount(
                child("deploy"),
                "Deploys models to " + componentName(),
                project(),
                parentedDeleteFirst())
            .may("workflows.invoker");
    List<Resource> rights = rights(shared);
    workflow = workflow(builder, shared, rights);
    schedule = schedule(rights);
    complete(Map.of("name", endpoint.id(), "url", url()));
  }

  /**
   * Starts an endpoint.
   *
   * @param name of the endpoint, such as vision-dev-ranker
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Where predictions are asked for from within the network, once a model is deployed. */
  public Output<String> url() {
    return endpoint.id().applyValue(id -> "https://" + host + "/v1/" + id + ":predict");
  }

  /** In whose name the model's containers run. */
  public WorkAccount account() {
    return account;
  }

  /** In whose name models are deployed. */
  public WorkAccount deployer() {
    return deployer;
  }

  /** Where captured traffic is kept; empty if none is captured. */
  public Optional<Dataset> capture() {
    return capture;
  }

  public PredictionEndpoint endpoint() {
    return endpoint;
  }

  public Workflow workflow() {
    return workflow;
  }

  public Job schedule() {
    return schedule;
  }

  private Dataset captured(Builder builder) {
    return SecureDataset.create(
        child("capture"),
        underscored(child("capture")),
        "Requests to " + componentName() + " and the answers",
        project(),
        key(KeyDomain.DATA),
        builder.disposable,
        labels(),
        parentedEncryptedDeleteFirst(KeyDomain.DATA));
  }

  private PredictionEndpoint endpoint(Builder builder, PrivateServing shared) {
    List<Resource> needed = new ArrayList<>();
    shared.policy().ifPresent(needed::add);
    return new PredictionEndpoint(
        componentName(),
        new PredictionEndpoint.Args(
            endpointNumber(componentName()),
            componentName(),
            project().region(),
            labels(),
            key(KeyDomain.COMPUTE),
            new PredictionEndpoint.PrivateConnection(project().id(), shared.network().id()),
            capture.map(
                dataset ->
                    new PredictionEndpoint.Capture(
                        builder.capturePercent,
                        dataset
                            .datasetId()
                            .applyValue(id -> "bq://" + project().id() + "." + id)))),
        builder.carrying(ServingTypes.ENDPOINT),
        parentedEncryptedDeleteFirst(KeyDomain.COMPUTE, needed.toArray(Resource[]::new)));
  }

  /**
   * Ten digits that stand for a name, the first of them not 0, as the provider wants an endpoint's
   * name (google-beta provider 7.45.0, vertex_ai_endpoint, read 2026-11-24).
   */
  static String endpointNumber(String name) {
    CRC32 checksum = new CRC32();
    checksum.update(name.getBytes(StandardCharsets.UTF_8));
    return String.valueOf(FIRST_ENDPOINT + checksum.getValue());
  }

  private List<Resource> rights(PrivateServing shared) {
    List<Resource> rights = new ArrayList<>(deployer.grants());
    rights.add(
        new IAMMember(
            child("deploy-models"),
            IAMMemberArgs.builder()
                .project(project().id())
                .role(shared.deployerRole().name())
                .member(deployer.member())
                .build(),
            parentedAfter(deployer.account())));
    rights.add(
        new com.pulumi.gcp.serviceaccount.IAMMember(
            child("deploy-as-model"),
            com.pulumi.gcp.serviceaccount.IAMMemberArgs.builder()
                .serviceAccountId(account.account().name())
                .role("roles/iam.serviceAccountUser")
                .member(deployer.member())
                .build(),
            parentedAfter(deployer.account())));
    return rights;
  }

  private Workflow workflow(Builder builder, PrivateServing shared, List<Resource> rights) {
    MachineShape machine = ComponentBuilder.required(builder.machine, "machine");
    Deployment deployment =
        new Deployment(
            ComponentBuilder.required(builder.modelVersion, "modelVersion"),
            machine.name(),
            machine.accelerator(),
            machine.acceleratorMemoryGib(),
            machine.acceleratorCount(),
            builder.replicas(),
            builder.targetPercent);
    Output<String> deploymentName =
        Fingerprint.name(
            LONGEST_DEPLOYMENT_NAME,
            componentName(),
            List.of(Output.of(deployment.text()), account.member()));
    return new Workflow(
        child("deploy"),
        WorkflowArgs.builder()
            .name(child("deploy"))
            .region(project().region())
            .description("Keeps " + deployment.model() + " deployed to " + componentName())
            .serviceAccount(deployer.email())
            .sourceContents(
                new DeploymentWorkflow(project(), endpoint.id())
                    .source(
                        deploymentName,
                        deployment,
                        account.email(),
                        shared
                            .zone()
                            .map(zone -> new DeploymentWorkflow.Host(zone.name(), host + "."))))
            .labels(labels())
            .build(),
        parentedDeleteFirst(rights));
  }

  private Job schedule(List<Resource> rights) {
    return new Job(
        child("deploy"),
        JobArgs.builder()
            .name(child("deploy"))
            .region(project().region())
            .description("Runs the workflow of the same name")
            .schedule(HOURLY)
            .timeZone("Etc/UTC")
            .httpTarget(
                JobHttpTargetArgs.builder()
                    .httpMethod("POST")
                    .uri(
                        workflow
                            .id()
                            .applyValue(
                                id ->
                                    "https://workflowexecutions.googleapis.com/v1/"
                                        + id
                                        + "/executions"))
                    .body(
                        Base64.getEncoder()
                            .encodeToString(
                                "{\"argument\":\"{}\"}".getBytes(StandardCharsets.UTF_8)))
                    .headers(Map.of("Content-Type", "application/json"))
                    .oauthToken(
                        JobHttpTargetOauthTokenArgs.builder()
                            .serviceAccountEmail(deployer.email())
                            .scope("https://www.googleapis.com/auth/cloud-platform")
                            .build())
                    .build())
            .build(),
        parentedDeleteFirst(rights));
  }

  /** Builds a {@link RealtimeEndpoint}. */
  public static final class Builder extends EndpointBuilder<RealtimeEndpoint, Builder> {
    private @Nullable PrivateServing shared;
    private @Nullable String modelVersion;
    private @Nullable MachineShape machine;
    private int capturePercent;
    private int targetPercent = 60;
    private boolean disposable;

    private Builder(String name) {
      super(name);
    }

    /** What the estate's realtime endpoints share. Required. */
    public Builder shared(PrivateServing value) {
      shared = value;
      return this;
    }

    /** One version of a model, such as projects/p/locations/r/models/m@3. Required. */
    public Builder modelVersion(String value) {
      modelVersion = value;
      return this;
    }

    /** The machine of each replica, with its accelerators. Required. */
    public Builder machine(MachineShape value) {
      machine = value;
      return this;
    }

    /** How much of the traffic is recorded in BigQuery, 0 to 100. Default: 0. */
    public Builder capturePercent(int value) {
      if (value < 0 || value > 100) {
        throw new IllegalArgumentException("0 to 100 percent are captured, not " + value);
      }
      capturePercent = value;
      return this;
    }

    /**
     * Percent of an accelerator's time, or without one of the CPUs, that replicas are kept at.
     * Default: 60, as Vertex AI's.
     */
    public Builder targetPercent(int value) {
      targetPercent = value;
      return this;
    }

    /** Whether deleting the endpoint deletes captured traffic. Default: false. */
    public Builder disposable(boolean value) {
      disposable = value;
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
