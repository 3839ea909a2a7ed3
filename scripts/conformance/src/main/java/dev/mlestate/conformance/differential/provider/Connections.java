package dev.mlestate.conformance.differential.provider;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/**
 * Tells the calls of one connection from those of another: the CLI opens one for each provider
 * resource and configures it there.
 */
final class Connections implements ServerInterceptor {
  private static final Context.Key<String> CONNECTION = Context.key("connection");

  /** The connection of the call under way; the same text for all calls in process. */
  static String current() {
    String connection = CONNECTION.get();
    return connection == null ? "" : connection;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String peer = String.valueOf(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
    return Contexts.interceptCall(
        Context.current().withValue(CONNECTION, peer), call, headers, next);
  }
}
