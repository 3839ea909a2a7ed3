package dev.mlestate.engine.step;

import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Secret;
import dev.mlestate.wire.PropertyValues;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Marks outputs as secret that the program calls so or that repeat a secret input. */
final class SecretMarks {
  private SecretMarks() {}

  static ResourceState apply(ResourceState state) {
    SortedMap<String, PropertyValue> outputs = new TreeMap<>(state.outputs().members());
    outputs.replaceAll(
        (key, output) -> {
          @Nullable PropertyValue input = state.inputs().members().get(key);
          boolean secret = state.additionalSecretOutputs().contains(key) || input instanceof Secret;
          return secret ? PropertyValues.secret(output) : output;
        });
    return state.with().outputs(new Obj(outputs)).build();
  }
}
