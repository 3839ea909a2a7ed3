package dev.mlestate.gcp.featurestore;

import dev.mlestate.pulumi.RawType;

/**
 * Vertex AI's feature store as it is since 2023. The SDK has its predecessor alone, which gets no
 * features since May 2026 and ends in February 2027 (Vertex AI documentation, "Vertex AI Feature
 * Store (Legacy)", read 2026-11-24).
 */
final class FeatureTypes {
  private static final String CHANGELOG = "google-beta provider, CHANGELOG, read 2026-11-24: ";

  static final RawType GROUP =
      new RawType(
          "gcp:vertex/aiFeatureGroup:AiFeatureGroup", "7.5.0", CHANGELOG + "5.11.0 adds it");

  static final RawType FEATURE =
      new RawType(
          "gcp:vertex/aiFeatureGroupFeature:AiFeatureGroupFeature",
          "7.7.0",
          CHANGELOG + "5.13.0 adds it");

  static final RawType ONLINE_STORE =
      new RawType(
          "gcp:vertex/aiFeatureOnlineStore:AiFeatureOnlineStore",
          "9.11.0",
          CHANGELOG + "7.15.0 adds encryption_spec; the first plugin known to be later");

  static final RawType VIEW =
      new RawType(
          "gcp:vertex/aiFeatureOnlineStoreFeatureview:AiFeatureOnlineStoreFeatureview",
          "7.22.0",
          CHANGELOG + "5.17.0 adds feature_registry_source; the first plugin known to be later");

  private FeatureTypes() {}
}
