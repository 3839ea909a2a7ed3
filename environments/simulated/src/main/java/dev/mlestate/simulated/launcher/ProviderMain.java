package dev.mlestate.simulated.launcher;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.simulated.SimulatedAws;
import dev.mlestate.simulated.SimulatedAwsOptions;
import dev.mlestate.simulated.SimulatedKubernetes;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Serves a simulated cloud as a Pulumi provider: {@code ProviderMain <aws|kubernetes>}. The first
 * line on stdout is the port on the loopback address.
 *
 * <p>Environment: {@code MLESTATE_SIMULATED_RECORD} is the folder of the record (default: {@code
 * .mlestate/cloud} here), {@code MLESTATE_SIMULATED_ACCOUNT} the account, {@code
 * MLESTATE_SIMULATED_EXISTING} ids of what the company had before, separated by commas.
 *
 * <p>A process answers for one provider: it takes the same settings again and refuses others.
 * Regions and clusters with providers of their own need a process each.
 */
public final class ProviderMain {
  private ProviderMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int status = run(arguments, System.getenv(), System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    Server server;
    try {
      server = start(arguments, environment);
    } catch (ProblemException e) {
      for (Problem problem : e.problems()) {
        err.println("error: " + problem.reason());
        problem.remedy().ifPresent(remedy -> err.println("  " + remedy));
      }
      return 1;
    }
    out.write((server.getPort() + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    server.awaitTermination();
    return 0;
  }

  static Server start(String[] arguments, Map<String, String> environment) throws IOException {
    return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .maxInboundMessageSize(Integer.MAX_VALUE)
        .addService(service(arguments.length > 0 ? arguments[0] : "", environment))
        .build()
        .start();
  }

  private static BindableService service(String cloud, Map<String, String> environment) {
    Path folder = Path.of(environment.getOrDefault("MLESTATE_SIMULATED_RECORD", ".mlestate/cloud"));
    return switch (cloud) {
      case "aws" ->
          SimulatedAws.open(
                  new SimulatedAwsOptions(
                      folder.resolve("aws"),
                      Optional.ofNullable(environment.get("MLESTATE_SIMULATED_ACCOUNT")),
                      existing(environment)))
              .provider();
      case "kubernetes" -> SimulatedKubernetes.open(folder.resolve("kubernetes")).provider();
      default ->
          throw new ProblemException(
              ErrorKind.CONFIGURATION,
              Problem.of("", "no such cloud: \"" + cloud + "\"", "say aws or kubernetes"));
    };
  }

  private static Set<String> existing(Map<String, String> environment) {
    return Arrays.stream(environment.getOrDefault("MLESTATE_SIMULATED_EXISTING", "").split(",", -1))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
