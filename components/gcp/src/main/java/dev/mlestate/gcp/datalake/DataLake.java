package dev.mlestate.gcp.datalake;

import com.pulumi.core.Output;
import com.pulumi.gcp.biglake.Catalog;
import com.pulumi.gcp.biglake.CatalogArgs;
import com.pulumi.gcp.biglake.Database;
import com.pulumi.gcp.biglake.DatabaseArgs;
import com.pulumi.gcp.biglake.inputs.DatabaseHiveOptionsArgs;
import com.pulumi.gcp.bigquery.Connection;
import com.pulumi.gcp.bigquery.ConnectionArgs;
import com.pulumi.gcp.bigquery.Dataset;
import com.pulumi.gcp.bigquery.inputs.ConnectionCloudResourceArgs;
import com.pulumi.gcp.bigquery.outputs.ConnectionCloudResource;
import com.pulumi.gcp.dataplex.Lake;
import com.pulumi.gcp.dataplex.LakeArgs;
import dev.mlestate.gcp.component.GcpBuilder;
import dev.mlestate.gcp.component.GcpComponent;
import dev.mlestate.gcp.storage.BucketRetention;
import dev.mlestate.gcp.storage.SecureBucket;
import dev.mlestate.gcp.storage.SecureDataset;
import dev.mlestate.model.KeyDomain;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A data lake: for each zone a bucket, a BigQuery dataset and a BigLake database over it, and its
 * zone in Dataplex; a connection by which BigQuery reads the buckets; one more bucket receives
 * their usage logs.
 *
 * <pre>{@code
 * DataLake lake = DataLake.builder("vision-dev").project(project).keys(encryption.keys()).build();
 * }</pre>
 */
public final class DataLake extends GcpComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:gcp:DataLake";

  private static final List<String> DEFAULT_ZONES = List.of("raw", "curated", "features");

  /** Who writes usage logs (Cloud Storage documentation, "Usage logs"; not read). */
  private static final String LOG_WRITER = "group:cloud-storage-analytics@google.com";

  private final SecureBucket accessLogs;
  private final Lake lake;
  private final Catalog catalog;
  private final Connection connection;
  private final Map<String, LakeZone> zones = new LinkedHashMap<>();

  private DataLake(Builder builder) {
    super(TYPE, builder);
    accessLogs = accessLogBucket(builder);
    lake =
        new Lake(
            componentName(),
            LakeArgs.builder()
                .name(componentName())
                .location(project().region())
                .description("Zones " + String.join(", ", builder.zones))
                .labels(labels())
                .build(),
            parentedDeleteFirst());
    catalog =
        new Catalog(
            componentName(),
            CatalogArgs.builder()
                .name(underscored(componentName()))
                .location(project().region())
                .build(),
            parentedDeleteFirst());
    connection =
        new Connection(
            child("lake"),
            ConnectionArgs.builder()
                .connectionId(child("lake"))
                .location(project().region())
                .friendlyName(child("lake"))
                .description("Reads the zones' buckets for BigQuery")
                .cloudResource(ConnectionCloudResourceArgs.builder().build())
                .build(),
            parentedDeleteFirst());
    for (int i = 0; i < builder.zones.size(); i++) {
      String zone = builder.zones.get(i);
      zones.put(zone, zone(zone, i == 0, builder));
    }
    grant(builder.grants);
    Map<String, Output<?>> outputs = new TreeMap<>();
    zones.forEach((name, zone) -> outputs.put(name + "Uri", zone.bucket().uri()));
    complete(outputs);
  }

  /**
   * Starts a lake.
   *
   * @param name prefix of buckets and datasets, such as vision-dev
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

  /** Of each zone, such as gs://vision-dev-raw-vision-dev-4821. */
  public Map<String, Output<String>> bucketUris() {
    Map<String, Output<String>> uris = new LinkedHashMap<>();
    zones.forEach((name, zone) -> uris.put(name, zone.bucket().uri()));
    return uris;
  }

  /** The bucket that receives usage logs, of other components' buckets too. */
  public SecureBucket accessLogs() {
    return accessLogs;
  }

  public Lake lake() {
    return lake;
  }

  /** Of open tables. */
  public Catalog catalog() {
    return catalog;
  }

  /** By which BigQuery reads objects. */
  public Connection connection() {
    return connection;
  }

  private SecureBucket accessLogBucket(Builder builder) {
    SecureBucket bucket =
        SecureBucket.builder(child("access-logs"))
            .project(project())
            .keys(builder.keys())
            .retention(BucketRetention.everything(builder.accessLogDays))
            .forceDestroy(builder.forceDestroy)
            .tags(tags())
            .options(parentedComponent())
            .build();
    bucket.grant(
        child("access-logs-writer"),
        "roles/storage.objectCreator",
        Output.of(LOG_WRITER),
        parented());
    return bucket;
  }

  private LakeZone zone(String zone, boolean first, Builder builder) {
    String name = child(zone);
    SecureBucket bucket =
        SecureBucket.builder(name)
            .project(project())
            .keys(builder.keys())
            .versioning(builder.versioning)
            .retention(BucketRetention.noncurrent(builder.retentionDays))
            .forceDestroy(builder.forceDestroy)
            .accessLogs(accessLogs.name())
            .tags(tags())
            .options(parentedComponent())
            .build();
    bucket.grant(
        name + "-connection", "roles/storage.objectViewer", connectionMember(), parented());
    Dataset dataset =
        SecureDataset.create(
            name,
            underscored(name),
            "Zone " + zone + " of " + componentName(),
            project(),
            key(KeyDomain.DATA),
            builder.forceDestroy,
            labels(),
            parentedEncryptedDeleteFirst(KeyDomain.DATA));
    Database database =
        new Database(
            name,
            DatabaseArgs.builder()
                .name(underscored(zone))
                .catalog(catalog.id())
                .type("HIVE")
                .hiveOptions(
                    DatabaseHiveOptionsArgs.builder()
                        .locationUri(bucket.uri().applyValue(uri -> uri + "/warehouse"))
                        .build())
                .build(),
            parentedDeleteFirst());
    ZoneCatalog entry =
        ZoneCatalog.create(
            name, first, lake, bucket, dataset, project(), labels(), parentedDeleteFirst());
    return new LakeZone(zone, bucket, dataset, database, entry.zone(), entry.assets());
  }

  /** The account is computed within a block that is given: with the id, it is unknown together. */
  private Output<String> connectionMember() {
    return Output.tuple(connection.id(), connection.cloudResource())
        .applyValue(
            made ->
                "serviceAccount:"
                    + made.t2.flatMap(ConnectionCloudResource::serviceAccountId).orElse(""));
  }

  private void grant(List<LakeGrant> grants) {
    LakeGrants granting = new LakeGrants(project(), parented());
    for (LakeGrant grant : grants) {
      granting.beside(child("lake-" + grant.principal()), grant, connection);
      for (LakeZone zone : zones.values()) {
        if (grant.zones().contains(zone.name())) {
          granting.inZone(child(zone.name() + "-" + grant.principal()), grant, zone);
        }
      }
    }
  }

  /** Builds a {@link DataLake}. */
  public static final class Builder extends GcpBuilder<DataLake, Builder> {
    private List<String> zones = DEFAULT_ZONES;
    private boolean versioning = true;
    private int retentionDays = 90;
    private int accessLogDays = 365;
    private boolean forceDestroy;
    private List<LakeGrant> grants = List.of();

    private Builder(String name) {
      super(name);
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

    /** Days after which usage logs expire. Default: 365. */
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
