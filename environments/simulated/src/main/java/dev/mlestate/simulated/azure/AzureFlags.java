package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.diff.InputFlags;
import dev.mlestate.simulated.diff.Sameness;
import dev.mlestate.wire.PropertyValue;
import java.util.Locale;

/**
 * What pulumi/azure-native takes for the same: it compares inputs with inputs, lists in their
 * order; only a place may be written in two ways, and identities are a set. What is not known yet
 * replaces only where the property itself would.
 *
 * <p>Source: pulumi-azure-native, provider/pkg/provider/diff.go (applyAzureSpecificDiff), read
 * 2026-11-24.
 */
final class AzureFlags implements InputFlags {
  private static final Sameness SAMENESS = new AzureSameness();

  @Override
  public Sameness of(String token) {
    return SAMENESS;
  }

  /** What is left out later is a change: the provider does not know what Azure would compute. */
  @Override
  public boolean isComputed(String token, String place) {
    return false;
  }

  /** A place without the spaces and capitals of its title: East US is eastus. */
  static String location(String text) {
    return text.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  private static final class AzureSameness implements Sameness {
    @Override
    public boolean isSet(String place) {
      return place.endsWith("userAssignedIdentities");
    }

    @Override
    public boolean unknownIsOneChange() {
      return true;
    }

    @Override
    public boolean emptyIsNone() {
      return false;
    }

    @Override
    public boolean elementIsOneChange() {
      return true;
    }

    @Override
    public boolean same(String place, PropertyValue before, PropertyValue after) {
      String old = PropertyText.of(before);
      return place.equals("location")
          && !old.isEmpty()
          && location(old).equals(location(PropertyText.of(after)));
    }
  }
}
