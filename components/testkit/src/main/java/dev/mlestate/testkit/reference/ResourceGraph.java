package dev.mlestate.testkit.reference;

import com.pulumi.asset.AssetOrArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The types of recorded resources, what is set on them, and which uses which. */
final class ResourceGraph {
  private static final int MOST_SETTINGS = 10;

  /** What clouds and types call their tags. */
  private static final List<String> TAGS =
      List.of("tags", "labels", "resourceLabels", "userLabels");

  private final List<Registered> resources;

  ResourceGraph(List<Registered> resources) {
    this.resources = resources;
  }

  /** How many there are of each type. */
  Map<String, Integer> types() {
    Map<String, Integer> counts = new TreeMap<>();
    resources.forEach(resource -> counts.merge(resource.type(), 1, Integer::sum));
    return counts;
  }

  boolean takesTags(String type) {
    return ofType(type).stream().anyMatch(resource -> TAGS.stream().anyMatch(resource::has));
  }

  /** What is the same on all resources of a type: switches, numbers and words, no names or ids. */
  List<String> settings(String type) {
    Set<String> shared = null;
    for (Registered resource : ofType(type)) {
      Map<String, Set<String>> values = new TreeMap<>();
      walk("", resource.inputs(), (path, value) -> setting(path, value, values));
      Set<String> own = new TreeSet<>();
      values.forEach(
          (path, all) -> {
            // A list whose items differ says nothing in one line.
            if (all.size() == 1) {
              own.add(path + " = " + all.iterator().next());
            }
          });
      if (shared == null) {
        shared = own;
      } else {
        shared.retainAll(own);
      }
    }
    return shared == null ? List.of() : shared.stream().limit(MOST_SETTINGS).toList();
  }

  /** A diagram of types: an arrow goes from what uses to what is used. */
  String diagram() {
    StringBuilder diagram = new StringBuilder("```mermaid\nflowchart LR\n");
    List<String> types = List.copyOf(types().keySet());
    for (int i = 0; i < types.size(); i++) {
      int count = ofType(types.get(i)).size();
      diagram.append(
          "  n%d[\"%s%s\"]\n"
              .formatted(i, shortName(types.get(i)), count == 1 ? "" : " × " + count));
    }
    for (int user = 0; user < types.size(); user++) {
      for (int used = 0; used < types.size(); used++) {
        if (user != used && uses(types.get(user), types.get(used))) {
          diagram.append("  n%d --> n%d\n".formatted(user, used));
        }
      }
    }
    return diagram.append("```\n").toString();
  }

  /** Such as ec2 Vpc. */
  static String shortName(String type) {
    return type.replaceFirst("^[a-z-]+:([^/:]+).*:(\\w+)$", "$1 $2");
  }

  private List<Registered> ofType(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  private boolean uses(String user, String used) {
    for (Registered from : ofType(user)) {
      for (Registered to : ofType(used)) {
        List<String> hits = new ArrayList<>();
        walk(
            "",
            from.inputs(),
            (path, value) -> {
              if (value instanceof String text && mentions(path, text, to)) {
                hits.add(path);
              }
            });
        if (!hits.isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** An id or an ARN says whose it is; a name does so only beside a key of the resource's kind. */
  private static boolean mentions(String path, String text, Registered target) {
    if (target.isMeantBy(text)) {
      return true;
    }
    String key =
        path.substring(path.lastIndexOf('.') + 1)
            .replaceFirst("Name$", "")
            .toLowerCase(Locale.ROOT);
    String kind = target.kind().replaceFirst("v2$", "");
    String name = target.physicalName();
    if (kind.equals("bucket") && text.contains("s3:") && text.contains(name)) {
      return true;
    }
    boolean sameKind =
        kind.equals(key)
            || (key.length() > 8 && kind.startsWith(key))
            || (key.length() > 4 && kind.endsWith(key));
    return sameKind && text.equals(name);
  }

  private static void setting(String path, Object value, Map<String, Set<String>> into) {
    String key = path.substring(path.lastIndexOf('.') + 1);
    if (path.matches("(.*\\.)?(tags|metadata|labels|tag|resourceLabels|userLabels)(\\..*)?")
        || key.matches("apiVersion|kind")
        || value instanceof AssetOrArchive) {
      return;
    }
    String text = String.valueOf(value);
    if (value instanceof Double number && number == Math.rint(number)) {
      text = String.valueOf(number.longValue());
    }
    boolean word =
        text.matches("[A-Za-z][A-Za-z0-9_:.*, -]{0,60}")
            && !text.contains("vision")
            && !key.matches(
                "(?i).*(name|id|arn|description|prefix|region|bucket|zone|location|cidr).*");
    if (!(value instanceof String) || word) {
      into.computeIfAbsent(path, absent -> new TreeSet<>()).add(text);
    }
  }

  private static void walk(String path, Object value, BiConsumer<String, Object> visit) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> walk(path.isEmpty() ? "" + key : path + "." + key, inner, visit));
    } else if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      visit.accept(path, list.stream().map(String.class::cast).collect(Collectors.joining(", ")));
    } else if (value instanceof List<?> list) {
      list.forEach(inner -> walk(path, inner, visit));
    } else {
      visit.accept(path, value);
    }
  }
}
