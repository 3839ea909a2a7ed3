package dev.mlestate.application;

import dev.mlestate.model.EnvironmentReader;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Serves the simulated clouds of an environment to the real Pulumi CLI, over loopback. */
public final class ServeClouds implements AutoCloseable {
  private final SortedMap<String, Server> servers;

  private ServeClouds(SortedMap<String, Server> servers) {
    this.servers = servers;
  }

  /**
   * Starts a provider for each cloud, on free ports.
   *
   * @throws dev.mlestate.problem.ProblemException if the environment or a cloud's record cannot be
   *     read
   */
  public static ServeClouds start(Workspace workspace, Map<String, String> variables) {
    SortedMap<String, Server> servers = new TreeMap<>();
    SimulatedClouds clouds =
        SimulatedClouds.open(
            workspace,
            EnvironmentReader.read(workspace.environmentFile()).environment(),
            variables);
    clouds.services().forEach((name, provider) -> servers.put(name, serve(provider.get())));
    return new ServeClouds(servers);
  }

  private static Server serve(BindableService provider) {
    try {
      return NettyServerBuilder.forAddress(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
          .maxInboundMessageSize(Integer.MAX_VALUE)
          .addService(provider)
          .build()
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("a simulated cloud cannot listen on loopback", e);
    }
  }

  /** The value of PULUMI_DEBUG_PROVIDERS that leads the Pulumi CLI to these clouds. */
  public String debugProviders() {
    return servers.entrySet().stream()
        .map(each -> each.getKey() + ":" + each.getValue().getPort())
        .collect(Collectors.joining(","));
  }

  /** Serves until this thread is interrupted or the process ends. */
  public void await() throws InterruptedException {
    for (Server server : servers.values()) {
      server.awaitTermination();
    }
  }

  @Override
  public void close() {
    servers.values().forEach(Server::shutdownNow);
  }
}
