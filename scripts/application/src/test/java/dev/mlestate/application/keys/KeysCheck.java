package dev.mlestate.application.keys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Changes every key of a schema wherever it stands in some files. */
final class KeysCheck {
  private final Effects effects;
  private final List<JsonNode> files;

  KeysCheck(Effects effects, List<JsonNode> files) {
    this.effects = effects;
    this.files = List.copyOf(files);
  }

  /**
   * What the keys do.
   *
   * @param effects by what each key acts, in the order of {@link Effect}
   * @param dead a sentence for each key that does nothing
   */
  record Result(Map<String, Set<Effect>> effects, List<String> dead) {}

  /** Changes every key. */
  Result check(JsonNode schema) {
    Map<String, Set<Effect>> acting = Collections.synchronizedMap(new TreeMap<>());
    List<String> dead = Collections.synchronizedList(new ArrayList<>());
    Map<String, JsonNode> keys = SchemaKeys.of(schema);
    // Threads of its own: a deployment is bound to its thread, which a pool would lend to another.
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> running = new ArrayList<>();
      keys.forEach(
          (key, own) -> running.add(threads.submit(() -> acting.put(key, change(key, own, dead)))));
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      threads.shutdownNow();
    }
    Collections.sort(dead);
    return new Result(acting, dead);
  }

  /** Changes a key wherever it stands in the first file that has it. */
  private Set<Effect> change(String key, JsonNode schema, List<String> dead) {
    Set<Effect> found = EnumSet.noneOf(Effect.class);
    for (JsonNode file : files) {
      List<String> pointers = SchemaKeys.in(file, key);
      for (String pointer : key.endsWith("[]") ? first(pointers) : pointers) {
        effect(file, key, schema, pointer)
            .ifPresentOrElse(found::add, () -> dead.add(nothing(pointer)));
        // Under a name that the file chooses stand things of several kinds; a list has like ones,
        // of which one that acts is enough.
        if (!key.contains(".*.") && found.stream().anyMatch(e -> e != Effect.PROBLEM)) {
          break;
        }
      }
      if (!pointers.isEmpty()) {
        return found;
      }
    }
    dead.add(key + " stands in no file of this test; write it into one");
    return found;
  }

  /** A list is changed once, whichever element stands for it. */
  private static List<String> first(List<String> pointers) {
    return pointers.stream().filter(pointer -> pointer.endsWith("/0")).toList();
  }

  /** The best of all ways to change a key: one that is not merely refused, if there is one. */
  private Optional<Effect> effect(JsonNode file, String key, JsonNode schema, String pointer) {
    Optional<Effect> best = Optional.empty();
    for (JsonNode changed : OtherValues.of(file, key, schema, pointer)) {
      Optional<Effect> effect = effects.between(file, changed);
      if (effect.isPresent() && effect.get() != Effect.PROBLEM) {
        return effect;
      }
      best = best.or(() -> effect);
    }
    return best;
  }

  private static String nothing(String pointer) {
    return pointer.substring(1).replace('/', '.')
        + " does nothing: no other value of it changes the plan, the resources, the estimate or a"
        + " finding, and none is refused; make it act or take it out of the model";
  }
}
