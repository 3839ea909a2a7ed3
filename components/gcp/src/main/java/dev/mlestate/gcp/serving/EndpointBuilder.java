package dev.mlestate.gcp.serving;

import dev.mlestate.gcp.component.GcpBuilder;
import dev.mlestate.gcp.storage.SecureBucket;
import dev.mlestate.model.Replicas;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of both kinds of endpoints have.
 *
 * @param <T> the component
 * @param <B> the builder itself
 */
public abstract sealed class EndpointBuilder<T, B extends EndpointBuilder<T, B>>
    extends GcpBuilder<T, B> permits RealtimeEndpoint.Builder, ServerlessEndpoint.Builder {
  private @Nullable SecureBucket artifacts;
  private Replicas replicas = new Replicas(1, 2);

  EndpointBuilder(String name) {
    super(name);
  }

  /** The bucket of the model's artifacts. Required. */
  public B artifacts(SecureBucket value) {
    artifacts = value;
    return self();
  }

  /** Fewest and most replicas. Default: 1 to 2. */
  public B replicas(Replicas value) {
    replicas = value;
    return self();
  }

  final SecureBucket artifacts() {
    return required(artifacts, "artifacts");
  }

  final Replicas replicas() {
    return replicas;
  }
}
