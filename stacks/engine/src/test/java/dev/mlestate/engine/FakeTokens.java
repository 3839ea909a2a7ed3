package dev.mlestate.engine;

import dev.mlestate.wire.StepTokens;
import io.grpc.BindableService;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import java.util.Optional;

/** Hands step tokens to the fake provider and says that it keeps them. */
final class FakeTokens implements ServerInterceptor {
  private static final Context.Key<String> TOKEN = Context.key("token");

  static BindableService keptBy(BindableService service) {
    return () -> ServerInterceptors.intercept(service, new FakeTokens());
  }

  static Optional<String> current() {
    return Optional.ofNullable(TOKEN.get());
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    ServerCall<Q, A> answering =
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void sendHeaders(Metadata answer) {
            answer.put(StepTokens.KEPT, "true");
            super.sendHeaders(answer);
          }
        };
    return Contexts.interceptCall(
        Context.current().withValue(TOKEN, headers.get(StepTokens.TOKEN)),
        answering,
        headers,
        next);
  }
}
