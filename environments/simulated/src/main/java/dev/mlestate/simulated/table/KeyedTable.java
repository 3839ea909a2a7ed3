package dev.mlestate.simulated.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A large dated table by its first cell, of which only the rows that are asked for are read. */
public final class KeyedTable {
  private final Map<String, List<String>> lines = new HashMap<>();
  private final int columns;

  /** The table of a resource beside a class. */
  public KeyedTable(Class<?> beside, String name, int columns) {
    this.columns = columns;
    for (String line : DatedTable.lines(beside, name)) {
      int tab = line.indexOf('\t');
      lines.computeIfAbsent(line.substring(0, tab), absent -> new ArrayList<>()).add(line);
    }
  }

  /** The rows with that first cell. */
  public List<List<String>> rows(String key) {
    return lines.getOrDefault(key, List.of()).stream()
        .map(line -> DatedTable.cells(line, columns))
        .toList();
  }

  /** Every first cell. */
  public List<String> keys() {
    return lines.keySet().stream().sorted().toList();
  }
}
