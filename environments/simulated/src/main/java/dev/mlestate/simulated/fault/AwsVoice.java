package dev.mlestate.simulated.fault;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.CloudException.Kind;
import dev.mlestate.simulated.provider.ResourceRequest;
import java.util.Optional;

/**
 * AWS. Codes and messages as quoted in public issues, read 2026-11-24: ThrottlingException
 * (snyk/driftctl 1629), VcpuLimitExceeded (scrapoxy/scrapoxy 202), InsufficientInstanceCapacity
 * (commonwarexyz/monorepo 2859), of node groups with AsgInstanceLaunchFailures
 * (aws/containers-roadmap 2204, terraform-aws-modules/terraform-aws-eks 2149),
 * UnfulfillableCapacity (mludvig/aws-ethereum-miner 23), ReservationCapacityExceeded
 * (hashicorp/terraform-provider-aws 35745), AccessDenied (OpenPipe/OpenPipe 688).
 * ServiceQuotaExceededException and InternalFailure: general knowledge, not read.
 */
record AwsVoice(String account) implements Voice {
  private static final String EC2 = "ec2.amazonaws.com";

  @Override
  public CloudException throttled(ResourceRequest resource) {
    return new CloudException(Kind.THROTTLED, "api error ThrottlingException: Rate exceeded");
  }

  @Override
  public CloudException quota(ResourceRequest resource, Optional<MachineRequest> machine) {
    return machine
        .map(
            request ->
                Voice.spent(
                    launch(
                        resource,
                        request,
                        "VcpuLimitExceeded",
                        "You have requested more vCPU capacity than your current vCPU limit of 0"
                            + " allows for the instance bucket that the specified instance type"
                            + " belongs to. Please visit"
                            + " http://aws.amazon.com/contact-us/ec2-request to request an"
                            + " adjustment to this limit."),
                    request.machine()))
        .orElseGet(
            () ->
                Voice.spent(
                    "api error ServiceQuotaExceededException: the quota for %s in this account is exceeded"
                        .formatted(Voice.kind(resource)),
                    Voice.service(resource) + ":" + Voice.kind(resource)));
  }

  @Override
  public CloudException noCapacity(ResourceRequest resource, MachineRequest machine) {
    String message =
        switch (machine.option()) {
          case MachineRequest.SPOT ->
              launch(
                  resource,
                  machine,
                  "UnfulfillableCapacity",
                  "Unable to fulfill capacity due to your request configuration. Please adjust your"
                      + " request and try again.");
          case MachineRequest.RESERVATION ->
              launch(
                  resource,
                  machine,
                  "ReservationCapacityExceeded",
                  "The requested reservation does not have sufficient compatible and available"
                      + " capacity for this request.");
          default ->
              launch(
                  resource,
                  machine,
                  "InsufficientInstanceCapacity",
                  "We currently do not have sufficient %s capacity in the Availability Zone you requested (%s). Our system will be working on provisioning additional capacity."
                      .formatted(machine.machine(), machine.place()));
        };
    return Voice.scarce(message, machine, EC2);
  }

  /** A node group reports what its Auto Scaling group met. */
  private static String launch(
      ResourceRequest resource, MachineRequest machine, String code, String message) {
    if (!Voice.kind(resource).equals("NodeGroup")) {
      return "api error " + code + ": " + message;
    }
    String market = machine.option().equals(MachineRequest.SPOT) ? "Spot" : "On-Demand";
    return "waiting for EKS Node Group (%s) create: unexpected state 'CREATE_FAILED', wanted target 'ACTIVE'. last error: AsgInstanceLaunchFailures: Could not launch %s Instances. %s - %s Launching EC2 instance failed."
        .formatted(resource.name(), market, code, message);
  }

  @Override
  public CloudException denied(Call call, ResourceRequest resource) {
    String verb =
        switch (call) {
          case CREATE -> "Create";
          case READ -> "Describe";
          case UPDATE -> "Update";
          case DELETE -> "Delete";
        };
    String action = Voice.service(resource) + ":" + verb + Voice.kind(resource);
    return new CloudException(
        Kind.DENIED,
        "api error AccessDenied: User: arn:aws:iam::%s:user/mlestate is not authorized to perform: %s because no identity-based policy allows the %s action"
            .formatted(account, action, action));
  }

  @Override
  public CloudException internal() {
    return new CloudException(
        Kind.INTERNAL, "api error InternalFailure: An internal error has occurred");
  }
}
