package dev.mlestate.aws.featurestore;

import com.pulumi.aws.sagemaker.FeatureGroup;
import com.pulumi.aws.sagemaker.FeatureGroupArgs;
import com.pulumi.aws.sagemaker.inputs.FeatureGroupOfflineStoreConfigArgs;
import com.pulumi.aws.sagemaker.inputs.FeatureGroupOfflineStoreConfigS3StorageConfigArgs;
import com.pulumi.aws.sagemaker.inputs.FeatureGroupOnlineStoreConfigArgs;
import com.pulumi.aws.sagemaker.inputs.FeatureGroupOnlineStoreConfigSecurityConfigArgs;
import com.pulumi.core.Output;
import dev.mlestate.aws.encryption.EncryptionKeys;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.PolicyDocument;
import dev.mlestate.aws.iam.ServiceRole;
import dev.mlestate.aws.iam.Statement;
import dev.mlestate.aws.storage.BucketAccess;
import dev.mlestate.aws.storage.SecureBucket;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import dev.mlestate.pulumi.Names;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Feature groups that are kept in a bucket for training and, if wanted, online for serving.
 *
 * <pre>{@code
 * FeatureStore store =
 *     FeatureStore.builder("vision-dev")
 *         .account(account)
 *         .bucket(lake.zone("features").bucket())
 *         .groups(List.of(users))
 *         .build();
 * }</pre>
 *
 * <p>SageMaker keeps a group's definition as it was made: any other features, keys or stores
 * replace the group, the old one first, since the name stays.
 */
public final class FeatureStore extends EstateComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:aws:FeatureStore";

  /**
   * The longest name of a group (SageMaker API Reference, CreateFeatureGroup; general knowledge,
   * not read).
   */
  private static final int MAX_NAME_LENGTH = 64;

  private static final String PREFIX = "feature-store";

  private final ServiceRole role;
  private final Map<String, FeatureGroup> groups = new LinkedHashMap<>();

  private FeatureStore(Builder builder) {
    super(TYPE, builder);
    AwsAccount account = ComponentBuilder.required(builder.account, "account");
    SecureBucket bucket = ComponentBuilder.required(builder.bucket, "bucket");
    role =
        ServiceRole.create(
            child("feature-store"),
            "sagemaker.amazonaws.com",
            account,
            permissions(account, bucket, builder),
            tags(),
            parented());
    for (dev.mlestate.model.FeatureGroup group : builder.groups) {
      groups.put(group.name(), group(group, bucket, builder));
    }
    Map<String, Output<?>> outputs = new TreeMap<>();
    groups.forEach((name, group) -> outputs.put(name, group.featureGroupName()));
    complete(outputs);
  }

  /**
   * Starts a feature store.
   *
   * @param name prefix of the groups' names, such as vision-dev
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** By the name in the environment file, in its order. */
  public Map<String, FeatureGroup> groups() {
    return Collections.unmodifiableMap(groups);
  }

  /** What SageMaker calls the groups, by the name in the environment file. */
  public Map<String, Output<String>> groupNames() {
    Map<String, Output<String>> names = new LinkedHashMap<>();
    groups.forEach((name, group) -> names.put(name, group.featureGroupName()));
    return names;
  }

  /** The role by which SageMaker writes the offline store. */
  public ServiceRole role() {
    return role;
  }

  private FeatureGroup group(
      dev.mlestate.model.FeatureGroup group, SecureBucket bucket, Builder builder) {
    Optional<Output<String>> key = builder.keys.arn(KeyDomain.DATA);
    var storage =
        FeatureGroupOfflineStoreConfigS3StorageConfigArgs.builder()
            .s3Uri(bucket.uri().applyValue(uri -> uri + "/" + PREFIX));
    key.ifPresent(storage::kmsKeyId);
    String name = child(group.name());
    var args =
        FeatureGroupArgs.builder()
            .featureGroupName(Names.limited(MAX_NAME_LENGTH, name))
            .recordIdentifierFeatureName(group.entityId())
            .eventTimeFeatureName(group.eventTime())
            .featureDefinitions(FeatureDefinitions.of(group))
            .roleArn(role.arn())
            .offlineStoreConfig(
                FeatureGroupOfflineStoreConfigArgs.builder()
                    .s3StorageConfig(storage.build())
                    .build())
            .tags(tags());
    if (builder.online) {
      args.onlineStoreConfig(online(key));
    }
    return new FeatureGroup(name, args.build(), parentedDeleteFirst(role.policies()));
  }

  private static FeatureGroupOnlineStoreConfigArgs online(Optional<Output<String>> key) {
    var online = FeatureGroupOnlineStoreConfigArgs.builder().enableOnlineStore(true);
    key.ifPresent(
        arn ->
            online.securityConfig(
                FeatureGroupOnlineStoreConfigSecurityConfigArgs.builder().kmsKeyId(arn).build()));
    return online.build();
  }

  /**
   * AWS managed policy AmazonSageMakerFeatureStoreAccess (general knowledge, not read), for this
   * bucket alone.
   */
  private static PolicyDocument permissions(
      AwsAccount account, SecureBucket bucket, Builder builder) {
    String name = bucket.knownName();
    return PolicyDocument.of(
        BucketAccess.list("ListBucket", account, name),
        Statement.allow("ReadBucketAcl")
            .actions("s3:GetBucketAcl")
            .resources(account.bucketArn(name)),
        BucketAccess.change("UseObjects", account, PREFIX + "/*", name),
        Statement.allow("SetObjectAcl")
            .actions("s3:PutObjectAcl")
            .resources(account.bucketArn(name + "/" + PREFIX + "/*")),
        Statement.allow("KeepTables")
            .actions("glue:CreateTable", "glue:UpdateTable")
            .resources(
                account.arn("glue", "catalog"),
                account.arn("glue", "database/sagemaker_featurestore"),
                account.arn("glue", "table/sagemaker_featurestore/*")),
        BucketAccess.useKey(
            "UseKey", account, builder.allowedKeys.orElse(account.arn("kms", "key/*"))));
  }

  /** Builds a {@link FeatureStore}. */
  public static final class Builder extends ComponentBuilder<FeatureStore, Builder> {
    private @Nullable AwsAccount account;
    private @Nullable SecureBucket bucket;
    private EncryptionKeys keys = EncryptionKeys.providerManaged();
    private Optional<String> allowedKeys = Optional.empty();
    private boolean online = true;
    private List<dev.mlestate.model.FeatureGroup> groups = List.of();

    private Builder(String name) {
      super(name);
    }

    /** Account and region. Required. */
    public Builder account(AwsAccount value) {
      account = value;
      return this;
    }

    /** Of the offline store. Required. */
    public Builder bucket(SecureBucket value) {
      bucket = value;
      return this;
    }

    /** The data key encrypts both stores. Default: keys that AWS manages. */
    public Builder keys(EncryptionKeys value) {
      keys = value;
      return this;
    }

    /** Pattern of the ARNs of keys that the role may use. Default: any of account and region. */
    public Builder allowedKeys(String value) {
      allowedKeys = Optional.of(value);
      return this;
    }

    /** Whether there is a low-latency store too. Default: true. */
    public Builder online(boolean value) {
      online = value;
      return this;
    }

    /** The groups and their features. Default: none. */
    public Builder groups(List<dev.mlestate.model.FeatureGroup> value) {
      groups = List.copyOf(value);
      return this;
    }

    /** Groups as the environment file has them. */
    public Builder store(dev.mlestate.model.FeatureStore value) {
      return online(value.online()).groups(value.groups());
    }

    @Override
    public FeatureStore build() {
      return new FeatureStore(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
