package dev.mlestate.simulated.fault;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.CloudException.Kind;
import dev.mlestate.simulated.provider.ResourceRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The words in which a cloud, through its provider, says what is wrong. */
interface Voice {
  /** The voice of the cloud behind a provider's package. */
  static Voice of(String packageName, String account) {
    return switch (packageName) {
      case "aws" -> new AwsVoice(account);
      case "gcp" -> new GcpVoice(account);
      case "azure-native" -> new AzureVoice(account);
      case "kubernetes" -> new KubernetesVoice();
      default -> throw new IllegalArgumentException("no cloud has the package " + packageName);
    };
  }

  CloudException throttled(ResourceRequest resource);

  /** Present: the machines that are too many. */
  CloudException quota(ResourceRequest resource, Optional<MachineRequest> machine);

  CloudException noCapacity(ResourceRequest resource, MachineRequest machine);

  CloudException denied(Call call, ResourceRequest resource);

  CloudException internal();

  /**
   * The provider's own words, which on all clouds come from one library
   * (hashicorp/terraform-plugin-sdk, helper/retry/error.go; general knowledge, not read).
   *
   * @param allowed zero: the provider's own limit
   */
  default CloudException timeout(ResourceRequest resource, Duration allowed) {
    String limit = allowed.isZero() ? "" : ", timeout: " + Durations.go(allowed);
    return new CloudException(
        Kind.TIMEOUT,
        "%s: timeout while waiting for state to become 'ACTIVE' (last state: 'CREATING'%s)"
            .formatted(resource.name(), limit));
  }

  /** A refusal for want of machines, with what {@code CloudException.Kind.NO_CAPACITY} tells. */
  static CloudException scarce(String message, MachineRequest machine, String service) {
    return new CloudException(
        Kind.NO_CAPACITY,
        message,
        Map.of(
            "vmType",
            machine.machine(),
            "zone",
            machine.place(),
            "purchaseOption",
            machine.option(),
            "service",
            service));
  }

  /** A quota that is spent. */
  static CloudException spent(String message, String subject) {
    return new CloudException(Kind.QUOTA, message, Map.of("subject", subject));
  }

  /** The last part of a type token, such as Subnet. */
  static String kind(ResourceRequest resource) {
    return resource.type().substring(resource.type().lastIndexOf(':') + 1);
  }

  /** The service in a type token, such as ec2. */
  static String service(ResourceRequest resource) {
    return resource.type().split("[:/]", -1)[1];
  }
}
