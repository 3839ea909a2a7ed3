package dev.mlestate.aws.audit;

import com.pulumi.aws.cloudtrail.Trail;
import com.pulumi.aws.cloudtrail.TrailArgs;
import com.pulumi.aws.cloudtrail.inputs.TrailEventSelectorArgs;
import com.pulumi.aws.cloudtrail.inputs.TrailEventSelectorDataResourceArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.core.Output;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.ServiceRole;
import dev.mlestate.aws.network.LogRetention;
import dev.mlestate.aws.storage.BucketEncryption;
import dev.mlestate.aws.storage.BucketRetention;
import dev.mlestate.aws.storage.ObjectLock;
import dev.mlestate.aws.storage.SecureBucket;
import dev.mlestate.model.Audit;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happens in the account, in all regions, and every access to the objects of some
 * buckets: validated, encrypted with a key of its own, and locked in a bucket of its own.
 *
 * <pre>{@code
 * AuditTrail audit = AuditTrail.builder("vision-dev-audit").account(account).build();
 * }</pre>
 */
public final class AuditTrail extends EstateComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:aws:AuditTrail";

  private final Key key;
  private final Alias alias;
  private final SecureBucket bucket;
  private final LogGroup logGroup;
  private final ServiceRole logRole;
  private final Trail trail;

  private AuditTrail(Builder builder) {
    super(TYPE, builder);
    AwsAccount account = ComponentBuilder.required(builder.account, "account");
    TrailPolicies policies = new TrailPolicies(account, componentName());
    String logGroupName = "/mlestate/" + componentName();
    key =
        new Key(
            componentName(),
            KeyArgs.builder()
                .description("Encrypts the trail " + componentName())
                .enableKeyRotation(true)
                .rotationPeriodInDays(builder.rotationDays)
                .deletionWindowInDays(builder.deletionWindowDays)
                .policy(policies.key(logGroupName).json())
                .tags(tagsNamed(componentName()))
                .build(),
            parented());
    alias =
        new Alias(
            componentName(),
            AliasArgs.builder().name("alias/" + componentName()).targetKeyId(key.keyId()).build(),
            parented());
    bucket = bucket(account, policies, builder);
    logGroup =
        new LogGroup(
            componentName(),
            LogGroupArgs.builder()
                .name(logGroupName)
                .kmsKeyId(key.arn())
                .retentionInDays(LogRetention.atLeast(builder.logRetentionDays))
                .tags(tags())
                .build(),
            parented());
    logRole =
        ServiceRole.create(
            child("log"),
            "cloudtrail.amazonaws.com",
            account,
            policies.logGroup(logGroupName),
            tags(),
            parented());
    trail = trail(account, builder.dataEvents);
    complete(Map.of("bucketUri", bucket.uri(), "trailArn", trail.arn()));
  }

  /**
   * Starts an audit trail.
   *
   * @param name of the trail, such as vision-dev-audit
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  public Key key() {
    return key;
  }

  public Alias alias() {
    return alias;
  }

  public SecureBucket bucket() {
    return bucket;
  }

  public LogGroup logGroup() {
    return logGroup;
  }

  /** The role by which CloudTrail writes the log group. */
  public ServiceRole logRole() {
    return logRole;
  }

  public Trail trail() {
    return trail;
  }

  private SecureBucket bucket(AwsAccount account, TrailPolicies policies, Builder builder) {
    String name = SecureBucket.bucketName(componentName(), account);
    return SecureBucket.builder(componentName())
        .account(account)
        .encryption(BucketEncryption.of(Optional.of(key.arn()), account))
        .objectLock(
            new ObjectLock(
                builder.immutable ? ObjectLock.Mode.COMPLIANCE : ObjectLock.Mode.GOVERNANCE,
                builder.retentionDays))
        .retention(BucketRetention.everything(builder.retentionDays))
        .accessLogs(builder.accessLogs)
        .forceDestroy(builder.forceDestroy && !builder.immutable)
        .statements(policies.bucket(name))
        .tags(tags())
        .options(parentedComponent())
        .build();
  }

  private Trail trail(AwsAccount account, List<SecureBucket> dataEvents) {
    var events =
        TrailEventSelectorArgs.builder().readWriteType("All").includeManagementEvents(true);
    if (!dataEvents.isEmpty()) {
      events.dataResources(
          TrailEventSelectorDataResourceArgs.builder()
              .type("AWS::S3::Object")
              .values(
                  Output.all(
                      dataEvents.stream()
                          .map(watched -> watched.arn().applyValue(arn -> arn + "/"))
                          .toList()))
              .build());
    }
    return new Trail(
        componentName(),
        TrailArgs.builder()
            .name(componentName())
            .s3BucketName(bucket.name())
            .kmsKeyId(key.arn())
            .isMultiRegionTrail(true)
            .includeGlobalServiceEvents(true)
            .enableLogFileValidation(true)
            .enableLogging(true)
            .eventSelectors(events.build())
            .cloudWatchLogsGroupArn(
                logGroup.name().applyValue(name -> account.arn("logs", "log-group:" + name + ":*")))
            .cloudWatchLogsRoleArn(logRole.arn())
            .tags(tags())
            .build(),
        parentedAfter(logRole.policies()));
  }

  /** Builds an {@link AuditTrail}. */
  public static final class Builder extends ComponentBuilder<AuditTrail, Builder> {
    private @Nullable AwsAccount account;
    private int retentionDays = 365;
    private boolean immutable = true;
    private boolean forceDestroy;
    private int logRetentionDays = 365;
    private int rotationDays = 365;
    private int deletionWindowDays = 30;
    private Optional<Output<String>> accessLogs = Optional.empty();
    private List<SecureBucket> dataEvents = List.of();

    private Builder(String name) {
      super(name);
    }

    /** Account and region. Required. */
    public Builder account(AwsAccount value) {
      account = value;
      return this;
    }

    /** Days that the trail is locked, and after which it goes. Default: 365. */
    public Builder retentionDays(int value) {
      retentionDays = value;
      return this;
    }

    /** Whether nobody at all can lift the lock; else a permission can. Default: true. */
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

    /** Days that the log group, where one searches, keeps events at the least. Default: 365. */
    public Builder logRetentionDays(int value) {
      logRetentionDays = value;
      return this;
    }

    /** Days between rotations of the key, 90 to 2560. Default: 365. */
    public Builder rotationDays(int value) {
      rotationDays = value;
      return this;
    }

    /** Days in which a deletion of the key can be undone, 7 to 30. Default: 30. */
    public Builder deletionWindowDays(int value) {
      deletionWindowDays = value;
      return this;
    }

    /** Name of the bucket that receives the bucket's access logs. Default: none are kept. */
    public Builder accessLogs(Output<String> value) {
      accessLogs = Optional.of(value);
      return this;
    }

    /** Buckets whose objects' reads and writes are recorded. Default: none. */
    public Builder dataEvents(List<SecureBucket> value) {
      dataEvents = List.copyOf(value);
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
