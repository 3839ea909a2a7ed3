package dev.mlestate.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.resources.Resource;
import dev.mlestate.gcp.encryption.Encryption;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.project.Providers;
import dev.mlestate.gcp.testing.AcceptingGcp;
import dev.mlestate.model.Environment;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.model.KeyManagement;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One estate for all, because each takes a program to run. */
@TestInstance(Lifecycle.PER_CLASS)
class EncryptionTest {
  private static final String KEY = "gcp:kms/cryptoKey:CryptoKey";
  private static final String GRANT = "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember";
  private static final String EXISTING =
      "projects/vision-dev-4821/locations/us-central1/keyRings/hsm/cryptoKeys/secrets";

  private final List<Resource> dataGrants = new ArrayList<>();
  private final RecordedStack stack = with(builder -> builder.rotationDays(90));

  @Test
  void eachDomainHasAKeyThatRotates() {
    assertThat(stack.names(KEY))
        .containsExactly(
            "vision-dev-compute", "vision-dev-data", "vision-dev-logs", "vision-dev-secrets");
    assertThat(stack.all(KEY))
        .allSatisfy(
            key -> {
              assertThat(key.at("rotationPeriod")).isEqualTo("7776000s");
              assertThat(key.at("destroyScheduledDuration")).isEqualTo("2592000s");
              assertThat(key.at("versionTemplate.algorithm"))
                  .isEqualTo("GOOGLE_SYMMETRIC_ENCRYPTION");
            });
  }

  @Test
  void namesAreTheEnginesBecauseTheyAreNeverFreeAgain() {
    assertThat(stack.one("gcp:kms/keyRing:KeyRing").has("name")).isFalse();
    assertThat(stack.all(KEY)).noneMatch(key -> key.has("name"));
  }

  @Test
  void onlyAgentsOfServicesUseKeys() {
    assertThat(stack.all(GRANT))
        .allSatisfy(
            grant -> {
              assertThat(grant.at("role")).isEqualTo("roles/cloudkms.cryptoKeyEncrypterDecrypter");
              assertThat(grant.at("member"))
                  .asString()
                  .startsWith("serviceAccount:")
                  .contains(AcceptingGcp.NUMBER);
            });
    assertThat(members("cryptoKey/vision-dev-secrets"))
        .containsExactly(
            "serviceAccount:service-123456789012@container-engine-robot.iam.gserviceaccount.com",
            "serviceAccount:service-123456789012@gcp-sa-secretmanager.iam.gserviceaccount.com");
    assertThat(members("cryptoKey/vision-dev-logs"))
        .contains("serviceAccount:cmek-p123456789012@gcp-sa-logging.iam.gserviceaccount.com");
  }

  @Test
  void storesCanComeAfterTheGrants() {
    assertThat(dataGrants).hasSize(4);
  }

  @Test
  void anExistingKeyIsUsedAndLeftAlone() {
    RecordedStack existing = with(builder -> builder.existing(Map.of(KeyDomain.SECRETS, EXISTING)));

    assertThat(existing.names(KEY)).doesNotContain("vision-dev-secrets").hasSize(3);
    assertThat(existing.all(GRANT)).noneMatch(grant -> grant.at("cryptoKeyId").equals(EXISTING));
  }

  @Test
  void whereGoogleManagesTheKeysNoneIsMade() {
    RecordedStack managed = with(builder -> builder.keys(KeyManagement.PROVIDER_MANAGED));

    assertThat(managed.resources())
        .extracting(Recorded::type)
        .containsExactly("mlestate:gcp:Encryption", "pulumi:providers:gcp");
  }

  private Set<Object> members(String key) {
    Set<Object> members = new TreeSet<>();
    stack.all(GRANT).stream()
        .filter(grant -> grant.at("cryptoKeyId").equals(key))
        .forEach(grant -> members.add(grant.at("member")));
    return members;
  }

  private RecordedStack with(UnaryOperator<Encryption.Builder> setting) {
    return RecordedStack.of(
        new AcceptingGcp(),
        () -> {
          Environment environment = Plans.dev();
          Providers providers = Providers.of("vision-dev", environment);
          Encryption encryption =
              setting
                  .apply(
                      Encryption.builder("vision-dev")
                          .options(providers.options())
                          .project(GcpProject.of(environment, providers))
                          .providers(providers))
                  .build();
          dataGrants.clear();
          dataGrants.addAll(encryption.keys().grants(KeyDomain.DATA));
        });
  }
}
