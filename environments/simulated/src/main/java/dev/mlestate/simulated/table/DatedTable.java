package dev.mlestate.simulated.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of tab-separated cells; lines that start with a number sign say where the rows are from. */
public final class DatedTable {
  private DatedTable() {}

  /** The rows of a resource beside a class; a missing last cell is empty. */
  public static List<List<String>> rows(Class<?> beside, String name, int columns) {
    return lines(beside, name).stream().map(line -> cells(line, columns)).toList();
  }

  static List<String> cells(String line, int columns) {
    List<String> cells = new ArrayList<>(List.of(line.split("\t", columns)));
    while (cells.size() < columns) {
      cells.add("");
    }
    return List.copyOf(cells);
  }

  static List<String> lines(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> lines = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line);
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
