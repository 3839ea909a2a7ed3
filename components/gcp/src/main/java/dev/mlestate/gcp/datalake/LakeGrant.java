package dev.mlestate.gcp.datalake;

import java.util.List;

/**
 * Who may use zones of the lake.
 *
 * @param principal a word for the member, for names; unique in a lake
 * @param member of IAM, such as group:ds@example.com
 * @param zones names of zones
 */
public record LakeGrant(String principal, String member, LakeAccess access, List<String> zones) {
  public LakeGrant {
    zones = List.copyOf(zones);
  }
}
