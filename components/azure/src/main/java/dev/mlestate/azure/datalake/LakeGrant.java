package dev.mlestate.azure.datalake;

import dev.mlestate.azure.identity.Principal;
import java.util.List;

/**
 * Who may use zones of the lake.
 *
 * @param principal its key is unique in a lake
 * @param zones names of zones
 */
public record LakeGrant(Principal principal, LakeAccess access, List<String> zones) {
  public LakeGrant {
    zones = List.copyOf(zones);
  }
}
