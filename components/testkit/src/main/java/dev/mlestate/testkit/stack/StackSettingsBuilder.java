package dev.mlestate.testkit.stack;

import dev.mlestate.model.Cloud;
import dev.mlestate.testkit.program.FunctionAnswer;
import io.grpc.BindableService;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Builds the settings of a test's stack. Nothing has to be set: the stack is {@code test} of the
 * project {@code project}, in AWS account 123456789012 and us-east-1, in the Google project
 * test-project and us-central1, and in an Azure subscription and eastus.
 */
public final class StackSettingsBuilder {
  private static final int STEPS_PER_CORE = 4;

  private String organization = "organization";
  private String project = "project";
  private String stack = "test";
  private final SortedMap<String, String> config = new TreeMap<>();
  private final Set<String> secretKeys = new TreeSet<>();
  private int parallel = STEPS_PER_CORE * Runtime.getRuntime().availableProcessors();
  private final Map<Cloud, CloudPlace> places = new EnumMap<>(Cloud.class);
  private final Set<String> existing = new TreeSet<>();
  private final Map<String, FunctionAnswer> answers = new TreeMap<>();
  private final Map<String, Supplier<? extends BindableService>> providers = new TreeMap<>();
  private final Map<String, Map<String, ?>> stackOutputs = new TreeMap<>();
  private Optional<Path> environment = Optional.empty();

  public StackSettingsBuilder() {
    places.put(Cloud.AWS, new CloudPlace("123456789012", "us-east-1"));
    places.put(Cloud.GCP, new CloudPlace("test-project", "us-central1"));
    places.put(Cloud.AZURE, new CloudPlace("12345678-0000-4000-8000-000000000000", "eastus"));
  }

  public StackSettingsBuilder organization(String value) {
    organization = value;
    return this;
  }

  public StackSettingsBuilder project(String value) {
    project = value;
    return this;
  }

  public StackSettingsBuilder stack(String value) {
    stack = value;
    return this;
  }

  /** Sets a value of the configuration; a key without a colon belongs to the project. */
  public StackSettingsBuilder config(String key, String value) {
    config.put(key, value);
    return this;
  }

  /** Sets a secret value of the configuration. */
  public StackSettingsBuilder secretConfig(String key, String value) {
    secretKeys.add(key);
    return config(key, value);
  }

  /** How many steps may be done at a time; four for each core by default. */
  public StackSettingsBuilder parallel(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("at least one step at a time, not " + value);
    }
    parallel = value;
    return this;
  }

  /** The AWS account, twelve digits, and the default provider's region. */
  public StackSettingsBuilder aws(String account, String region) {
    return in(Cloud.AWS, account, region);
  }

  /** The Google project's id and the default provider's region. */
  public StackSettingsBuilder gcp(String projectId, String region) {
    return in(Cloud.GCP, projectId, region);
  }

  /** The Azure subscription's id and the default provider's location. */
  public StackSettingsBuilder azure(String subscription, String location) {
    return in(Cloud.AZURE, subscription, location);
  }

  private StackSettingsBuilder in(Cloud cloud, String account, String region) {
    places.put(cloud, new CloudPlace(account, region));
    return this;
  }

  /** What the accounts had before: ids, ARNs or links that resources may name. */
  public StackSettingsBuilder existing(String... ids) {
    existing.addAll(List.of(ids));
    return this;
  }

  /** Answers a provider's function, such as {@code aws:ec2/getAmi:getAmi}. */
  public StackSettingsBuilder function(String token, FunctionAnswer answer) {
    answers.put(token, answer);
    return this;
  }

  /** Serves a package that no simulated cloud does, such as {@code random}. */
  public StackSettingsBuilder provider(
      String packageName, Supplier<? extends BindableService> provider) {
    providers.put(packageName, provider);
    return this;
  }

  /** The outputs of another stack, by the name that the program's StackReference has. */
  public StackSettingsBuilder stackOutputs(String name, Map<String, ?> outputs) {
    stackOutputs.put(name, Map.copyOf(outputs));
    return this;
  }

  /**
   * The environment file, beside its organisation.yaml, whose budget, tags and stage the rules hold
   * against the stack.
   */
  public StackSettingsBuilder environment(Path file) {
    environment = Optional.of(file);
    return this;
  }

  public StackSettings build() {
    SortedMap<String, String> qualified = new TreeMap<>();
    config.forEach((key, value) -> qualified.put(qualified(key), value));
    Set<String> secrets = new TreeSet<>();
    secretKeys.forEach(key -> secrets.add(qualified(key)));
    return new StackSettings(
        organization,
        project,
        stack,
        qualified,
        secrets,
        parallel,
        places,
        existing,
        answers,
        providers,
        stackOutputs,
        environment);
  }

  private String qualified(String key) {
    return key.contains(":") ? key : project + ":" + key;
  }
}
