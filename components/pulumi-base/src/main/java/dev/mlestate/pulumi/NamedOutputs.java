package dev.mlestate.pulumi;

import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Many outputs as one, as a stack exports them. */
public final class NamedOutputs {
  private NamedOutputs() {}

  /** One output of many, each under its name; unknown in a preview as soon as one of them is. */
  public static Output<Map<String, String>> of(Map<String, Output<String>> values) {
    List<String> names = new ArrayList<>(values.keySet());
    return Output.all(new ArrayList<>(values.values()))
        .applyValue(
            resolved -> {
              Map<String, String> all = new TreeMap<>();
              for (int i = 0; i < names.size(); i++) {
                all.put(names.get(i), resolved.get(i));
              }
              return all;
            });
  }
}
