package dev.mlestate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The compiled rules are checked in; they must not be older than their sources. */
class CompiledRulesTest {
  private static final Path HASHES =
      Estates.POLICIES.resolve("evaluator/src/main/wasm/rules.sources");

  private static Map<String, String> recorded() throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (String line : Files.readAllLines(HASHES)) {
      hashes.put(line.substring(66), line.substring(0, 64));
    }
    return hashes;
  }

  @Test
  void theCompiledRulesAreAsNewAsTheirSources() throws Exception {
    Map<String, String> actual = new TreeMap<>();
    for (String file : recorded().keySet()) {
      actual.put(file, sha256(Estates.POLICIES.resolve(file)));
    }
    assertThat(actual).as("run scripts/policies build").isEqualTo(recorded());
  }

  @Test
  void noSourceIsLeftOut() throws IOException {
    TreeSet<String> sources = new TreeSet<>();
    try (Stream<Path> paths = Files.walk(Estates.POLICIES.resolve("rego"))) {
      paths
          .map(path -> Estates.POLICIES.relativize(path).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".rego") && !name.endsWith("_test.rego"))
          .forEach(sources::add);
    }
    assertThat(recorded().keySet().stream().filter(name -> name.startsWith("rego/")))
        .as("run scripts/policies build")
        .containsExactlyElementsOf(sources);
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
