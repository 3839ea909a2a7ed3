package dev.mlestate.testkit.recorded;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.test.Mocks;
import dev.mlestate.testkit.program.MockedProgram;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Everything that a program registered, in the order of types and names.
 *
 * @param outputs the stack's, as far as they were known
 */
public record RecordedStack(List<Recorded> resources, Map<String, Object> outputs) {
  public RecordedStack {
    resources = List.copyOf(resources);
    outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
  }

  /** Runs what exports nothing. */
  public static RecordedStack of(AcceptingCloud cloud, Runnable program) {
    return of(
        cloud,
        context -> {
          program.run();
          return Map.of();
        });
  }

  /** Runs a program whose result are the stack's outputs. */
  public static RecordedStack of(
      AcceptingCloud cloud, Function<Context, Map<String, Output<?>>> program) {
    Queue<Recorded> recorded = new ConcurrentLinkedQueue<>();
    Map<String, Object> outputs = new ConcurrentHashMap<>();
    MockedProgram.run(
        mocks(cloud, recorded),
        context ->
            program
                .apply(context)
                .forEach(
                    (name, output) ->
                        context.export(
                            name,
                            output.applyValue(
                                value -> {
                                  outputs.put(name, value);
                                  return value;
                                }))));
    return new RecordedStack(
        recorded.stream()
            .sorted(Comparator.comparing(Recorded::type).thenComparing(Recorded::name))
            .toList(),
        outputs);
  }

  private static Mocks mocks(AcceptingCloud cloud, Queue<Recorded> recorded) {
    return new Mocks() {
      @Override
      public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
        String id = cloud.id(args.type, args.name, args.inputs);
        recorded.add(
            new Recorded(
                args.type,
                args.name,
                new TreeMap<>(args.inputs),
                Optional.ofNullable(args.provider).orElse(""),
                id));
        Map<String, Object> state = new TreeMap<>(cloud.told(args.type, args.inputs));
        cloud.computed(args.type, args.name, args.inputs).forEach(state::putIfAbsent);
        return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(id), state));
      }

      @Override
      public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
        return CompletableFuture.completedFuture(cloud.answer(args.token, args.args));
      }
    };
  }

  /** All of a type. */
  public List<Recorded> all(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  /** The one of a type. */
  public Recorded one(String type) {
    List<Recorded> found = all(type);
    if (found.size() != 1) {
      throw new AssertionError("there are " + found.size() + " of " + type);
    }
    return found.get(0);
  }

  /** The one of a type with a name. */
  public Recorded one(String type, String name) {
    return all(type).stream()
        .filter(resource -> resource.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no " + name + " among " + all(type).stream().map(Recorded::name).toList()));
  }

  /** The names of all of a type. */
  public List<String> names(String type) {
    return all(type).stream().map(Recorded::name).toList();
  }
}
