package dev.mlestate.aws;

import com.pulumi.Context;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A monitor that records what is registered. What a cloud would compute reads {@code
 * computed:<type>:<name>:<property>}, so that a test sees which resource a value comes from.
 */
public final class Recorder implements Mocks {
  /** What was registered. */
  public record Registered(String type, String name, Map<String, Object> inputs, String provider) {
    /** An input, or an element of one: {@code at("vpcConfig", "subnetIds")}. */
    public Object at(String... path) {
      Object current = inputs;
      for (String step : path) {
        Object next =
            current instanceof List<?> list
                ? list.get(Integer.parseInt(step))
                : ((Map<?, ?>) current).get(step);
        if (next == null) {
          throw new AssertionError(name + " has no " + String.join(".", path) + ": " + inputs);
        }
        current = next;
      }
      return current;
    }
  }

  private final List<Registered> resources = Collections.synchronizedList(new ArrayList<>());

  private Recorder() {}

  /** Runs a program and returns all resources that it registered. */
  public static List<Registered> record(Consumer<Context> program) {
    Recorder recorder = new Recorder();
    TestResult result =
        PulumiTest.withOptions(
                TestOptions.builder().projectName("estate").stackName("test").build())
            .withMocks(recorder)
            .runTest(program);
    if (result.exitCode() != 0) {
      AssertionError failed = new AssertionError("the program failed: " + result.errors());
      result.exceptions().forEach(failed::addSuppressed);
      throw failed;
    }
    return List.copyOf(recorder.resources);
  }

  /** The resources of a type, such as aws:ec2/vpc:Vpc. */
  public static List<Registered> ofType(List<Registered> resources, String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  /** The resource of a type and a name. */
  public static Registered one(List<Registered> resources, String type, String name) {
    List<Registered> found =
        ofType(resources, type).stream().filter(each -> each.name().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " of " + name + " among " + ofType(resources, type));
    }
    return found.get(0);
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    resources.add(
        new Registered(
            String.valueOf(args.type),
            String.valueOf(args.name),
            args.inputs,
            String.valueOf(args.provider)));
    Map<String, Object> state = new HashMap<>(args.inputs);
    String id = computed(args, "id");
    for (String property : List.of("arn", "keyId", "endpoint", "url", "repositoryUrl", "bucket")) {
      state.putIfAbsent(property, computed(args, property));
    }
    state.putIfAbsent("name", String.valueOf(args.name));
    state.put("latestVersion", 1);
    state.put("certificateAuthority", Map.of("data", computed(args, "certificate")));
    if (state.get("vpcConfig") instanceof Map<?, ?> given) {
      Map<String, Object> vpc = new HashMap<>();
      given.forEach((key, value) -> vpc.put((String) key, value));
      vpc.put("clusterSecurityGroupId", computed(args, "clusterSecurityGroupId"));
      state.put("vpcConfig", vpc);
    }
    state.put(
        "resources",
        List.of(Map.of("autoscalingGroups", List.of(Map.of("name", computed(args, "group"))))));
    return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(id), state));
  }

  private static String computed(ResourceArgs args, String property) {
    return "computed:" + args.type + ":" + args.name + ":" + property;
  }
}
