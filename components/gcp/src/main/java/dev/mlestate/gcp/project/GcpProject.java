package dev.mlestate.gcp.project;

import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.gcp.organizations.OrganizationsFunctions;
import com.pulumi.gcp.organizations.inputs.GetProjectArgs;
import com.pulumi.gcp.organizations.outputs.GetProjectResult;
import dev.mlestate.model.Environment;

/**
 * Where resources live.
 *
 * @param id such as vision-dev-4821
 * @param region such as us-central1
 * @param number by which Google names the project in its service agents
 * @param billingAccount such as 012345-6789AB-CDEF01, which pays for the project
 */
public record GcpProject(
    String id, String region, Output<String> number, Output<String> billingAccount) {
  /** The environment's project; its number and who pays for it are asked of Google. */
  public static GcpProject of(Environment environment, Providers providers) {
    Output<GetProjectResult> project =
        OrganizationsFunctions.getProject(
            GetProjectArgs.builder().projectId(environment.account()).build(),
            InvokeOptions.builder().provider(providers.standard()).build());
    return new GcpProject(
        environment.account(),
        environment.region(),
        project.applyValue(GetProjectResult::number),
        project.applyValue(GetProjectResult::billingAccount));
  }

  /** The project's resource name by id: projects/vision-dev-4821. */
  public String path() {
    return "projects/" + id;
  }

  /**
   * The IAM member of a service's agent in this project, such as {@code
   * serviceAgent("gcp-sa-pubsub")} (IAM documentation, "Service agents", read 2026-11-24).
   */
  public Output<String> serviceAgent(String domain) {
    return number.applyValue(
        value -> "serviceAccount:service-" + value + "@" + domain + ".iam.gserviceaccount.com");
  }
}
