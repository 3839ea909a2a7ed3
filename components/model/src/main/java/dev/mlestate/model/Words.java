package dev.mlestate.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The words of enums, as files write them. */
final class Words {
  private Words() {}

  /** The constants by their word, in the order of declaration. */
  static Map<String, Object> of(Class<?> type) {
    Map<String, Object> words = new LinkedHashMap<>();
    for (Object constant : Objects.requireNonNull(type.getEnumConstants(), type + " is no enum")) {
      words.put(of(constant), constant);
    }
    return words;
  }

  /** The word of an enum's constant. */
  static String of(Object constant) {
    Enum<?> value = (Enum<?>) constant;
    try {
      JsonProperty word =
          value.getDeclaringClass().getField(value.name()).getAnnotation(JsonProperty.class);
      return word == null ? value.name() : word.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
