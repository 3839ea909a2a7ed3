package dev.mlestate.conformance.replacement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.conformance.replacement.Change.Kind;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Every change of one resource's inputs that the run asks about, each in one place. */
final class Changes {
  private static final int VALUES_OF_OTHERS = 2;
  private static final int LISTED = 4;

  private final String token;
  private final Obj inputs;
  private final OtherValues values;
  private final BiPredicate<String, String> isSet;
  private final List<Proposal> proposals = new ArrayList<>();

  /**
   * One change, with the values to try until the provider's Check accepts one.
   *
   * @param ways the changed inputs, the likeliest to be accepted first
   */
  record Proposal(Kind kind, PropertyPath path, List<Obj> ways) {
    Proposal {
      ways = List.copyOf(ways);
    }
  }

  private Changes(String token, Obj inputs, OtherValues values, BiPredicate<String, String> isSet) {
    this.token = token;
    this.inputs = inputs;
    this.values = values;
    this.isSet = isSet;
  }

  /**
   * The changes of a resource.
   *
   * @param isSet whether the order of a list does not matter, by type and place
   */
  static List<Proposal> of(
      String token, Obj inputs, OtherValues values, BiPredicate<String, String> isSet) {
    Changes changes = new Changes(token, inputs, values, isSet);
    changes.object(PropertyPath.ROOT, "", Shape.of(token), inputs);
    return List.copyOf(changes.proposals);
  }

  private void object(PropertyPath path, String place, Shape shape, Obj object) {
    boolean map = shape instanceof Shape.Entries;
    object
        .members()
        .forEach(
            (name, member) -> {
              if (!name.startsWith("__")) {
                Shape inner =
                    shape instanceof Shape.Entries entries ? entries.value() : shape.member(name);
                value(
                    path.member(name), place.isEmpty() ? name : place + "." + name, inner, member);
              }
            });
    if (map) {
      object.members().entrySet().stream()
          .limit(1)
          .forEach(
              entry ->
                  added(
                      Kind.ENTRY_ADDED, path.member(entry.getKey() + "-added"), entry.getValue()));
    } else {
      values
          .members(token, place)
          .forEach(
              (name, member) -> {
                if (!object.members().containsKey(name)) {
                  added(Kind.ADDED, path.member(name), member);
                }
              });
    }
  }

  private void value(PropertyPath path, String place, Shape shape, PropertyValue wrapped) {
    PropertyValue value = PropertyValues.unwrap(wrapped);
    propose(Kind.REMOVED, path, List.of(Edits.remove(inputs, path)));
    if (value instanceof Obj object) {
      object(path, place, shape, object);
    } else if (value instanceof Array array) {
      list(path, place, shape, array.elements());
    } else if (value instanceof PropertyValue.Asset || value instanceof PropertyValue.Archive) {
      return;
    } else {
      plain(path, place, value);
    }
  }

  private void plain(PropertyPath path, String place, PropertyValue value) {
    List<PropertyValue> others = values.of(token, place, value, VALUES_OF_OTHERS);
    if (value instanceof Str text) {
      propose(Kind.VALUE, path, ways(path, others));
      others.stream()
          .filter(other -> values.isListed(token, place, other))
          .limit(LISTED)
          .forEach(other -> propose(Kind.VALUE, path, ways(path, List.of(other))));
      layout(text).ifPresent(other -> propose(Kind.LAYOUT, path, ways(path, List.of(other))));
    } else {
      // Up and down may differ.
      others.forEach(other -> propose(Kind.VALUE, path, ways(path, List.of(other))));
    }
    propose(Kind.UNKNOWN, path, ways(path, List.of(PropertyValues.UNKNOWN)));
  }

  private static Optional<PropertyValue> layout(Str text) {
    return Plain.document(text)
        .map(JsonNode::toPrettyString)
        .filter(pretty -> !pretty.equals(text.value()))
        .map(PropertyValues::of);
  }

  private void list(PropertyPath path, String place, Shape shape, List<PropertyValue> elements) {
    for (int i = 0; i < elements.size(); i++) {
      PropertyPath at = path.element(i);
      PropertyValue element = PropertyValues.unwrap(elements.get(i));
      propose(Kind.ELEMENT_REMOVED, at, List.of(Edits.remove(inputs, at)));
      if (element instanceof Obj object) {
        object(at, place + "[]", shape.element(), object);
      } else if (element instanceof Array array) {
        list(at, place + "[]", shape.element(), array.elements());
      } else {
        plain(at, place + "[]", element);
      }
    }
    if (elements.isEmpty()) {
      return;
    }
    PropertyValue last = elements.get(elements.size() - 1);
    PropertyPath next = path.element(elements.size());
    List<Obj> longer = new ArrayList<>();
    varied(place + "[]", PropertyValues.unwrap(last)).stream()
        .filter(element -> !elements.contains(element))
        .forEach(element -> longer.add(Edits.set(inputs, next, element)));
    propose(Kind.ELEMENT_ADDED, next, longer);
    List<PropertyValue> reversed = new ArrayList<>(elements);
    Collections.reverse(reversed);
    if (!reversed.equals(elements) && isSet.test(token, place)) {
      propose(Kind.REORDERED, path, List.of(Edits.set(inputs, path, PropertyValues.of(reversed))));
    }
  }

  /** Elements like one, with another value in one place. */
  private List<PropertyValue> varied(String place, PropertyValue element) {
    List<PropertyValue> varied = new ArrayList<>();
    if (element instanceof Obj object) {
      object
          .members()
          .forEach(
              (name, member) ->
                  values.of(token, place + "." + name, member, 1).stream()
                      .limit(2)
                      .forEach(other -> varied.add(PropertyValues.with(object, name, other))));
    } else {
      varied.addAll(values.of(token, place, element, VALUES_OF_OTHERS));
    }
    return varied;
  }

  private void added(Kind kind, PropertyPath path, PropertyValue like) {
    List<Obj> ways = new ArrayList<>();
    ways.add(Edits.set(inputs, path, like));
    propose(kind, path, ways);
  }

  private List<Obj> ways(PropertyPath path, List<PropertyValue> others) {
    return others.stream().map(other -> Edits.set(inputs, path, other)).toList();
  }

  private void propose(Kind kind, PropertyPath path, List<Obj> ways) {
    if (!ways.isEmpty()) {
      proposals.add(new Proposal(kind, path, ways));
    }
  }
}
