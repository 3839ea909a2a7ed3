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
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<List<String>> rows = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          List<String> cells = new ArrayList<>(List.of(line.split("\t", columns)));
          while (cells.size() < columns) {
            cells.add("");
          }
          rows.add(List.copyOf(cells));
        }
      }
      return List.copyOf(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
