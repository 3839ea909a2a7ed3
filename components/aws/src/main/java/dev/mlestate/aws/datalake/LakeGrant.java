package dev.mlestate.aws.datalake;

import com.pulumi.aws.iam.Role;
import java.util.List;

/**
 * Who may use zones of the lake.
 *
 * @param principal a word for the role, for names; unique in a lake
 * @param role gets the permissions of Lake Formation, and a policy by which it asks for data
 * @param zones names of zones
 */
public record LakeGrant(String principal, Role role, LakeAccess access, List<String> zones) {
  public LakeGrant {
    zones = List.copyOf(zones);
  }
}
