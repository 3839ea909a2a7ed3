package dev.mlestate.conformance.kill;

import dev.mlestate.conformance.kill.KillPoint.Kind;
import io.grpc.BindableService;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import java.util.Set;

/** A provider with a snare before each change that it makes and before it answers. */
final class SnaredProvider implements ServerInterceptor {
  private static final Set<String> CHANGES = Set.of("Create", "Update", "Delete");

  private final Snare snare;

  private SnaredProvider(Snare snare) {
    this.snare = snare;
  }

  static BindableService of(BindableService provider, Snare snare) {
    return () -> ServerInterceptors.intercept(provider, new SnaredProvider(snare));
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String method = String.valueOf(call.getMethodDescriptor().getBareMethodName());
    if (!CHANGES.contains(method)) {
      return next.startCall(call, headers);
    }
    snare.pass(Kind.REQUEST);
    return next.startCall(
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void sendMessage(A answer) {
            snare.pass(Kind.ANSWER);
            super.sendMessage(answer);
          }
        },
        headers);
  }
}
