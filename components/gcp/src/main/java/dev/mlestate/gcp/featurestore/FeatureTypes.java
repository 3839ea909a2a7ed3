package dev.mlestate.gcp.featurestore;

import dev.mlestate.pulumi.RawType;

/**
 * Vertex AI's feature store as it is since 2023. The SDK has its predecessor alone, which gets no
 * features since May 2026 and ends in February 2027 (Vertex AI documentation, "Vertex AI Feature
 * Store (Legacy)", read 2026-11-24).
 */
final class FeatureTypes {
  /** The first version with groups and their features. */
  private static final String OFFLINE = "7.7.0";

  /** The first version known to be later than what encrypts an online store with one's own key. */
  private static final String ONLINE = "9.11.0";

  private static final String CHANGELOG = "google-beta provider, CHANGELOG, read 2026-11-24: ";

  static final RawType GROUP =
      new RawType(
          "gcp:vertex/aiFeatureGroup:AiFeatureGroup", OFFLINE, CHANGELOG + "5.11.0 adds it");

  static final RawType FEATURE =
      new RawType(
          "gcp:vertex/aiFeatureGroupFeature:AiFeatureGroupFeature",
          OFFLINE,
          CHANGELOG + "5.13.0 adds it");

  static final RawType ONLINE_STORE =
      new RawType(
          "gcp:vertex/aiFeatureOnlineStore:AiFeatureOnlineStore",
          ONLINE,
          CHANGELOG + "5.11.0 adds it, 7.15.0 its encryption_spec");

  static final RawType VIEW =
      new RawType(
          "gcp:vertex/aiFeatureOnlineStoreFeatureview:AiFeatureOnlineStoreFeatureview",
          ONLINE,
          CHANGELOG + "5.12.0 adds it, 5.17.0 its feature_registry_source");

  private FeatureTypes() {}
}
