package dev.mlestate.simulated.gcp;

import dev.mlestate.simulated.check.ProviderDemand;
import dev.mlestate.simulated.table.KeyedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rows of values.tsv, of which a type's are read when it is first asked for. */
final class GcpValues {
  private final KeyedTable table = new KeyedTable(GcpValues.class, "values.tsv", 4);
  private final Map<String, OfType> types = new ConcurrentHashMap<>();

  /** What is known of one type. */
  record OfType(
      Set<String> sets,
      Set<String> computed,
      Map<String, String> defaults,
      Map<String, String> suppressed,
      List<ProviderDemand> demands) {
    OfType {
      sets = Set.copyOf(sets);
      computed = Set.copyOf(computed);
      defaults = Map.copyOf(defaults);
      suppressed = Map.copyOf(suppressed);
      demands = List.copyOf(demands);
    }
  }

  OfType of(String token) {
    return types.computeIfAbsent(token, this::read);
  }

  /** Every type that has rows. */
  List<String> tokens() {
    return table.keys();
  }

  private OfType read(String token) {
    Set<String> sets = new HashSet<>();
    Set<String> computed = new HashSet<>();
    Map<String, String> defaults = new HashMap<>();
    Map<String, String> suppressed = new HashMap<>();
    List<ProviderDemand> demands = new ArrayList<>();
    for (List<String> row : table.rows(token)) {
      String property = row.get(1);
      switch (row.get(2)) {
        case "set" -> sets.add(property);
        case "computed" -> computed.add(property);
        case "default" -> defaults.put(property, row.get(3));
        case "diffSuppress" -> suppressed.put(property, row.get(3));
        case "stateFunc" -> suppressed.putIfAbsent(property, "CompareCaseInsensitive");
        default -> demands.add(new ProviderDemand(property, row.get(2), row.get(3)));
      }
    }
    return new OfType(sets, computed, defaults, suppressed, demands);
  }
}
