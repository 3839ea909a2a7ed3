package dev.mlestate.aws.planning;

import dev.mlestate.model.Serving;
import dev.mlestate.planning.Draft;
import dev.mlestate.planning.ServerlessShape;
import dev.mlestate.planning.Text;

/** The sizes of SageMaker's serverless endpoints. */
final class SageMakerServerless {
  private static final int MIB_PER_GIB = 1024;

  /** SageMaker API, ServerlessMemorySizeInMB 1024 to 6144 in steps of 1024 (botocore 1.43.11). */
  private static final int MAX_SERVERLESS_GIB = 6;

  /** SageMaker API, ServerlessMaxConcurrency 1 to 200 (botocore 1.43.11, 2026-05-20). */
  private static final int MAX_SERVERLESS_CONCURRENCY = 200;

  private final Draft draft;

  SageMakerServerless(Draft draft) {
    this.draft = draft;
  }

  ServerlessShape shape(String path, Serving serving) {
    if (serving.accelerator().isPresent()) {
      draft.problem(
          path + ".accelerator",
          "SageMaker's serverless endpoints have no accelerators",
          "use kind: realtime, or remove accelerator");
    }
    if (serving.capture().percent() > 0) {
      draft.problem(
          path + ".capture.percent",
          "SageMaker's serverless endpoints cannot capture requests",
          "use 0, or kind: realtime");
    }
    if (serving.replicas().max() > MAX_SERVERLESS_CONCURRENCY) {
      draft.problem(
          path + ".replicas.max",
          "a serverless endpoint of SageMaker serves at most "
              + MAX_SERVERLESS_CONCURRENCY
              + " requests at once, not "
              + serving.replicas().max(),
          "use " + MAX_SERVERLESS_CONCURRENCY + ", or kind: realtime");
    }
    double asked = serving.cpu().memoryGib();
    int gib = (int) Math.max(1, Math.ceil(Math.min(asked, MAX_SERVERLESS_GIB)));
    if (asked > MAX_SERVERLESS_GIB) {
      draft.problem(
          path + ".cpu.memoryGib",
          "a serverless endpoint of SageMaker has at most "
              + MAX_SERVERLESS_GIB
              + " GiB, not "
              + Text.number(asked),
          "use " + MAX_SERVERLESS_GIB + ", or kind: realtime");
    }
    int mib = gib * MIB_PER_GIB;
    draft.decide(
        serving.name(),
        "serverless with "
            + Text.number(mib)
            + " MiB, up to "
            + Text.count(serving.replicas().max(), "request")
            + " at once",
        gib == asked
            ? "what was asked for; costs nothing while idle"
            : "the smallest step of 1 GiB with " + Text.number(asked) + " GiB");
    return new ServerlessShape(0, mib, 0);
  }
}
