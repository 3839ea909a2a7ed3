package dev.mlestate.engine;

import dev.mlestate.wire.PropertyValue.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What the fake provider's resources are in the end; shared by all of its instances. */
final class FakeCloud {
  private final TreeMap<String, Obj> resources = new TreeMap<>();
  private final TreeMap<String, String> byToken = new TreeMap<>();
  private final List<String> log = new ArrayList<>();
  private int next = 1;

  /** Is called with a resource's name before it is created, outside of any lock. */
  volatile Consumer<String> beforeCreate = name -> {};

  /** Is called with what is done, such as {@code update b}, before it is; outside of any lock. */
  volatile Consumer<String> before = what -> {};

  /** Is called with what was done before anybody is told. */
  volatile Consumer<String> after = what -> {};

  String create(String name, Obj properties) {
    return create(name, properties, Optional.empty());
  }

  /** Creates something, but only once for each token. */
  String create(String name, Obj properties, Optional<String> token) {
    beforeCreate.accept(name);
    before.accept("create " + name);
    String id = make(name, properties, token);
    after.accept("create " + name);
    return id;
  }

  /** What was created under a token. */
  synchronized Optional<String> made(String token) {
    return Optional.ofNullable(byToken.get(token)).filter(resources::containsKey);
  }

  /** Takes over everything that another cloud has. */
  synchronized void copy(FakeCloud other) {
    resources.putAll(other.resources());
    byToken.putAll(other.tokens());
    next = resources.size() + 1;
  }

  private synchronized Map<String, String> tokens() {
    return new TreeMap<>(byToken);
  }

  private synchronized String make(String name, Obj properties, Optional<String> token) {
    Optional<String> known = token.flatMap(this::made);
    if (known.isPresent()) {
      return known.get();
    }
    String id = name + "-" + next++;
    resources.put(id, properties);
    token.ifPresent(each -> byToken.put(each, id));
    log.add("create " + name);
    return id;
  }

  void update(String id, Obj properties) {
    String what = "update " + id.substring(0, id.lastIndexOf('-'));
    before.accept(what);
    synchronized (this) {
      if (resources.replace(id, properties) == null) {
        throw new IllegalStateException("no resource " + id);
      }
      log.add(what);
    }
    after.accept(what);
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

  void delete(String id) {
    String what = "delete " + id.substring(0, id.lastIndexOf('-'));
    before.accept(what);
    synchronized (this) {
      if (resources.remove(id) == null) {
        throw new IllegalStateException("no resource " + id);
      }
      log.add(what);
    }
    after.accept(what);
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
