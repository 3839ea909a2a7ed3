package dev.mlestate.engine;

import dev.mlestate.wire.PropertyValue.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What the fake provider's resources are in the end; shared by all of its instances. */
final class FakeCloud {
  private final TreeMap<String, Obj> resources = new TreeMap<>();
  private final List<String> log = new ArrayList<>();
  private int next = 1;

  /** Is called with a resource's name before it is created, outside of any lock. */
  volatile Consumer<String> beforeCreate = name -> {};

  String create(String name, Obj properties) {
    beforeCreate.accept(name);
    return make(name, properties);
  }

  private synchronized String make(String name, Obj properties) {
    String id = name + "-" + next++;
    resources.put(id, properties);
    log.add("create " + name);
    return id;
  }

  synchronized void update(String id, Obj properties) {
    if (resources.replace(id, properties) == null) {
      throw new IllegalStateException("no resource " + id);
    }
    log.add("update " + id.substring(0, id.lastIndexOf('-')));
  }

  /** Changes or removes a resource behind everybody's back. */
  synchronized void meddle(String name, UnaryOperator<Obj> change) {
    resources.replaceAll(
        (id, properties) -> id.startsWith(name + "-") ? change.apply(properties) : properties);
  }

  /** Removes a resource behind everybody's back. */
  synchronized void lose(String name) {
    resources.keySet().removeIf(id -> id.startsWith(name + "-"));
  }

  synchronized void delete(String id) {
    if (resources.remove(id) == null) {
      throw new IllegalStateException("no resource " + id);
    }
    log.add("delete " + id.substring(0, id.lastIndexOf('-')));
  }

  synchronized void note(String line) {
    log.add(line);
  }

  synchronized NavigableMap<String, Obj> resources() {
    return new TreeMap<>(resources);
  }

  /** What was done since the last call. */
  synchronized List<String> takeLog() {
    List<String> taken = List.copyOf(log);
    log.clear();
    return taken;
  }
}
