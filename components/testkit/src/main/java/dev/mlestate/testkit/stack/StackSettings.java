package dev.mlestate.testkit.stack;

import dev.mlestate.model.Cloud;
import dev.mlestate.testkit.program.FunctionAnswer;
import io.grpc.BindableService;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * How a test's stack is set up.
 *
 * @param config by key; one without a colon belongs to the project
 * @param secretKeys the keys of secret configuration
 * @param parallel how many steps may be done at a time
 * @param places where the stack lies in each cloud
 * @param existing ids, ARNs or links of what the accounts had before
 * @param answers to functions of providers, by token, before the clouds' own
 * @param providers of packages that no simulated cloud serves
 * @param stackOutputs the outputs of other stacks, by the name that a program refers to
 * @param environment whose organisation, budget and stage the rules hold against the stack; empty:
 *     rules that need one are not asked
 */
public record StackSettings(
    String organization,
    String project,
    String stack,
    SortedMap<String, String> config,
    Set<String> secretKeys,
    int parallel,
    Map<Cloud, CloudPlace> places,
    Set<String> existing,
    Map<String, FunctionAnswer> answers,
    Map<String, Supplier<? extends BindableService>> providers,
    Map<String, Map<String, ?>> stackOutputs,
    Optional<Path> environment) {

  public StackSettings {
    config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
    secretKeys = Collections.unmodifiableSet(new TreeSet<>(secretKeys));
    places = Collections.unmodifiableMap(new EnumMap<>(places));
    existing = Collections.unmodifiableSet(new TreeSet<>(existing));
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    providers = Collections.unmodifiableMap(new TreeMap<>(providers));
    stackOutputs = Collections.unmodifiableMap(new TreeMap<>(stackOutputs));
  }

  /** A key with the project it belongs to. */
  String qualified(String key) {
    return key.contains(":") ? key : project + ":" + key;
  }

  /** The configuration with what tells the default providers where the stack lies. */
  SortedMap<String, String> wholeConfig() {
    SortedMap<String, String> whole = new TreeMap<>();
    places.forEach((cloud, place) -> whole.putAll(placed(cloud, place)));
    whole.putAll(config);
    return whole;
  }

  private static Map<String, String> placed(Cloud cloud, CloudPlace place) {
    return switch (cloud) {
      case AWS -> Map.of("aws:region", place.region());
      case GCP -> Map.of("gcp:project", place.account(), "gcp:region", place.region());
      case AZURE ->
          Map.of(
              "azure-native:location",
              place.region(),
              "azure-native:subscriptionId",
              place.account());
    };
  }
}
