package dev.mlestate.benchmark;

import dev.mlestate.simulated.CloudOptions;
import dev.mlestate.simulated.SimulatedAws;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The real Pulumi CLI with its state in a folder, on a simulated AWS that this process serves. */
final class PulumiCli implements AutoCloseable {
  private final Path folder;
  private final Server aws;

  private PulumiCli(Path folder, Server aws) {
    this.folder = folder;
    this.aws = aws;
  }

  static PulumiCli start(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("state"));
    Server aws =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .maxInboundMessageSize(Integer.MAX_VALUE)
            .addService(
                SimulatedAws.open(CloudOptions.of(folder.resolve("aws"), "123456789012"))
                    .provider())
            .build()
            .start();
    return new PulumiCli(folder, aws);
  }

  /** One invocation that is measured. */
  @FunctionalInterface
  interface Invocation {
    MeasuredProcess.Run run() throws IOException, InterruptedException;
  }

  /** Makes the stack; all programs are of one project and share it. */
  void initialise(Path program) throws IOException, InterruptedException {
    MeasuredProcess.Run unused = run(program, "stack", "init", ProgramFolder.STACK);
  }

  Invocation preview(Path program) {
    return () -> run(program, "preview", "--stack", ProgramFolder.STACK);
  }

  Invocation up(Path program) {
    return () -> run(program, "up", "--yes", "--skip-preview", "--stack", ProgramFolder.STACK);
  }

  private MeasuredProcess.Run run(Path program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("pulumi", "--non-interactive"));
    command.addAll(List.of(arguments));
    return MeasuredProcess.run(
        command,
        program,
        Map.of(
            "PULUMI_DEBUG_PROVIDERS",
            "aws:" + aws.getPort(),
            "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION",
            "true",
            "PULUMI_SKIP_UPDATE_CHECK",
            "true",
            "PULUMI_CONFIG_PASSPHRASE",
            "benchmark",
            "PULUMI_HOME",
            folder.resolve("home").toString(),
            "PULUMI_BACKEND_URL",
            "file://" + folder.resolve("state")),
        folder.resolve("pulumi.log"));
  }

  @Override
  public void close() {
    aws.shutdownNow();
  }
}
