package dev.mlestate.simulated.fault;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.CloudException.Kind;
import dev.mlestate.simulated.provider.ResourceRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * A Kubernetes API server, which has no machines to give (apimachinery, api/errors/errors.go;
 * general knowledge, not read).
 */
record KubernetesVoice() implements Voice {
  @Override
  public CloudException throttled(ResourceRequest resource) {
    return new CloudException(
        Kind.THROTTLED,
        "the server has received too many requests and has asked us to try again later");
  }

  @Override
  public CloudException quota(ResourceRequest resource, Optional<MachineRequest> machine) {
    return Voice.spent(
        "%s \"%s\" is forbidden: exceeded quota".formatted(plural(resource), resource.name()),
        plural(resource));
  }

  @Override
  public CloudException noCapacity(ResourceRequest resource, MachineRequest machine) {
    throw new IllegalStateException("Kubernetes objects ask for no machines: " + resource.urn());
  }

  @Override
  public CloudException denied(Call call, ResourceRequest resource) {
    String verb = call == Call.READ ? "get" : call.word();
    return new CloudException(
        Kind.DENIED,
        "%s \"%s\" is forbidden: User \"mlestate\" cannot %s resource \"%s\""
            .formatted(plural(resource), resource.name(), verb, plural(resource)));
  }

  @Override
  public CloudException internal() {
    return new CloudException(Kind.INTERNAL, "Internal error occurred: the server failed");
  }

  private static String plural(ResourceRequest resource) {
    return Voice.kind(resource).toLowerCase(Locale.ROOT) + "s";
  }
}
