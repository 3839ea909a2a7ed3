package dev.mlestate.engine.monitor;

import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.step.Deployment;
import dev.mlestate.engine.step.RunFailedException;
import dev.mlestate.wire.MalformedValueException;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Answers to the program. */
final class Replies {
  private Replies() {}

  static <T> void send(StreamObserver<T> observer, T value) {
    observer.onNext(value);
    observer.onCompleted();
  }

  /** Answers when the result is there; a failure stops the run and tells the program to end. */
  static <T> void reply(
      StreamObserver<T> observer, Deployment deployment, Supplier<CompletableFuture<T>> answer) {
    CompletableFuture<T> result;
    try {
      result = answer.get();
    } catch (RunFailedException | MalformedValueException | AnswerException e) {
      refuse(observer, deployment, e);
      return;
    }
    CompletableFuture<Void> unused =
        result.handle(
            (value, error) -> {
              if (error == null) {
                send(observer, value);
              } else {
                refuse(observer, deployment, error);
              }
              return null;
            });
  }

  static <T> void refuse(StreamObserver<T> observer, Deployment deployment, Throwable error) {
    Throwable cause =
        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    if (cause instanceof AnswerException) {
      observer.onError(Status.UNKNOWN.withDescription(cause.getMessage()).asRuntimeException());
      return;
    }
    Failure failure =
        cause instanceof RunFailedException failed
            ? failed.failure()
            : new Failure(Failure.Kind.INVALID, "", String.valueOf(cause.getMessage()));
    if (deployment.failure().isEmpty()) {
      deployment.run().reporter().say(Severity.ERROR, failure.urn(), failure.message());
      deployment.stop(failure);
    }
    observer.onError(
        Status.UNAVAILABLE
            .withDescription("resource monitor shut down: " + failure.message())
            .asRuntimeException());
  }
}
