package dev.mlestate.kubernetes;

import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A resource as it was registered. */
record Registered(String type, String name, Map<String, Object> inputs) {
  /** What a program registers with a cluster that accepts everything. */
  static List<Registered> by(Runnable program) {
    Queue<Registered> recorded = new ConcurrentLinkedQueue<>();
    Mocks mocks =
        args -> {
          recorded.add(new Registered(args.type, args.name, new TreeMap<>(args.inputs)));
          return CompletableFuture.completedFuture(
              Mocks.ResourceResult.of(Optional.of(args.name), args.inputs));
        };
    PulumiTest.withMocks(mocks).runTest(context -> program.run()).throwOnError();
    return List.copyOf(recorded);
  }

  /** The one of a kind and a name in the cluster. */
  static Registered one(List<Registered> all, String kind, String name) {
    List<Registered> found =
        all.stream()
            .filter(each -> each.type().endsWith(":" + kind))
            .filter(each -> each.at("metadata.name").equals(name))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " of " + kind + " " + name + " in " + all);
    }
    return found.get(0);
  }

  /** The value at a path such as {@code spec.template.spec.containers.0.image}. */
  Object at(String path) {
    Object value = inputs;
    for (String step : path.split("\\.", -1)) {
      if (value instanceof Map<?, ?> map && map.containsKey(step)) {
        value = map.get(step);
      } else if (value instanceof List<?> list && step.matches("\\d+")) {
        value = list.get(Integer.parseInt(step));
      } else {
        throw new AssertionError("no " + step + " of " + path + " in " + inputs);
      }
    }
    return value;
  }
}
