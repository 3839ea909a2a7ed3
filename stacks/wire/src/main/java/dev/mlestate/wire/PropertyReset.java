package dev.mlestate.wire;

import dev.mlestate.wire.PropertyPath.Step;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sets what lies at a path back to what it was: the rule of a resource's {@code ignoreChanges}.
 *
 * <p>A path that would have to create the way to its place, or to change a list's length, resets
 * nothing.
 */
public final class PropertyReset {
  private PropertyReset() {}

  /** The new object with the place as in the old one; empty if the path does not allow that. */
  public static Optional<Obj> reset(PropertyPath path, Obj before, Obj after) {
    if (path.isRoot()) {
      return Optional.empty();
    }
    try {
      return Optional.of((Obj) reset(path, before, after, false));
    } catch (PathError e) {
      return Optional.empty();
    }
  }

  /** A step cannot be followed in both values. */
  private static final class PathError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PathError() {
      super(null, null, false, false);
    }
  }

  private static PropertyValue reset(
      PropertyPath path, PropertyValue before, PropertyValue after, boolean mark) {
    if (after instanceof Secret secret) {
      return PropertyValues.secret(reset(path, plain(before), secret.value(), false));
    }
    // What was secret stays secret where it returns.
    boolean secret = mark || before instanceof Secret;
    PropertyValue old = plain(before);
    Step step = path.steps().get(0);
    boolean last = path.steps().size() == 1;
    if (step instanceof Step.Member member) {
      return member(member.key(), path, old, after, secret, last);
    }
    if (step instanceof Step.Element element) {
      return element(element.index(), path, old, after, secret, last);
    }
    return every(path, old, after, secret, last);
  }

  private static PropertyValue plain(PropertyValue value) {
    return value instanceof Secret secret ? plain(secret.value()) : value;
  }

  private static PropertyValue marked(PropertyValue value, boolean secret) {
    return secret ? PropertyValues.secret(value) : value;
  }

  private static PropertyValue member(
      String key,
      PropertyPath path,
      PropertyValue before,
      PropertyValue after,
      boolean secret,
      boolean last) {
    @Nullable PropertyValue old = before instanceof Obj object ? object.members().get(key) : null;
    if (last) {
      if (!(after instanceof Obj fresh)) {
        if (old != null) {
          throw new PathError();
        }
        return after;
      }
      return old == null
          ? PropertyValues.without(fresh, key)
          : PropertyValues.with(fresh, key, marked(old, secret));
    }
    if (!(before instanceof Obj) || !(after instanceof Obj fresh)) {
      if (before instanceof Obj || after instanceof Obj) {
        throw new PathError();
      }
      return after;
    }
    @Nullable PropertyValue next = fresh.members().get(key);
    if (next == null) {
      if (old != null) {
        throw new PathError();
      }
      return after;
    }
    PropertyValue from = old == null ? PropertyValues.NULL : old;
    return PropertyValues.with(fresh, key, reset(path.rest(), from, next, secret));
  }

  private static PropertyValue element(
      int index,
      PropertyPath path,
      PropertyValue before,
      PropertyValue after,
      boolean secret,
      boolean last) {
    if (!(before instanceof Array old) || !(after instanceof Array fresh)) {
      if (before instanceof Array || after instanceof Array) {
        throw new PathError();
      }
      return after;
    }
    boolean inOld = index < old.elements().size();
    boolean inFresh = index < fresh.elements().size();
    if (last && !inOld && !inFresh) {
      return after;
    }
    if (!inOld || !inFresh) {
      throw new PathError();
    }
    List<PropertyValue> elements = new ArrayList<>(fresh.elements());
    PropertyValue from = old.elements().get(index);
    elements.set(
        index, last ? marked(from, secret) : reset(path.rest(), from, elements.get(index), secret));
    return new Array(elements);
  }

  private static PropertyValue every(
      PropertyPath path, PropertyValue before, PropertyValue after, boolean secret, boolean last) {
    if (after instanceof Obj fresh) {
      if (!(before instanceof Obj old)) {
        if (last) {
          return after;
        }
        throw new PathError();
      }
      SortedMap<String, PropertyValue> members =
          new TreeMap<>(last ? old.members() : fresh.members());
      SortedSet<String> keys = new TreeSet<>(old.members().keySet());
      for (String key : keys) {
        PropertyValue from = PropertyValues.get(old, key).orElseThrow();
        if (last) {
          members.put(key, marked(from, secret));
          continue;
        }
        PropertyValue next = PropertyValues.get(fresh, key).orElseThrow(PathError::new);
        members.put(key, reset(path.rest(), from, next, secret));
      }
      return new Obj(members);
    }
    if (after instanceof Array fresh) {
      if (!(before instanceof Array old)) {
        if (last) {
          return after;
        }
        throw new PathError();
      }
      if (old.elements().size() != fresh.elements().size()) {
        throw new PathError();
      }
      List<PropertyValue> elements = new ArrayList<>();
      for (int i = 0; i < old.elements().size(); i++) {
        PropertyValue from = old.elements().get(i);
        elements.add(
            last
                ? marked(from, secret)
                : reset(path.rest(), from, fresh.elements().get(i), secret));
      }
      return new Array(elements);
    }
    throw new PathError();
  }
}
