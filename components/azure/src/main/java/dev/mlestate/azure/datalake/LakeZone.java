package dev.mlestate.azure.datalake;

import com.pulumi.azurenative.authorization.RoleAssignment;
import com.pulumi.azurenative.storage.BlobContainer;
import com.pulumi.core.Output;
import java.util.List;

/**
 * One zone of a lake.
 *
 * @param name such as raw
 * @param container its file system
 * @param id resource id of the container
 * @param uri such as abfss://raw@visiondevlake3f2a1b.dfs.core.windows.net/
 * @param grants who was given a role on it
 */
public record LakeZone(
    String name,
    BlobContainer container,
    Output<String> id,
    Output<String> uri,
    List<RoleAssignment> grants) {
  public LakeZone {
    grants = List.copyOf(grants);
  }
}
