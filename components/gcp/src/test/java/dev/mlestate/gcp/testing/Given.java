package dev.mlestate.gcp.testing;

import com.pulumi.core.Output;
import dev.mlestate.gcp.encryption.EncryptionKeys;
import dev.mlestate.gcp.network.NetworkAccess;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.project.Providers;
import dev.mlestate.gcp.storage.SecureBucket;
import dev.mlestate.model.Environment;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What components are given in tests. Outputs are made anew for each program. */
public final class Given {
  /** The tags that every estate has. */
  public static final Map<String, String> TAGS =
      Map.of(
          "owner", "ml@example.com",
          "team", "shared",
          "cost-center", "ml-1",
          "environment", "dev",
          "data-classification", "internal",
          "estate", "vision");

  /** The tags as labels. */
  public static final Map<String, String> LABELS =
      Map.of(
          "owner", "ml_example_com",
          "team", "shared",
          "cost-center", "ml-1",
          "environment", "dev",
          "data-classification", "internal",
          "estate", "vision");

  private Given() {}

  /** Runs a program against a project that accepts everything. */
  public static RecordedStack run(Runnable program) {
    return RecordedStack.of(new AcceptingGcp(), program);
  }

  public static GcpProject project() {
    return new GcpProject(
        AcceptingGcp.PROJECT,
        AcceptingGcp.REGION,
        Output.of(AcceptingGcp.NUMBER),
        Output.of(AcceptingGcp.BILLING_ACCOUNT));
  }

  /** environments/dev-gcp.yaml. */
  public static Environment environment() {
    return EnvironmentReader.read(
            Path.of(System.getProperty("mlestate.root"), "environments", "dev-gcp.yaml"))
        .environment();
  }

  public static Providers providers() {
    return Providers.of("vision-dev", environment());
  }

  /** A key for each domain. */
  public static EncryptionKeys keys() {
    Map<KeyDomain, Output<String>> ids = new EnumMap<>(KeyDomain.class);
    for (KeyDomain domain : KeyDomain.values()) {
      ids.put(domain, Output.of(key(domain)));
    }
    return EncryptionKeys.of(ids, Map.of());
  }

  public static String key(KeyDomain domain) {
    return "projects/"
        + AcceptingGcp.PROJECT
        + "/locations/us-central1/keyRings/vision-dev/cryptoKeys/"
        + domain.word();
  }

  public static NetworkAccess network() {
    return new NetworkAccess(
        Output.of("projects/vision-dev-4821/global/networks/vision-dev"),
        Output.of("vision-dev"),
        List.of(Output.of("projects/vision-dev-4821/regions/us-central1/subnetworks/vision-dev-a")),
        List.of());
  }

  /** A bucket of artifacts. */
  public static SecureBucket artifacts() {
    return SecureBucket.builder("vision-dev-model-artifacts").project(project()).build();
  }
}
