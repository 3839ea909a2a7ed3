package dev.mlestate.aws.datalake;

import com.pulumi.aws.glue.CatalogDatabase;
import com.pulumi.aws.glue.CatalogDatabaseArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.lakeformation.DataLakeSettings;
import com.pulumi.aws.lakeformation.DataLakeSettingsArgs;
import com.pulumi.aws.lakeformation.Permissions;
import com.pulumi.aws.lakeformation.Resource;
import com.pulumi.aws.lakeformation.ResourceArgs;
import com.pulumi.core.Output;
import dev.mlestate.aws.encryption.EncryptionKeys;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.PolicyDocument;
import dev.mlestate.aws.iam.ServiceRole;
import dev.mlestate.aws.iam.Statement;
import dev.mlestate.aws.storage.BucketAccess;
import dev.mlestate.aws.storage.BucketEncryption;
import dev.mlestate.aws.storage.BucketRetention;
import dev.mlestate.aws.storage.SecureBucket;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A data lake: for each zone a bucket, a Glue database over it, and its registration with Lake
 * Formation; one more bucket receives their access logs.
 *
 * <pre>{@code
 * DataLake lake = DataLake.builder("vision-dev").account(account).keys(encryption.keys()).build();
 * }</pre>
 *
 * <p>Whoever deploys it must be an administrator of Lake Formation, since only they register
 * locations and grant. As long as the account's Lake Formation settings leave new databases to
 * {@code IAMAllowedPrincipals}, grants add to what IAM allows; {@link Builder#administrators}
 * replaces these settings.
 */
public final class DataLake extends EstateComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:aws:DataLake";

  private static final List<String> DEFAULT_ZONES = List.of("raw", "curated", "features");

  private final SecureBucket accessLogs;
  private final ServiceRole registration;
  private final Map<String, LakeZone> zones = new LinkedHashMap<>();
  private final Optional<DataLakeSettings> settings;

  private DataLake(Builder builder) {
    super(TYPE, builder);
    AwsAccount account = ComponentBuilder.required(builder.account, "account");
    BucketEncryption encryption =
        builder.allowedKeys.isPresent()
            ? BucketEncryption.of(builder.keys.arn(KeyDomain.DATA), account)
                .allowing(builder.allowedKeys.get())
            : BucketEncryption.of(builder.keys.arn(KeyDomain.DATA), account);
    settings = settings(builder.administrators);
    accessLogs = accessLogBucket(account, builder);
    registration = registration(account, encryption, builder.zones);
    for (String zone : builder.zones) {
      zones.put(zone, zone(zone, account, encryption, builder));
    }
    builder.grants.forEach(grant -> askForData(account, grant));
    Map<String, Output<?>> outputs = new TreeMap<>();
    zones.forEach((name, zone) -> outputs.put(name + "Uri", zone.bucket().uri()));
    complete(outputs);
  }

  /**
   * Starts a lake.
   *
   * @param name prefix of buckets and databases, such as vision-dev
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The zones, in their order. */
  public Map<String, LakeZone> zones() {
    return Collections.unmodifiableMap(zones);
  }

  /**
   * One zone.
   *
   * @throws IllegalArgumentException if the lake has no such zone
   */
  public LakeZone zone(String name) {
    LakeZone zone = zones.get(name);
    if (zone == null) {
      throw new IllegalArgumentException("no zone " + name + " among " + zones.keySet());
    }
    return zone;
  }

  /** Of each zone, such as s3://vision-dev-raw-111122223333-us-east-1. */
  public Map<String, Output<String>> bucketUris() {
    Map<String, Output<String>> uris = new LinkedHashMap<>();
    zones.forEach((name, zone) -> uris.put(name, zone.bucket().uri()));
    return uris;
  }

  /** The bucket that receives access logs, of other components' buckets too. */
  public SecureBucket accessLogs() {
    return accessLogs;
  }

  /** The role by which Lake Formation reads and writes the zones. */
  public ServiceRole registration() {
    return registration;
  }

  /** The account's settings, where administrators were given. */
  public Optional<DataLakeSettings> settings() {
    return settings;
  }

  private Optional<DataLakeSettings> settings(List<Output<String>> administrators) {
    if (administrators.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DataLakeSettings(
            child("settings"),
            DataLakeSettingsArgs.builder().admins(Output.all(administrators)).build(),
            parented()));
  }

  private SecureBucket accessLogBucket(AwsAccount account, Builder builder) {
    String name = child("access-logs");
    String sources = account.bucketArn(componentName() + "-*");
    return SecureBucket.builder(name)
        .account(account)
        .encryption(BucketEncryption.s3Managed())
        .retention(BucketRetention.everything(builder.accessLogDays))
        .forceDestroy(builder.forceDestroy)
        .statements(
            Statement.allow("AccessLogs")
                .service("logging.s3.amazonaws.com")
                .actions("s3:PutObject")
                .resources(account.bucketArn(SecureBucket.bucketName(name, account) + "/*"))
                .condition("StringEquals", "aws:SourceAccount", account.id())
                .condition("ArnLike", "aws:SourceArn", sources))
        .tags(tags())
        .options(parentedComponent())
        .build();
  }

  private ServiceRole registration(
      AwsAccount account, BucketEncryption encryption, List<String> zoneNames) {
    String[] buckets =
        zoneNames.stream()
            .map(zone -> SecureBucket.bucketName(child(zone), account))
            .toArray(String[]::new);
    return ServiceRole.create(
        child("lake-formation"),
        "lakeformation.amazonaws.com",
        account,
        PolicyDocument.of(
            BucketAccess.list("ListZones", account, buckets),
            BucketAccess.change("UseZones", account, "*", buckets),
            BucketAccess.useKey("UseKey", account, encryption.allowedKeys())),
        tags(),
        parented());
  }

  private LakeZone zone(
      String zone, AwsAccount account, BucketEncryption encryption, Builder builder) {
    SecureBucket bucket =
        SecureBucket.builder(child(zone))
            .account(account)
            .encryption(encryption)
            .versioning(builder.versioning)
            .retention(BucketRetention.noncurrent(builder.retentionDays))
            .forceDestroy(builder.forceDestroy)
            .accessLogs(accessLogs.name())
            .tags(tags())
            .options(parentedComponent())
            .build();
    CatalogDatabase database =
        new CatalogDatabase(
            child(zone),
            CatalogDatabaseArgs.builder()
                .name(databaseName(zone))
                .description("Zone " + zone + " of " + componentName())
                .locationUri(bucket.uri().applyValue(uri -> uri + "/"))
                .tags(tags())
                .build(),
            parented());
    Resource location =
        new Resource(
            child(zone),
            ResourceArgs.builder().arn(bucket.arn()).roleArn(registration.arn()).build(),
            // A location is registered once: with another role only after the former is gone.
            parentedDeleteFirst(registration.policies()));
    List<Permissions> permissions = new ArrayList<>();
    for (LakeGrant grant : builder.grants) {
      if (grant.zones().contains(zone)) {
        permissions.addAll(
            LakePermissions.create(
                child(zone + "-" + grant.principal()),
                grant,
                bucket,
                database,
                parentedDeleteFirst(location)));
      }
    }
    return new LakeZone(zone, bucket, database, location, permissions);
  }

  private void askForData(AwsAccount account, LakeGrant grant) {
    List<String> databases =
        zones.keySet().stream().filter(grant.zones()::contains).map(this::databaseName).toList();
    new RolePolicy(
        child("lake-" + grant.principal()),
        RolePolicyArgs.builder()
            .name(child("lake"))
            .role(grant.role().name())
            .policy(LakePermissions.askForData(account, grant, databases).json())
            .build(),
        parented());
  }

  /** Glue has no capitals, and SQL no hyphens without quotes. */
  private String databaseName(String zone) {
    return child(zone).toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** Builds a {@link DataLake}. */
  public static final class Builder extends ComponentBuilder<DataLake, Builder> {
    private @Nullable AwsAccount account;
    private EncryptionKeys keys = EncryptionKeys.providerManaged();
    private Optional<String> allowedKeys = Optional.empty();
    private List<String> zones = DEFAULT_ZONES;
    private boolean versioning = true;
    private int retentionDays = 90;
    private int accessLogDays = 365;
    private boolean forceDestroy;
    private List<LakeGrant> grants = List.of();
    private List<Output<String>> administrators = List.of();

    private Builder(String name) {
      super(name);
    }

    /** Account and region. Required. */
    public Builder account(AwsAccount value) {
      account = value;
      return this;
    }

    /** The data key encrypts the zones. Default: keys that AWS manages. */
    public Builder keys(EncryptionKeys value) {
      keys = value;
      return this;
    }

    /** Pattern of the key ARNs that writers may name. Default: any of the account and region. */
    public Builder allowedKeys(String value) {
      allowedKeys = Optional.of(value);
      return this;
    }

    /** Names of the zones, from the rawest on. Default: raw, curated, features. */
    public Builder zones(List<String> value) {
      zones = List.copyOf(value);
      return this;
    }

    /** Zones, versioning and retention as the environment file has them. */
    public Builder lake(dev.mlestate.model.DataLake value) {
      return zones(value.zones())
          .versioning(value.versioning())
          .retentionDays(value.retentionDays());
    }

    /** Whether replaced and deleted objects stay as versions. Default: true. */
    public Builder versioning(boolean value) {
      versioning = value;
      return this;
    }

    /** Days after which old versions expire. Default: 90. */
    public Builder retentionDays(int value) {
      retentionDays = value;
      return this;
    }

    /** Days after which access logs expire. Default: 365. */
    public Builder accessLogDays(int value) {
      accessLogDays = value;
      return this;
    }

    /** Whether deleting the lake deletes its data. Default: false. */
    public Builder forceDestroy(boolean value) {
      forceDestroy = value;
      return this;
    }

    /** Who may use which zones. Default: nobody. */
    public Builder grants(List<LakeGrant> value) {
      grants = List.copyOf(value);
      return this;
    }

    /**
     * ARNs of the account's administrators of Lake Formation, who must include whoever deploys.
     * Given, the settings of the account's region become these: new databases and tables belong to
     * Lake Formation alone. They are one for an account and region, so at most one estate there may
     * give them. Default: the settings stay as they are.
     */
    public Builder administrators(List<Output<String>> value) {
      administrators = List.copyOf(value);
      return this;
    }

    @Override
    public DataLake build() {
      return new DataLake(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
