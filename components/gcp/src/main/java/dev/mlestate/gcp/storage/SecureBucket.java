package dev.mlestate.gcp.storage;

import com.pulumi.core.Output;
import com.pulumi.gcp.storage.Bucket;
import com.pulumi.gcp.storage.BucketArgs;
import com.pulumi.gcp.storage.BucketIAMMember;
import com.pulumi.gcp.storage.BucketIAMMemberArgs;
import com.pulumi.gcp.storage.inputs.BucketEncryptionArgs;
import com.pulumi.gcp.storage.inputs.BucketLoggingArgs;
import com.pulumi.gcp.storage.inputs.BucketRetentionPolicyArgs;
import com.pulumi.gcp.storage.inputs.BucketVersioningArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.gcp.component.GcpBuilder;
import dev.mlestate.gcp.component.GcpComponent;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.pulumi.Names;
import java.util.Map;
import java.util.Optional;

/**
 * A bucket in one region whose access is decided by IAM alone and never public, encrypted,
 * versioned, and whose old versions expire.
 *
 * <pre>{@code
 * SecureBucket bucket = SecureBucket.builder("vision-dev-raw").project(project).build();
 * }</pre>
 */
public final class SecureBucket extends GcpComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:gcp:SecureBucket";

  /**
   * The longest name of a bucket (Cloud Storage documentation, "About buckets: Bucket names";
   * general knowledge, not read).
   */
  private static final int MAX_NAME_LENGTH = 63;

  private final Bucket bucket;
  private final String bucketName;

  private SecureBucket(Builder builder) {
    super(TYPE, builder);
    bucketName = bucketName(builder.name(), project());
    var args =
        BucketArgs.builder()
            .name(bucketName)
            .location(project().region())
            .storageClass("STANDARD")
            .uniformBucketLevelAccess(true)
            .publicAccessPrevention("enforced")
            .lifecycleRules(builder.retention.rules())
            .forceDestroy(builder.forceDestroy)
            .labels(labels());
    key(builder.keyDomain)
        .ifPresent(
            key -> args.encryption(BucketEncryptionArgs.builder().defaultKmsKeyName(key).build()));
    // A locked bucket's objects have no versions, since none can be replaced or deleted.
    args.versioning(
        BucketVersioningArgs.builder()
            .enabled(builder.versioning && builder.lock.isEmpty())
            .build());
    builder.lock.ifPresent(
        lock ->
            args.retentionPolicy(
                BucketRetentionPolicyArgs.builder()
                    .retentionPeriod(lock.seconds())
                    .isLocked(lock.permanent())
                    .build()));
    builder.accessLogs.ifPresent(
        target ->
            args.logging(
                BucketLoggingArgs.builder()
                    .logBucket(target)
                    .logObjectPrefix(componentName())
                    .build()));
    bucket =
        new Bucket(componentName(), args.build(), parentedEncryptedDeleteFirst(builder.keyDomain));
    complete(Map.of("name", name(), "uri", uri()));
  }

  /** Starts a bucket; its name in Cloud Storage is the component's and the project's. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /**
   * The name that a component's bucket has: unique among all projects, at most 63 characters. A
   * longer one ends in a hash of the whole.
   */
  public static String bucketName(String name, GcpProject project) {
    return Names.limited(MAX_NAME_LENGTH, name + "-" + project.id());
  }

  /** The name, known before the bucket exists. */
  public String knownName() {
    return bucketName;
  }

  public Output<String> name() {
    return bucket.name();
  }

  /** Such as gs://vision-dev-raw-vision-dev-4821. */
  public Output<String> uri() {
    return name().applyValue(name -> "gs://" + name);
  }

  public Bucket bucket() {
    return bucket;
  }

  /**
   * Lets a member use the bucket.
   *
   * @param resourceName of the grant in the stack
   * @param role such as roles/storage.objectViewer
   * @param member such as group:ds@example.com
   */
  public BucketIAMMember grant(
      String resourceName, String role, Output<String> member, CustomResourceOptions options) {
    return new BucketIAMMember(
        resourceName,
        BucketIAMMemberArgs.builder().bucket(name()).role(role).member(member).build(),
        options);
  }

  /** Builds a {@link SecureBucket}. */
  public static final class Builder extends GcpBuilder<SecureBucket, Builder> {
    private KeyDomain keyDomain = KeyDomain.DATA;
    private boolean versioning = true;
    private boolean forceDestroy;
    private BucketRetention retention = BucketRetention.noncurrent(90);
    private Optional<BucketLock> lock = Optional.empty();
    private Optional<Output<String>> accessLogs = Optional.empty();

    private Builder(String name) {
      super(name);
    }

    /** Which of the keys encrypts the objects. Default: that of data. */
    public Builder keyDomain(KeyDomain value) {
      keyDomain = value;
      return this;
    }

    /**
     * Whether replaced and deleted objects stay as versions; never beside a lock. Default: true.
     */
    public Builder versioning(boolean value) {
      versioning = value;
      return this;
    }

    /** Whether deleting the bucket deletes what is in it. Default: false. */
    public Builder forceDestroy(boolean value) {
      forceDestroy = value;
      return this;
    }

    /** When objects and old versions go. Default: old versions go after 90 days, objects never. */
    public Builder retention(BucketRetention value) {
      retention = value;
      return this;
    }

    /** How long nobody can delete objects. Default: none. */
    public Builder lock(BucketLock value) {
      lock = Optional.of(value);
      return this;
    }

    /** Name of the bucket that receives usage logs. Default: none are kept. */
    public Builder accessLogs(Output<String> value) {
      accessLogs = Optional.of(value);
      return this;
    }

    /** The same; empty: none are kept. */
    public Builder accessLogs(Optional<Output<String>> value) {
      accessLogs = value;
      return this;
    }

    @Override
    public SecureBucket build() {
      return new SecureBucket(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
