package dev.mlestate.gcp.encryption;

import dev.mlestate.model.KeyDomain;
import java.util.List;

/** A service of Google that encrypts with a customer's key. */
enum KeyUser {
  AI_PLATFORM("aiplatform"),
  ARTIFACT_REGISTRY("artifactregistry"),
  BIGQUERY("bigquery"),
  CLOUD_RUN("run"),
  COMPUTE("compute"),
  CONTAINER_ENGINE("container"),
  LOGGING("logging"),
  PUBSUB("pubsub"),
  SECRET_MANAGER("secretmanager"),
  STORAGE("storage");

  private final String api;

  KeyUser(String api) {
    this.api = api;
  }

  /** The first part of its host's name. */
  String api() {
    return api;
  }

  /** Who uses the key of a domain. */
  static List<KeyUser> of(KeyDomain domain) {
    return switch (domain) {
      case DATA -> List.of(AI_PLATFORM, ARTIFACT_REGISTRY, BIGQUERY, STORAGE);
      case COMPUTE -> List.of(AI_PLATFORM, CLOUD_RUN, COMPUTE);
      case LOGS -> List.of(LOGGING, PUBSUB, STORAGE);
      case SECRETS -> List.of(CONTAINER_ENGINE, SECRET_MANAGER);
    };
  }
}
