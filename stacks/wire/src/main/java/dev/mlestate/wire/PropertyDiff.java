package dev.mlestate.wire;

import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.ResourceReference;
import dev.mlestate.wire.PropertyValue.Secret;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What differs between two objects, place by place.
 *
 * <p>As in Pulumi, a missing member and a null are the same, a list is compared index by index, and
 * a resource reference's package version does not matter.
 *
 * @param changes by the place's path
 */
public record PropertyDiff(SortedMap<String, Change> changes) {
  /** What happens at a place. */
  public enum Change {
    ADD,
    DELETE,
    UPDATE
  }

  public PropertyDiff {
    changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
  }

  /** What leads from the one object to the other. */
  public static PropertyDiff between(Obj before, Obj after) {
    SortedMap<String, Change> changes = new TreeMap<>();
    compareObjects("", before, after, changes);
    return new PropertyDiff(changes);
  }

  /** Whether two values are the same. */
  public static boolean same(PropertyValue before, PropertyValue after) {
    if (before.equals(after)) {
      return true;
    }
    SortedMap<String, Change> changes = new TreeMap<>();
    compare("", before, after, changes);
    return changes.isEmpty();
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  private static void compare(
      String path, PropertyValue before, PropertyValue after, SortedMap<String, Change> changes) {
    if (before.equals(after)) {
      return;
    }
    if (before instanceof Obj old && after instanceof Obj fresh) {
      compareObjects(path, old, fresh, changes);
    } else if (before instanceof Array old && after instanceof Array fresh) {
      compareArrays(path, old, fresh, changes);
    } else if (before instanceof Secret old && after instanceof Secret fresh) {
      if (!same(old.value(), fresh.value())) {
        changes.put(path, Change.UPDATE);
      }
    } else if (before instanceof ResourceReference old
        && after instanceof ResourceReference fresh) {
      if (!old.urn().equals(fresh.urn()) || !old.id().equals(fresh.id())) {
        changes.put(path, Change.UPDATE);
      }
    } else if (before instanceof Null) {
      changes.put(path, Change.ADD);
    } else {
      changes.put(path, after instanceof Null ? Change.DELETE : Change.UPDATE);
    }
  }

  private static void compareObjects(
      String path, Obj before, Obj after, SortedMap<String, Change> changes) {
    TreeSet<String> keys = new TreeSet<>(before.members().keySet());
    keys.addAll(after.members().keySet());
    for (String key : keys) {
      compare(
          PropertyPath.join(path, key),
          before.members().getOrDefault(key, PropertyValues.NULL),
          after.members().getOrDefault(key, PropertyValues.NULL),
          changes);
    }
  }

  private static void compareArrays(
      String path, Array before, Array after, SortedMap<String, Change> changes) {
    int common = Math.min(before.elements().size(), after.elements().size());
    for (int i = 0; i < common; i++) {
      compare(path + "[" + i + "]", before.elements().get(i), after.elements().get(i), changes);
    }
    for (int i = common; i < after.elements().size(); i++) {
      changes.put(path + "[" + i + "]", Change.ADD);
    }
    for (int i = common; i < before.elements().size(); i++) {
      changes.put(path + "[" + i + "]", Change.DELETE);
    }
  }
}
