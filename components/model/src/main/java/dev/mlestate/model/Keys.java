package dev.mlestate.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/** Reads {@link Key}s. */
final class Keys {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Keys() {}

  static Key of(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    if (key == null) {
      throw new IllegalStateException(
          component.getDeclaringRecord().getSimpleName()
              + "."
              + component.getName()
              + " has no @Key");
    }
    return key;
  }

  /** The default at a stage, where it depends on nothing else. */
  static Optional<JsonNode> standard(Key key, Stage stage) {
    String ofStage =
        switch (stage) {
          case DEV -> key.dev();
          case STAGING -> key.staging();
          case PROD -> key.prod();
        };
    String text = ofStage.isEmpty() ? key.standard() : ofStage;
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the default " + text + " is not JSON", e);
    }
  }
}
