package dev.mlestate.simulated.schema;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The members of a nested object, by their names. */
public record ObjectDeclaration(SortedMap<String, PropertyDeclaration> members) {
  public ObjectDeclaration {
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
  }

  public static ObjectDeclaration of(Map<String, PropertyDeclaration> members) {
    return new ObjectDeclaration(new TreeMap<>(members));
  }
}
