package dev.mlestate.aws.storage;

import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketLoggingV2;
import com.pulumi.aws.s3.BucketLoggingV2Args;
import com.pulumi.aws.s3.BucketObjectLockConfigurationV2;
import com.pulumi.aws.s3.BucketObjectLockConfigurationV2Args;
import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketOwnershipControlsArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketObjectLockConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketObjectLockConfigurationV2RuleDefaultRetentionArgs;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.Statement;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import dev.mlestate.pulumi.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bucket that is private, encrypted, versioned and reached over TLS 1.2 alone, whose access
 * control lists do nothing and whose old versions expire.
 *
 * <pre>{@code
 * SecureBucket bucket = SecureBucket.builder("vision-dev-raw").account(account).build();
 * }</pre>
 */
public final class SecureBucket extends EstateComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:aws:SecureBucket";

  /**
   * The longest name of a bucket (Amazon S3 User Guide, "Bucket naming rules"; general knowledge,
   * not read).
   */
  private static final int MAX_NAME_LENGTH = 63;

  private final BucketV2 bucket;
  private final BucketPolicy policy;
  private final BucketVersioningV2 versioning;
  private final BucketServerSideEncryptionConfigurationV2 encryption;
  private final BucketPublicAccessBlock publicAccessBlock;
  private final BucketOwnershipControls ownershipControls;
  private final BucketLifecycleConfigurationV2 lifecycle;
  private final Optional<BucketLoggingV2> logging;
  private final Optional<BucketObjectLockConfigurationV2> objectLock;
  private final String bucketName;

  private SecureBucket(Builder builder) {
    super(TYPE, builder);
    AwsAccount account = ComponentBuilder.required(builder.account, "account");
    bucketName = bucketName(builder.name(), account);
    BucketEncryption keys =
        builder.encryption == null
            ? BucketEncryption.of(Optional.empty(), account)
            : builder.encryption;

    var bucketArgs =
        BucketV2Args.builder().bucket(bucketName).forceDestroy(builder.forceDestroy).tags(tags());
    if (builder.objectLock.isPresent()) {
      bucketArgs.objectLockEnabled(true);
    }
    bucket = new BucketV2(componentName(), bucketArgs.build(), parented());
    publicAccessBlock = blockPublicAccess();
    ownershipControls = ownObjects();
    versioning = keepVersions(builder.versioning);
    encryption = encryptWith(keys);
    policy =
        new BucketPolicy(
            child("policy"),
            BucketPolicyArgs.builder()
                .bucket(bucket.bucket())
                .policy(BucketPolicies.of(account, bucketName, keys, builder.statements).json())
                .build(),
            // S3 refuses two changes of a bucket's access at once.
            parentedAfter(publicAccessBlock, ownershipControls));
    lifecycle =
        new BucketLifecycleConfigurationV2(
            child("lifecycle"),
            BucketLifecycleConfigurationV2Args.builder()
                .bucket(bucket.bucket())
                .rules(builder.retention.rules())
                .build(),
            parentedAfter(versioning));
    logging = builder.accessLogs.map(this::logTo);
    objectLock = builder.objectLock.map(this::lock);
    complete(Map.of("name", name(), "uri", uri()));
  }

  /** Starts a bucket; its name in S3 is the component's, the account's and the region's. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /**
   * The name that a component's bucket has: unique among all accounts, at most 63 characters. A
   * longer one ends in a hash of the whole.
   */
  public static String bucketName(String name, AwsAccount account) {
    return Names.limited(MAX_NAME_LENGTH, name + "-" + account.id() + "-" + account.region());
  }

  /** The name, known before the bucket exists. */
  public String knownName() {
    return bucketName;
  }

  /** The name, once its policy holds too. */
  public Output<String> name() {
    return policy.bucket();
  }

  /** The ARN, once its policy holds too. */
  public Output<String> arn() {
    return name().applyValue(name -> "arn:aws:s3:::" + name);
  }

  /** Such as s3://vision-dev-raw-111122223333-us-east-1. */
  public Output<String> uri() {
    return name().applyValue(name -> "s3://" + name);
  }

  public BucketV2 bucket() {
    return bucket;
  }

  public BucketPolicy policy() {
    return policy;
  }

  public BucketVersioningV2 versioning() {
    return versioning;
  }

  public BucketServerSideEncryptionConfigurationV2 encryption() {
    return encryption;
  }

  public BucketPublicAccessBlock publicAccessBlock() {
    return publicAccessBlock;
  }

  public BucketOwnershipControls ownershipControls() {
    return ownershipControls;
  }

  public BucketLifecycleConfigurationV2 lifecycle() {
    return lifecycle;
  }

  public Optional<BucketLoggingV2> logging() {
    return logging;
  }

  public Optional<BucketObjectLockConfigurationV2> objectLock() {
    return objectLock;
  }

  private BucketPublicAccessBlock blockPublicAccess() {
    return new BucketPublicAccessBlock(
        child("public-access"),
        BucketPublicAccessBlockArgs.builder()
            .bucket(bucket.bucket())
            .blockPublicAcls(true)
            .blockPublicPolicy(true)
            .ignorePublicAcls(true)
            .restrictPublicBuckets(true)
            .build(),
        parented());
  }

  private BucketOwnershipControls ownObjects() {
    return new BucketOwnershipControls(
        child("ownership"),
        BucketOwnershipControlsArgs.builder()
            .bucket(bucket.bucket())
            .rule(
                BucketOwnershipControlsRuleArgs.builder()
                    .objectOwnership("BucketOwnerEnforced")
                    .build())
            .build(),
        parentedAfter(publicAccessBlock));
  }

  private BucketVersioningV2 keepVersions(boolean enabled) {
    return new BucketVersioningV2(
        child("versioning"),
        BucketVersioningV2Args.builder()
            .bucket(bucket.bucket())
            .versioningConfiguration(
                BucketVersioningV2VersioningConfigurationArgs.builder()
                    // "Disabled" cannot follow "Enabled", "Suspended" can.
                    .status(enabled ? "Enabled" : "Suspended")
                    .build())
            .build(),
        parented());
  }

  private BucketServerSideEncryptionConfigurationV2 encryptWith(BucketEncryption keys) {
    var byDefault =
        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
            .builder()
            .sseAlgorithm(keys.algorithm());
    keys.key().ifPresent(byDefault::kmsMasterKeyId);
    return new BucketServerSideEncryptionConfigurationV2(
        child("encryption"),
        BucketServerSideEncryptionConfigurationV2Args.builder()
            .bucket(bucket.bucket())
            .rules(
                BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                    .applyServerSideEncryptionByDefault(byDefault.build())
                    .bucketKeyEnabled(keys.usesKms())
                    .build())
            .build(),
        parented());
  }

  private BucketLoggingV2 logTo(Output<String> target) {
    return new BucketLoggingV2(
        child("logging"),
        BucketLoggingV2Args.builder()
            .bucket(bucket.bucket())
            .targetBucket(target)
            .targetPrefix(componentName() + "/")
            .build(),
        parented());
  }

  private BucketObjectLockConfigurationV2 lock(ObjectLock lock) {
    return new BucketObjectLockConfigurationV2(
        child("lock"),
        BucketObjectLockConfigurationV2Args.builder()
            .bucket(bucket.bucket())
            .objectLockEnabled("Enabled")
            .rule(
                BucketObjectLockConfigurationV2RuleArgs.builder()
                    .defaultRetention(
                        BucketObjectLockConfigurationV2RuleDefaultRetentionArgs.builder()
                            .mode(lock.mode().name())
                            .days(lock.days())
                            .build())
                    .build())
            .build(),
        parentedAfter(versioning));
  }

  /** Builds a {@link SecureBucket}. */
  public static final class Builder extends ComponentBuilder<SecureBucket, Builder> {
    private @Nullable AwsAccount account;
    private @Nullable BucketEncryption encryption;
    private boolean versioning = true;
    private boolean forceDestroy;
    private BucketRetention retention = BucketRetention.noncurrent(90);
    private Optional<ObjectLock> objectLock = Optional.empty();
    private Optional<Output<String>> accessLogs = Optional.empty();
    private List<Statement> statements = List.of();

    private Builder(String name) {
      super(name);
    }

    /** Account and region. Required. */
    public Builder account(AwsAccount value) {
      account = value;
      return this;
    }

    /** The key of its objects. Default: the key that AWS manages for S3. */
    public Builder encryption(BucketEncryption value) {
      encryption = value;
      return this;
    }

    /** Whether replaced and deleted objects stay as versions. Default: true. */
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
    public Builder objectLock(ObjectLock value) {
      objectLock = Optional.of(value);
      return this;
    }

    /** Name of the bucket that receives the access logs. Default: none are kept. */
    public Builder accessLogs(Output<String> value) {
      accessLogs = Optional.of(value);
      return this;
    }

    /** The same; empty: none are kept. */
    public Builder accessLogs(Optional<Output<String>> value) {
      accessLogs = value;
      return this;
    }

    /** Statements of the bucket's policy beside its own. Default: none. */
    public Builder statements(Statement... value) {
      statements = List.of(value);
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
