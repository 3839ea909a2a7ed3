package dev.mlestate.engine.provider;

import io.grpc.Channel;
import java.util.Optional;

/** Where the providers of packages come from. */
@FunctionalInterface
public interface ProviderSource {
  /**
   * Connects to an instance of the package's provider that nobody has configured yet. Each provider
   * resource has an instance of its own, as with Pulumi.
   *
   * @param packageName such as {@code aws}
   * @param version the version that the program's SDK asks for
   * @return empty if there is no such provider
   */
  Optional<Connection> connect(String packageName, Optional<String> version);

  /** A connection to a provider, in process or over TCP. */
  interface Connection extends AutoCloseable {
    Channel channel();

    /** Ends the connection; never fails. */
    @Override
    void close();
  }
}
