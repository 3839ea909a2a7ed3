package dev.mlestate.policy;

import dev.mlestate.model.Cloud;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A rule and what its metadata says of it.
 *
 * @param id such as ENC-09; never used for another control
 * @param frameworks requirements by the id of their framework
 * @param inputKinds the resource types that it judges; * for any
 * @param presence whether it demands that something is there, so that it is evaluated where no such
 *     type is
 * @param entrypoint path of its verdicts in the compiled rules
 */
public record Control(
    String id,
    String title,
    String description,
    Severity severity,
    List<Cloud> clouds,
    Map<String, List<String>> frameworks,
    String remediation,
    List<String> inputKinds,
    boolean presence,
    List<String> references,
    String entrypoint) {
  public Control {
    clouds = List.copyOf(clouds);
    frameworks = Collections.unmodifiableMap(new TreeMap<>(frameworks));
    inputKinds = List.copyOf(inputKinds);
    references = List.copyOf(references);
  }

  /** Whether there can be something to judge in a stack that has resources of these types. */
  public boolean appliesTo(Cloud cloud, Set<String> types) {
    if (!clouds.contains(cloud)) {
      return false;
    }
    return presence
        || (inputKinds.contains("*") && !types.isEmpty())
        || inputKinds.stream().anyMatch(types::contains);
  }
}
