package dev.mlestate.simulated.provider;

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
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider of a simulated cloud that hears of step tokens and says that it keeps them. */
public final class TokenService implements BindableService {
  private static final Context.Key<String> TOKEN = Context.key("step-token");

  private final BindableService service;

  /** The provider of a cloud. */
  public TokenService(Cloud cloud) {
    this.service = new ProviderService(cloud);
  }

  /** The token of the call under way; empty if it has none. */
  static Optional<String> token() {
    return Optional.ofNullable(TOKEN.get());
  }

  @Override
  public ServerServiceDefinition bindService() {
    return ServerInterceptors.intercept(service, new Interceptor());
  }

  private static final class Interceptor implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      @Nullable String token = headers.get(StepTokens.TOKEN);
      ServerCall<Q, A> answering =
          new SimpleForwardingServerCall<>(call) {
            @Override
            public void sendHeaders(Metadata answer) {
              answer.put(StepTokens.KEPT, "true");
              super.sendHeaders(answer);
            }

            @Override
            public void close(Status status, Metadata trailers) {
              if (token != null) {
                trailers.put(StepTokens.TOKEN, token);
              }
              super.close(status, trailers);
            }
          };
      return token == null || token.isEmpty()
          ? next.startCall(answering, headers)
          : Contexts.interceptCall(
              Context.current().withValue(TOKEN, token), answering, headers, next);
    }
  }
}
