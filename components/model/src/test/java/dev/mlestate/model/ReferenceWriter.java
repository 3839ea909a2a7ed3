package dev.mlestate.model;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the reference page of a file's keys. */
final class ReferenceWriter {
  private record Row(String path, String type, Key key) {}

  private ReferenceWriter() {}

  static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # The environment file

            This page is generated from the records of `components/model`
            (`mvn -pl components/model -am test -Dgolden.update=true`); change the records, not the page.

            One file describes one environment. Its name without `.yaml` is the stack's name, and
            `organisation.yaml` lies beside it. The first seven keys are required; every other key has a
            default, so that the smallest useful file has ten lines:

            ```yaml
            """);
    page.append(EnvironmentFixtures.SMALLEST).append("```\n\n");
    page.append(
        """
        `[]` stands for each item of a list, `*` for a name that the file chooses. A key that is not
        listed here is an error; so is a key of a later version.

        ## Environment

        """);
    table(page, Environment.class);
    page.append(
        """

        ## Organisation (organisation.yaml)

        An environment may tighten these, never loosen them: a problem names the line of both files.
        There are no defaults: what an organisation allows, it says.

        """);
    table(page, Organisation.class);
    return page.toString();
  }

  private static void table(StringBuilder page, Class<?> type) {
    page.append("| key | type | unit | default | meaning |\n|---|---|---|---|---|\n");
    List<Row> rows = new ArrayList<>();
    walk(type, "", rows);
    for (Row row : rows) {
      String standard = row.key().required() ? "required" : KeyText.standard(row.key());
      page.append("| `")
          .append(row.path())
          .append("` | ")
          .append(String.join(" | ", row.type(), row.key().unit(), standard, row.key().value()))
          .append(" |\n");
    }
  }

  private static void walk(Class<?> type, String prefix, List<Row> rows) {
    for (RecordComponent component : type.getRecordComponents()) {
      Key key = Keys.of(component);
      String path = prefix + component.getName();
      rows.add(new Row(path, words(component.getGenericType(), key), key));
      nested(component.getGenericType(), path, rows);
    }
  }

  private static void nested(Type type, String path, List<Row> rows) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      if (generic.getRawType() == Map.class) {
        nested(of[1], path + ".*", rows);
      } else {
        nested(of[0], path + (generic.getRawType() == List.class ? "[]" : ""), rows);
      }
    } else if (((Class<?>) type).isRecord()) {
      walk((Class<?>) type, path + ".", rows);
    }
  }

  private static String words(Type type, Key key) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      if (generic.getRawType() == Optional.class) {
        return words(of[0], key);
      }
      if (generic.getRawType() == List.class) {
        return "list of " + words(of[0], key);
      }
      String names =
          of[0] == String.class
              ? key.keys().length == 0 ? "names" : options(List.of(key.keys()))
              : options(Words.of((Class<?>) of[0]).keySet());
      return "mapping from " + names + " to " + words(of[1], key);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return "mapping";
    }
    if (plain.isEnum()) {
      return options(Words.of(plain).keySet());
    }
    if (plain == String.class) {
      return key.format() == Format.TEXT
          ? "text"
          : key.format().noun().replaceFirst("^(an?|the) ", "")
              + (key.longest() < 256 ? " (at most " + key.longest() + " characters)" : "");
    }
    if (plain == boolean.class) {
      return "true or false";
    }
    boolean whole = plain == int.class || plain == Integer.class;
    return (whole ? "whole number" : "number")
        + " ("
        + Scalars.shortest(key.min())
        + " to "
        + Scalars.shortest(key.max())
        + ")";
  }

  private static String options(Iterable<String> words) {
    List<String> quoted = new ArrayList<>();
    words.forEach(word -> quoted.add("`" + word + "`"));
    return quoted.stream().collect(Collectors.joining(", "));
  }
}
