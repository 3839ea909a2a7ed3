package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.CloudSettings;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.TreeMap;

/** Reads the arguments of a provider of the simulated Azure. */
final class AzureSettings {
  private AzureSettings() {}

  /**
   * The settings. A provider that names no subscription takes the one of who runs it.
   *
   * @throws CloudException if the subscription or the directory is another one
   */
  static CloudSettings of(Obj arguments, String subscription, String version) {
    String wanted = CloudSettings.text(arguments, "subscriptionId");
    if (!wanted.isEmpty() && !wanted.equalsIgnoreCase(subscription)) {
      throw new CloudException(
          "SubscriptionNotFound: The subscription '%s' could not be found: who runs this has the subscription '%s'"
              .formatted(wanted, subscription));
    }
    String tenant = CloudSettings.text(arguments, "tenantId");
    if (!tenant.isEmpty() && !tenant.equalsIgnoreCase(Guids.tenant(subscription))) {
      throw new CloudException(
          "InvalidAuthenticationTokenTenant: the subscription '%s' trusts the directory '%s', not '%s'"
              .formatted(subscription, Guids.tenant(subscription), tenant));
    }
    return new CloudSettings(subscription, "", "", new TreeMap<>(), version);
  }
}
