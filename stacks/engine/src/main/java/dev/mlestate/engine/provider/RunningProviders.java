package dev.mlestate.engine.provider;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/**
 * Providers that somebody else has started on this machine, as {@code PULUMI_DEBUG_PROVIDERS} names
 * them: {@code aws:12345,random:4567}. They are attached to, and never ended.
 */
public final class RunningProviders implements ProviderSource, AutoCloseable {
  /** The environment variable with names and ports. */
  public static final String VARIABLE = "PULUMI_DEBUG_PROVIDERS";

  // What the CLI and the SDKs allow, 400 MiB.
  private static final int MAXIMUM_MESSAGE_BYTES = 400 * 1024 * 1024;

  private static final int CONNECT_MILLIS = 5_000;
  private static final int HIGHEST_PORT = 65_535;

  private final SortedMap<String, Integer> ports;
  private final ProviderLog log;

  private RunningProviders(SortedMap<String, Integer> ports, ProviderLog log) {
    this.ports = Collections.unmodifiableSortedMap(ports);
    this.log = log;
  }

  /**
   * The providers that the environment names; they are looked for when they are needed.
   *
   * @param log where what they say goes
   * @throws ProblemException of kind CONFIGURATION if the variable is malformed
   */
  public static RunningProviders named(Map<String, String> environment, ProviderLog log) {
    SortedMap<String, Integer> ports = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    for (String entry : environment.getOrDefault(VARIABLE, "").split(",", -1)) {
      if (entry.isBlank()) {
        continue;
      }
      String[] parts = entry.strip().split(":", 2);
      Optional<Integer> port = parts.length == 2 ? port(parts[1]) : Optional.empty();
      if (parts[0].isEmpty() || port.isEmpty()) {
        problems.add(
            Problem.of(
                VARIABLE,
                "\"" + entry.strip() + "\" names no provider and its port",
                "write name:port, such as aws:12345, with commas between them"));
      } else {
        ports.putIfAbsent(parts[0], port.get());
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(ErrorKind.CONFIGURATION, problems);
    }
    return new RunningProviders(ports, log);
  }

  private static Optional<Integer> port(String text) {
    try {
      int port = Integer.parseInt(text);
      return port > 0 && port <= HIGHEST_PORT ? Optional.of(port) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The packages that they are for. */
  public Set<String> packages() {
    return ports.keySet();
  }

  /**
   * Attaches to a provider.
   *
   * @throws ProblemException if nothing listens at its port, or what listens is no provider
   */
  @Override
  public Optional<Connection> connect(String packageName, Optional<String> version) {
    @Nullable Integer port = ports.get(packageName);
    if (port == null) {
      return Optional.empty();
    }
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (Socket socket = new Socket()) {
      socket.connect(address, CONNECT_MILLIS);
    } catch (IOException e) {
      throw problem(packageName, port, "nothing listens there");
    }
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(address)
            .usePlaintext()
            .maxInboundMessageSize(MAXIMUM_MESSAGE_BYTES)
            .build();
    try {
      attach(ResourceProviderGrpc.newBlockingStub(channel));
    } catch (StatusRuntimeException e) {
      channel.shutdownNow();
      throw problem(packageName, port, "what listens there refuses: " + e.getStatus());
    }
    return Optional.of(new Remote(channel));
  }

  /** Both calls are optional for a provider. */
  private void attach(ResourceProviderBlockingStub provider) {
    try {
      var unused =
          provider.handshake(
              ProviderHandshakeRequest.newBuilder()
                  .setEngineAddress(log.address())
                  .setConfigureWithUrn(true)
                  .setInvokeWithPreview(true)
                  .build());
    } catch (StatusRuntimeException e) {
      rethrowUnlessUnimplemented(e);
    }
    try {
      var unused = provider.attach(PluginAttach.newBuilder().setAddress(log.address()).build());
    } catch (StatusRuntimeException e) {
      rethrowUnlessUnimplemented(e);
    }
  }

  private static void rethrowUnlessUnimplemented(StatusRuntimeException failure) {
    if (failure.getStatus().getCode() != Status.Code.UNIMPLEMENTED) {
      throw failure;
    }
  }

  private static ProblemException problem(String packageName, int port, String reason) {
    return new ProblemException(
        ErrorKind.CONFIGURATION,
        Problem.of(
            VARIABLE,
            "the provider of the package '%s' is not reached at 127.0.0.1:%d: %s"
                .formatted(packageName, port, reason),
            "start the provider, and name the port that it prints, or take it out of " + VARIABLE));
  }

  private record Remote(ManagedChannel managed) implements Connection {
    @Override
    public Channel channel() {
      return managed;
    }

    @Override
    public void close() {
      managed.shutdownNow();
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
