package dev.mlestate.azure.encryption;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.List;

/**
 * A managed identity that may wrap and unwrap with a key. A store that is encrypted with the key
 * carries the identity, and comes after the grants.
 *
 * @param id resource id
 * @param principalId object id in the directory
 * @param clientId application id in the directory
 * @param grants what lets it use the key; stores depend on them
 */
public record KeyIdentity(
    Output<String> id, Output<String> principalId, Output<String> clientId, List<Resource> grants) {
  public KeyIdentity {
    grants = List.copyOf(grants);
  }
}
