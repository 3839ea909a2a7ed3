package dev.mlestate.conformance.replacement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file of dated facts: tab-separated cells, with remarks that start with a number sign. */
final class FactTable {
  /** Where the facts lie that the simulated clouds work with, too; the file alone is shared. */
  static final String SIMULATED = "/dev/mlestate/simulated/";

  private FactTable() {}

  /** The rows of a resource on the class path; a missing last cell is empty. */
  static List<List<String>> rows(String resource, int columns) {
    try (InputStream in = FactTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<List<String>> rows = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          List<String> cells = new ArrayList<>(List.of(line.split("\t", columns)));
          while (cells.size() < columns) {
            cells.add("");
          }
          rows.add(List.copyOf(cells));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key of a property of a type. */
  static String key(String token, String property) {
    return token + "\t" + property;
  }
}
