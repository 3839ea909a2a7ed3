package dev.mlestate.engine.event;

import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Archive;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Asset;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Leaves the texts of files out of events, as Pulumi does: they have no bounds. */
final class Elided {
  private static final String ELIDED = "<contents elided>";

  private Elided() {}

  static Obj texts(Obj object) {
    return new Obj(members(object.members()));
  }

  private static SortedMap<String, PropertyValue> members(
      SortedMap<String, PropertyValue> members) {
    SortedMap<String, PropertyValue> elided = new TreeMap<>(members);
    elided.replaceAll((key, value) -> texts(value));
    return elided;
  }

  private static PropertyValue texts(PropertyValue value) {
    if (value instanceof Obj object) {
      return texts(object);
    }
    if (value instanceof Array array) {
      return new Array(array.elements().stream().map(Elided::texts).toList());
    }
    if (value instanceof Asset asset && asset.text().isPresent()) {
      return new Asset(Optional.of(ELIDED), Optional.empty(), Optional.empty(), asset.hash());
    }
    if (value instanceof Archive archive && archive.assets().isPresent()) {
      return new Archive(
          archive.assets().map(Elided::members), archive.path(), archive.uri(), archive.hash());
    }
    return value;
  }
}
