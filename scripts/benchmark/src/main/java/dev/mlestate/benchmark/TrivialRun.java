package dev.mlestate.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program against {@link TrivialMonitor}, started as Pulumi's host for Java does. */
record TrivialRun(TrivialMonitor monitor, Path log, int buckets) {
  MeasuredProcess.Run run(Path program) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    int before = monitor.takeRegistered();
    MeasuredProcess.Run run =
        MeasuredProcess.run(
            List.of(java, "-jar", "program.jar"),
            program,
            Map.of(
                "PULUMI_MONITOR",
                monitor.address(),
                "PULUMI_ENGINE",
                monitor.address(),
                "PULUMI_PROJECT",
                ProgramFolder.PROJECT,
                "PULUMI_STACK",
                ProgramFolder.STACK,
                "PULUMI_DRY_RUN",
                "true",
                "PULUMI_PARALLEL",
                "16",
                "PULUMI_CONFIG",
                "{\"%s:buckets\":\"%d\",\"aws:region\":\"us-east-1\"}"
                    .formatted(ProgramFolder.PROJECT, buckets),
                "PULUMI_CONFIG_SECRET_KEYS",
                "[]"),
            log);
    int registered = monitor.takeRegistered();
    // The stack, the key, and two for each bucket.
    if (before != 0 || registered != 2 * buckets + 2) {
      throw new IOException(
          "the program registered " + registered + " resources, " + before + " of them too late");
    }
    return run;
  }
}
