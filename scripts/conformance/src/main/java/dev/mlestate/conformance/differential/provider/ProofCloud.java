package dev.mlestate.conformance.differential.provider;

import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the suite's provider keeps, in memory. Ids tell a resource's name and how many of that name
 * there were before, so that they do not depend on the order in which an engine works.
 */
public final class ProofCloud {
  private final Map<String, Obj> resources = new TreeMap<>();
  private final Map<String, Integer> created = new HashMap<>();
  private final Set<String> failing = new TreeSet<>();

  synchronized String create(String name, Obj inputs) {
    int number = created.merge(name, 1, Integer::sum);
    String id = name + "-" + number;
    resources.put(id, inputs);
    return id;
  }

  synchronized void update(String id, Obj inputs) {
    resources.put(id, inputs);
  }

  synchronized void delete(String id) {
    resources.remove(id);
  }

  synchronized Optional<Obj> inputs(String id) {
    return Optional.ofNullable(resources.get(id));
  }

  synchronized boolean fails(String operation, String name) {
    return failing.contains(operation + " " + name);
  }

  /** Makes an operation on the resources of a name fail until {@link #heal} is called. */
  public synchronized void fail(String operation, String name) {
    failing.add(operation + " " + name);
  }

  /** Makes every operation succeed again. */
  public synchronized void heal() {
    failing.clear();
  }

  /** Changes an input of a resource behind the engine's back. */
  public synchronized void change(String id, String input, String value) {
    Obj before = resources.getOrDefault(id, PropertyValues.EMPTY);
    resources.put(id, PropertyValues.with(before, input, PropertyValues.of(value)));
  }

  /** Makes a resource exist that no engine has created. */
  public synchronized void put(String id, Map<String, String> inputs) {
    Map<String, PropertyValue> members = new TreeMap<>();
    inputs.forEach((key, value) -> members.put(key, PropertyValues.of(value)));
    resources.put(id, Obj.of(members));
  }

  /** Deletes a resource behind the engine's back. */
  public synchronized void vanish(String id) {
    resources.remove(id);
  }

  /** The ids of what exists. */
  public synchronized List<String> ids() {
    return new ArrayList<>(resources.keySet());
  }
}
