package dev.mlestate.azure.workspace;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.azure.network.PrivateService;

/** Lets the machines of a workspace reach something by a private endpoint in their network. */
public final class OutboundRuleArgs extends ResourceArgs {
  @Import(name = "type", required = true)
  final String type = "PrivateEndpoint";

  @Import(name = "category")
  final String category = "UserDefined";

  @Import(name = "destination")
  final Destination destination;

  /**
   * A rule.
   *
   * @param targetId resource id
   * @param spark whether jobs of Spark reach it too
   */
  public OutboundRuleArgs(Output<String> targetId, PrivateService service, boolean spark) {
    this.destination = new Destination(targetId, service.groupId(), spark);
  }

  static final class Destination extends ResourceArgs {
    @Import(name = "serviceResourceId")
    final Output<String> serviceResourceId;

    @Import(name = "subresourceTarget")
    final String subresourceTarget;

    @Import(name = "sparkEnabled")
    final boolean sparkEnabled;

    Destination(Output<String> serviceResourceId, String subresourceTarget, boolean sparkEnabled) {
      this.serviceResourceId = serviceResourceId;
      this.subresourceTarget = subresourceTarget;
      this.sparkEnabled = sparkEnabled;
    }
  }
}
