package dev.mlestate.gcp.encryption;

import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.gcp.bigquery.BigqueryFunctions;
import com.pulumi.gcp.bigquery.inputs.GetDefaultServiceAccountArgs;
import com.pulumi.gcp.bigquery.outputs.GetDefaultServiceAccountResult;
import com.pulumi.gcp.logging.LoggingFunctions;
import com.pulumi.gcp.logging.inputs.GetProjectCmekSettingsArgs;
import com.pulumi.gcp.logging.outputs.GetProjectCmekSettingsResult;
import com.pulumi.gcp.projects.ServiceIdentity;
import com.pulumi.gcp.projects.ServiceIdentityArgs;
import com.pulumi.gcp.storage.StorageFunctions;
import com.pulumi.gcp.storage.inputs.GetProjectServiceAccountArgs;
import com.pulumi.gcp.storage.outputs.GetProjectServiceAccountResult;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.project.Providers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The accounts in whose name Google's services act in the project. A grant to an agent that was
 * never made is refused, so each is made first: by a service identity, or by asking the service,
 * where Google makes it then (terraform-google-project-factory issue 803 and the IAM documentation,
 * "Service agents", read 2026-11-24).
 */
final class ServiceAgents {
  private static final String SERVICE_ACCOUNT = "serviceAccount:";

  private final String name;
  private final GcpProject project;
  private final InvokeOptions asked;
  private final CustomResourceOptions options;
  private final Map<KeyUser, ServiceIdentity> identities = new TreeMap<>();

  ServiceAgents(
      String name, GcpProject project, Providers providers, CustomResourceOptions options) {
    this.name = name;
    this.project = project;
    this.asked = InvokeOptions.builder().provider(providers.standard()).build();
    this.options = options;
  }

  /** An agent as an IAM member, and what makes it. */
  record Agent(Output<String> member, List<Resource> needed) {}

  Agent of(KeyUser user) {
    return switch (user) {
      case STORAGE -> new Agent(storage(), List.of());
      case BIGQUERY -> new Agent(bigQuery(), List.of());
      case LOGGING -> new Agent(logging(), List.of());
      case COMPUTE -> new Agent(project.serviceAgent("compute-system"), List.of());
      case AI_PLATFORM -> identified(user, "gcp-sa-aiplatform");
      case ARTIFACT_REGISTRY -> identified(user, "gcp-sa-artifactregistry");
      case CLOUD_RUN -> identified(user, "serverless-robot-prod");
      case CONTAINER_ENGINE -> identified(user, "container-engine-robot");
      case PUBSUB -> identified(user, "gcp-sa-pubsub");
      case SECRET_MANAGER -> identified(user, "gcp-sa-secretmanager");
    };
  }

  private Agent identified(KeyUser user, String domain) {
    ServiceIdentity identity = identities.computeIfAbsent(user, this::identity);
    return new Agent(project.serviceAgent(domain), List.of(identity));
  }

  private ServiceIdentity identity(KeyUser user) {
    return new ServiceIdentity(
        name + "-" + word(user),
        ServiceIdentityArgs.builder()
            .project(project.id())
            .service(user.api() + ".googleapis.com")
            .build(),
        options);
  }

  private Output<String> storage() {
    return StorageFunctions.getProjectServiceAccount(
            GetProjectServiceAccountArgs.builder().project(project.id()).build(), asked)
        .applyValue(GetProjectServiceAccountResult::emailAddress)
        .applyValue(email -> SERVICE_ACCOUNT + email);
  }

  private Output<String> bigQuery() {
    return BigqueryFunctions.getDefaultServiceAccount(
            GetDefaultServiceAccountArgs.builder().project(project.id()).build(), asked)
        .applyValue(GetDefaultServiceAccountResult::email)
        .applyValue(email -> SERVICE_ACCOUNT + email);
  }

  private Output<String> logging() {
    return LoggingFunctions.getProjectCmekSettings(
            GetProjectCmekSettingsArgs.builder().project(project.id()).build(), asked)
        .applyValue(GetProjectCmekSettingsResult::serviceAccountId)
        .applyValue(
            account -> account.startsWith(SERVICE_ACCOUNT) ? account : SERVICE_ACCOUNT + account);
  }

  static String word(KeyUser user) {
    return user.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
