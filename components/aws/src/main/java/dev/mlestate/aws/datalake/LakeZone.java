package dev.mlestate.aws.datalake;

import com.pulumi.aws.glue.CatalogDatabase;
import com.pulumi.aws.lakeformation.Permissions;
import com.pulumi.aws.lakeformation.Resource;
import dev.mlestate.aws.storage.SecureBucket;
import java.util.List;

/**
 * One zone of a lake.
 *
 * @param name such as raw
 * @param database its tables
 * @param location the bucket's registration, by which Lake Formation governs it
 * @param permissions what was granted
 */
public record LakeZone(
    String name,
    SecureBucket bucket,
    CatalogDatabase database,
    Resource location,
    List<Permissions> permissions) {
  public LakeZone {
    permissions = List.copyOf(permissions);
  }
}
