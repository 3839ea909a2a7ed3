package dev.mlestate.gcp.audit;

import static dev.mlestate.gcp.testing.Given.key;
import static dev.mlestate.gcp.testing.Given.keys;
import static dev.mlestate.gcp.testing.Given.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import dev.mlestate.gcp.testing.Given;
import dev.mlestate.model.Audit;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
  private static final String NAME = "vision-dev-audit-trail";
  private static final String BUCKET = "gcp:storage/bucket:Bucket";
  private static final String SINK = "gcp:logging/projectSink:ProjectSink";

  @Test
  void recordsEveryAccessToData() {
    RecordedStack stack = Given.run(() -> AuditTrail.builder(NAME).project(project()).build());

    assertThat(stack.all("gcp:projects/iAMAuditConfig:IAMAuditConfig"))
        .extracting(config -> config.at("service"))
        .contains("aiplatform.googleapis.com", "bigquery.googleapis.com", "storage.googleapis.com");
    assertThat(stack.all("gcp:projects/iAMAuditConfig:IAMAuditConfig"))
        .allSatisfy(
            config ->
                assertThat(config.at("auditLogConfigs"))
                    .isEqualTo(
                        List.of(
                            Map.of("logType", "ADMIN_READ"),
                            Map.of("logType", "DATA_READ"),
                            Map.of("logType", "DATA_WRITE"))));
  }

  @Test
  void locksWhatItKeepsAndLetsOnlyItsSinkWrite() {
    RecordedStack stack =
        Given.run(() -> AuditTrail.builder(NAME).project(project()).keys(keys()).build());

    Recorded bucket = stack.one(BUCKET);
    assertThat(bucket.at("retentionPolicy"))
        .isEqualTo(Map.of("retentionPeriod", 31536000.0, "isLocked", true));
    assertThat(bucket.at("forceDestroy")).isEqualTo(false);
    assertThat(bucket.at("encryption.defaultKmsKeyName")).isEqualTo(key(KeyDomain.LOGS));
    Recorded sink = stack.one(SINK, NAME);
    assertThat(sink.at("destination"))
        .isEqualTo("storage.googleapis.com/vision-dev-audit-trail-vision-dev-4821");
    assertThat(sink.at("uniqueWriterIdentity")).isEqualTo(true);
    assertThat(String.valueOf(sink.at("filter"))).contains("data_access").contains("activity");
    assertThat(stack.all("gcp:storage/bucketIAMMember:BucketIAMMember"))
        .singleElement()
        .satisfies(grant -> assertThat(grant.at("role")).isEqualTo("roles/storage.objectCreator"));
    assertThat(
            stack
                .one("gcp:logging/projectBucketConfig:ProjectBucketConfig")
                .at("cmekSettings.kmsKeyName"))
        .isEqualTo(key(KeyDomain.LOGS));
  }

  @Test
  void takesAllThatItCan() {
    RecordedStack stack =
        Given.run(
            () ->
                AuditTrail.builder(NAME)
                    .project(project())
                    .audit(new Audit(90, false))
                    .forceDestroy(true)
                    .logRetentionDays(30)
                    .accessLogs(Output.of("logs"))
                    .build());

    Recorded bucket = stack.one(BUCKET);
    assertThat(bucket.at("retentionPolicy"))
        .isEqualTo(Map.of("retentionPeriod", 7776000.0, "isLocked", false));
    assertThat(bucket.at("forceDestroy")).isEqualTo(true);
    assertThat(bucket.at("logging.logBucket")).isEqualTo("logs");
    assertThat(stack.one("gcp:logging/projectBucketConfig:ProjectBucketConfig").at("retentionDays"))
        .isEqualTo(30.0);
  }

  @Test
  void anImmutableTrailNeverGoesWithItsBucket() {
    RecordedStack stack =
        Given.run(
            () ->
                AuditTrail.builder(NAME)
                    .project(project())
                    .immutable(true)
                    .forceDestroy(true)
                    .build());

    assertThat(stack.one(BUCKET).at("forceDestroy")).isEqualTo(false);
  }

  @Test
  void refusesALockThatIsTooLong() {
    assertThatThrownBy(
            () ->
                Given.run(
                    () -> AuditTrail.builder(NAME).project(project()).retentionDays(36500).build()))
        .hasStackTraceContaining(ProblemException.class.getName())
        .hasStackTraceContaining("at most 24855 days");
  }
}
