package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.engine.provider.ProviderLog;
import dev.mlestate.engine.provider.RunningProviders;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What PULUMI_DEBUG_PROVIDERS may say; a provider that is reached is in the command line's test.
 */
class RunningProvidersTest {
  private static RunningProviders named(String value) {
    return RunningProviders.named(
        Map.of("PULUMI_DEBUG_PROVIDERS", value), new ProviderLog(said -> {}));
  }

  @Test
  void namesAndPortsAreReadAndOthersAreNotThere() {
    assertThat(named("aws:12345,random:4567").packages()).containsExactly("aws", "random");
    assertThat(named("aws:12345").connect("gcp", Optional.empty())).isEmpty();
    assertThat(named("").packages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "aws:", "aws:x", "aws:0", "aws:70000", ":1"})
  void whatIsNoNameAndPortIsAProblem(String value) {
    assertThatThrownBy(() -> named(value))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(value);
  }

  @Test
  void aPortWhereNothingListensIsAProblem() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThatThrownBy(() -> named("aws:" + port).connect("aws", Optional.empty()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("nothing listens there");
  }
}
