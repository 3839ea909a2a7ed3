package dev.mlestate.gcp.audit;

import com.pulumi.core.Output;
import com.pulumi.gcp.logging.ProjectSink;
import com.pulumi.gcp.logging.ProjectSinkArgs;
import com.pulumi.gcp.projects.IAMAuditConfig;
import com.pulumi.gcp.projects.IAMAuditConfigArgs;
import com.pulumi.gcp.projects.inputs.IAMAuditConfigAuditLogConfigArgs;
import com.pulumi.gcp.storage.BucketIAMMember;
import dev.mlestate.gcp.component.GcpBuilder;
import dev.mlestate.gcp.component.GcpComponent;
import dev.mlestate.gcp.logging.LogStore;
import dev.mlestate.gcp.storage.BucketLock;
import dev.mlestate.gcp.storage.BucketRetention;
import dev.mlestate.gcp.storage.SecureBucket;
import dev.mlestate.model.Audit;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that happens in the project, every read and write of the data services among it: kept
 * in a bucket of its own that is locked, and in a log bucket where one searches.
 *
 * <pre>{@code
 * AuditTrail audit = AuditTrail.builder("vision-dev-audit").project(project).build();
 * }</pre>
 */
public final class AuditTrail extends GcpComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:gcp:AuditTrail";

  /** What holds or serves data, models and keys, by the first part of the service's host. */
  private static final List<String> DATA_SERVICES =
      List.of(
          "aiplatform", "artifactregistry", "bigquery", "cloudkms", "dataplex", "run", "storage");

  /** Activity and system events are recorded anyway; these are not unless asked for. */
  private static final List<String> ACCESS_TYPES = List.of("ADMIN_READ", "DATA_READ", "DATA_WRITE");

  /** Cloud Logging documentation, "Audit logs: Types"; general knowledge, not read. */
  private static final String FILTER =
      "log_id(\"cloudaudit.googleapis.com/activity\")"
          + " OR log_id(\"cloudaudit.googleapis.com/data_access\")"
          + " OR log_id(\"cloudaudit.googleapis.com/policy\")"
          + " OR log_id(\"cloudaudit.googleapis.com/system_event\")";

  private final Map<String, IAMAuditConfig> services = new TreeMap<>();
  private final SecureBucket bucket;
  private final LogStore search;
  private final ProjectSink sink;
  private final BucketIAMMember writer;

  private AuditTrail(Builder builder) {
    super(TYPE, builder);
    for (String service : DATA_SERVICES) {
      services.put(service, record(service));
    }
    bucket = bucket(builder);
    search =
        new LogStore(
            child("search"),
            project(),
            FILTER,
            builder.logRetentionDays,
            builder.keys(),
            parented());
    sink =
        new ProjectSink(
            componentName(),
            ProjectSinkArgs.builder()
                .name(componentName())
                .description("Keeps the audit logs where they cannot be changed")
                .destination(bucket.name().applyValue(name -> "storage.googleapis.com/" + name))
                .filter(FILTER)
                .uniqueWriterIdentity(true)
                .build(),
            parentedDeleteFirst());
    writer =
        bucket.grant(
            child("writer"), "roles/storage.objectCreator", sink.writerIdentity(), parented());
    complete(Map.of("bucketUri", bucket.uri(), "sink", sink.name()));
  }

  /**
   * Starts an audit trail.
   *
   * @param name of the sink, such as vision-dev-audit
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** What is recorded, by service such as storage. */
  public Map<String, IAMAuditConfig> services() {
    return Collections.unmodifiableMap(services);
  }

  public SecureBucket bucket() {
    return bucket;
  }

  /** Where one searches. */
  public LogStore search() {
    return search;
  }

  public ProjectSink sink() {
    return sink;
  }

  /** What lets the sink write the bucket, and nobody else. */
  public BucketIAMMember writer() {
    return writer;
  }

  private IAMAuditConfig record(String service) {
    return new IAMAuditConfig(
        child(service),
        IAMAuditConfigArgs.builder()
            .project(project().id())
            .service(service + ".googleapis.com")
            .auditLogConfigs(
                ACCESS_TYPES.stream()
                    .map(type -> IAMAuditConfigAuditLogConfigArgs.builder().logType(type).build())
                    .toList())
            .build(),
        parented());
  }

  private SecureBucket bucket(Builder builder) {
    if (builder.retentionDays > BucketLock.MOST_DAYS) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          List.of(
              Problem.of(
                  "audit.retentionDays",
                  "Cloud Storage locks a bucket for at most " + BucketLock.MOST_DAYS + " days here",
                  "use " + BucketLock.MOST_DAYS + " or less")));
    }
    return SecureBucket.builder(componentName())
        .project(project())
        .keys(builder.keys())
        .keyDomain(KeyDomain.LOGS)
        .lock(new BucketLock(builder.retentionDays, builder.immutable))
        .retention(BucketRetention.everything(builder.retentionDays))
        .accessLogs(builder.accessLogs)
        .forceDestroy(builder.forceDestroy && !builder.immutable)
        .tags(tags())
        .options(parentedComponent())
        .build();
  }

  /** Builds an {@link AuditTrail}. */
  public static final class Builder extends GcpBuilder<AuditTrail, Builder> {
    private int retentionDays = 365;
    private boolean immutable = true;
    private boolean forceDestroy;
    private int logRetentionDays = 365;
    private Optional<Output<String>> accessLogs = Optional.empty();

    private Builder(String name) {
      super(name);
    }

    /** Days that the trail is locked, and after which it goes. Default: 365. */
    public Builder retentionDays(int value) {
      retentionDays = value;
      return this;
    }

    /** Whether nobody at all can lift the lock; else the project's owner can. Default: true. */
    public Builder immutable(boolean value) {
      immutable = value;
      return this;
    }

    /** Retention and immutability as the environment file has them. */
    public Builder audit(Audit value) {
      return retentionDays(value.retentionDays()).immutable(value.immutable());
    }

    /**
     * Whether deleting the trail deletes its bucket's contents, if not immutable. Default: false.
     */
    public Builder forceDestroy(boolean value) {
      forceDestroy = value;
      return this;
    }

    /** Days that the log bucket, where one searches, keeps events. Default: 365. */
    public Builder logRetentionDays(int value) {
      logRetentionDays = value;
      return this;
    }

    /** Name of the bucket that receives the bucket's usage logs. Default: none are kept. */
    public Builder accessLogs(Output<String> value) {
      accessLogs = Optional.of(value);
      return this;
    }

    @Override
    public AuditTrail build() {
      return new AuditTrail(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
