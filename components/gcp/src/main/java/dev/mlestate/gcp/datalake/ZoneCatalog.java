package dev.mlestate.gcp.datalake;

import com.pulumi.core.Output;
import com.pulumi.gcp.bigquery.Dataset;
import com.pulumi.gcp.dataplex.Asset;
import com.pulumi.gcp.dataplex.AssetArgs;
import com.pulumi.gcp.dataplex.Lake;
import com.pulumi.gcp.dataplex.Zone;
import com.pulumi.gcp.dataplex.ZoneArgs;
import com.pulumi.gcp.dataplex.inputs.AssetDiscoverySpecArgs;
import com.pulumi.gcp.dataplex.inputs.AssetResourceSpecArgs;
import com.pulumi.gcp.dataplex.inputs.ZoneDiscoverySpecArgs;
import com.pulumi.gcp.dataplex.inputs.ZoneResourceSpecArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.storage.SecureBucket;
import java.util.List;
import java.util.Map;

/** A zone in Dataplex and what belongs to it. */
record ZoneCatalog(Zone zone, List<Asset> assets) {
  /**
   * Dataplex makes a dataset of the zone's name, with underscores, for what it discovers: this
   * ending keeps it apart from the zone's own.
   */
  private static final String ENDING = "-zone";

  /**
   * Registers the zone.
   *
   * @param name of the zone's bucket and dataset
   * @param raw whether data of any form is in it; else only such as has a schema
   */
  static ZoneCatalog create(
      String name,
      boolean raw,
      Lake lake,
      SecureBucket bucket,
      Dataset dataset,
      GcpProject project,
      Map<String, String> labels,
      CustomResourceOptions options) {
    Zone zone =
        new Zone(
            name,
            ZoneArgs.builder()
                .name(name + ENDING)
                .lake(lake.name())
                .location(project.region())
                .type(raw ? "RAW" : "CURATED")
                .resourceSpec(ZoneResourceSpecArgs.builder().locationType("SINGLE_REGION").build())
                // Discovery is paid for by the hour; pipelines know their tables.
                .discoverySpec(ZoneDiscoverySpecArgs.builder().enabled(false).build())
                .labels(labels)
                .build(),
            options);
    Output<String> bucketPath =
        bucket.name().applyValue(value -> project.path() + "/buckets/" + value);
    Output<String> datasetPath =
        dataset.datasetId().applyValue(value -> project.path() + "/datasets/" + value);
    return new ZoneCatalog(
        zone,
        List.of(
            asset(name + "-objects", "STORAGE_BUCKET", bucketPath, zone, project, labels, options),
            asset(
                name + "-tables",
                "BIGQUERY_DATASET",
                datasetPath,
                zone,
                project,
                labels,
                options)));
  }

  private static Asset asset(
      String name,
      String type,
      Output<String> path,
      Zone zone,
      GcpProject project,
      Map<String, String> labels,
      CustomResourceOptions options) {
    return new Asset(
        name,
        AssetArgs.builder()
            .name(name)
            .lake(zone.lake())
            .dataplexZone(zone.name())
            .location(project.region())
            .resourceSpec(AssetResourceSpecArgs.builder().name(path).type(type).build())
            .discoverySpec(AssetDiscoverySpecArgs.builder().enabled(false).build())
            .labels(labels)
            .build(),
        options);
  }
}
