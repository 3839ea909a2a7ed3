package dev.mlestate.gcp.datalake;

import com.pulumi.gcp.biglake.Database;
import com.pulumi.gcp.bigquery.Dataset;
import com.pulumi.gcp.dataplex.Asset;
import com.pulumi.gcp.dataplex.Zone;
import dev.mlestate.gcp.storage.SecureBucket;
import java.util.List;

/**
 * One zone of a lake.
 *
 * @param name such as raw
 * @param bucket its objects
 * @param dataset its tables
 * @param database its open tables, such as Iceberg's, for engines other than BigQuery
 * @param zone its catalog
 * @param assets bucket and dataset as the catalog has them
 */
public record LakeZone(
    String name,
    SecureBucket bucket,
    Dataset dataset,
    Database database,
    Zone zone,
    List<Asset> assets) {
  public LakeZone {
    assets = List.copyOf(assets);
  }
}
