package dev.mlestate.wire;

import io.grpc.Metadata;

/**
 * How an engine and a provider speak of one attempt to create a resource, beside Pulumi's protocol:
 * in the headers of a call, which other engines and providers ignore.
 *
 * <p>A Create carries {@link #TOKEN}. A provider that knows tokens keeps it with the resource, in
 * the same durable write, and answers a second Create with it by what the first one made. A Read
 * without an id that carries a token asks what was made under it: nothing, where the answer has no
 * id.
 */
public final class StepTokens {
  /**
   * The token of a Create, or of a Read that asks for what a Create led to; in the trailers of an
   * answer, the one that the provider has understood.
   */
  public static final Metadata.Key<String> TOKEN =
      Metadata.Key.of("mlestate-step-token", Metadata.ASCII_STRING_MARSHALLER);

  /** In every answer of a provider that keeps tokens. */
  public static final Metadata.Key<String> KEPT =
      Metadata.Key.of("mlestate-step-tokens-kept", Metadata.ASCII_STRING_MARSHALLER);

  private StepTokens() {}
}
