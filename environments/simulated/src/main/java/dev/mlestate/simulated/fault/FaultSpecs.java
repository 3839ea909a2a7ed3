package dev.mlestate.simulated.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.KeyPath;
import dev.mlestate.problem.Nearest;
import dev.mlestate.problem.Place;
import dev.mlestate.problem.Places;
import dev.mlestate.problem.PositionedYaml;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.simulated.fault.WrittenFault.Setting;
import dev.mlestate.simulated.fault.WrittenFault.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads faults: each an argument {@code KIND[:KEY=VALUE[,KEY=VALUE]…]}, or an entry of the list
 * {@code faults} in a YAML file, with the kind under {@code kind}.
 *
 * <pre>
 * KIND         what                                             comes   on
 * throttle     too many requests                                once    every call, or as "on" says
 * quota        the account's quota is spent                     always  create, or as "on" says
 * no-capacity  no machines; takes machine, zone, option         always  create, or as "on" says
 * lag          a read does not see yet what is there            once    read
 * slow         a creation that takes "duration"                 always  create
 * timeout      no answer in time, nothing was done              once    create, or as "on" says
 * deny         permission denied                                always  every call, or as "on" says
 * internal     the resource is made, the answer is an error     once    create
 *
 * KEY          VALUE
 * type         a type token, such as aws:ec2/subnet:Subnet      * for any characters, | between several
 * name         the resource's name in the program               the same
 * urn          its URN                                          the same
 * on           create, read, update, delete                     | between several
 * times        how many calls of each resource, or always
 * machine      a machine type, such as p5.48xlarge              * and |
 * zone         a zone as the cloud writes it                    * and |
 * option       on-demand, spot, reservation, queued             |
 * duration     500ms, 30s, 10m, 1h
 * </pre>
 */
public final class FaultSpecs {
  private static final String ARGUMENT = "--fault";
  private static final String LIST = "faults";

  private final List<Problem> problems = new ArrayList<>();

  private FaultSpecs() {}

  /**
   * Reads arguments and a file.
   *
   * @throws ProblemException of kind CONFIGURATION with every problem and its place; that of an
   *     argument is its number and the column in it
   */
  public static List<Fault> read(List<String> arguments, Optional<Path> file) {
    FaultSpecs specs = new FaultSpecs();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      specs
          .argument(i + 1, arguments.get(i))
          .flatMap(written -> new FaultReader(written, specs.problems).read())
          .ifPresent(faults::add);
    }
    if (file.isPresent()) {
      for (WrittenFault written : specs.file(file.get())) {
        new FaultReader(written, specs.problems).read().ifPresent(faults::add);
      }
    }
    if (!specs.problems.isEmpty()) {
      throw new ProblemException(ErrorKind.CONFIGURATION, specs.problems);
    }
    return faults;
  }

  private Optional<WrittenFault> argument(int number, String text) {
    int before = problems.size();
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    Map<String, Setting> settings = new LinkedHashMap<>();
    int start = colon < 0 ? text.length() : colon + 1;
    while (start < text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      setting(number, start + 1, text.substring(start, end), settings);
      start = end + 1;
    }
    WrittenFault written =
        new WrittenFault(text, "", new Word(kind, new Place(ARGUMENT, number, 1)), settings);
    return problems.size() == before ? Optional.of(written) : Optional.empty();
  }

  private void setting(int number, int column, String text, Map<String, Setting> settings) {
    Place place = new Place(ARGUMENT, number, column);
    int equals = text.indexOf('=');
    if (equals <= 0) {
      problems.add(
          Problem.of(text, "it has no value", "write KEY=VALUE, such as times=3").at(place));
      return;
    }
    String key = text.substring(0, equals);
    Word value =
        new Word(text.substring(equals + 1), new Place(ARGUMENT, number, column + equals + 1));
    if (settings.put(key, new Setting(place, value)) != null) {
      problems.add(Problem.of(key, "it stands twice", "keep one of the two").at(place));
    }
  }

  private List<WrittenFault> file(Path path) {
    PositionedYaml yaml;
    try {
      yaml = PositionedYaml.read(path);
    } catch (ProblemException e) {
      problems.addAll(e.problems());
      return List.of();
    }
    Places places = yaml.places();
    yaml.tree()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals(LIST)) {
                problems.add(
                    Problem.of(name, "there is no such key", Nearest.remedy(name, List.of(LIST)))
                        .at(places.of(KeyPath.child("", name))));
              }
            });
    JsonNode list = yaml.tree().path(LIST);
    if (!list.isArray()) {
      problems.add(
          Problem.of(LIST, "it must be a list of faults", "write faults: [{kind: throttle}]")
              .at(places.of(LIST)));
      return List.of();
    }
    List<WrittenFault> faults = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      entry(KeyPath.item(LIST, i), list.get(i), places).ifPresent(faults::add);
    }
    return faults;
  }

  private Optional<WrittenFault> entry(String path, JsonNode entry, Places places) {
    if (!entry.isObject() || !entry.path(FaultKey.KIND).isTextual()) {
      problems.add(
          Problem.of(path, "a fault needs a kind", "write {kind: throttle, times: 3}")
              .at(places.of(path)));
      return Optional.empty();
    }
    int before = problems.size();
    Map<String, Setting> settings = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : entry.properties()) {
      String at = KeyPath.child(path, field.getKey());
      if (field.getValue().isContainerNode() || field.getValue().isNull()) {
        problems.add(
            Problem.of(at, "it must be a text or a number", "write one value").at(places.of(at)));
      } else if (!field.getKey().equals(FaultKey.KIND)) {
        settings.put(
            field.getKey(),
            new Setting(
                places.key(at).orElseGet(() -> places.of(at)),
                new Word(field.getValue().asText(), places.of(at))));
      }
    }
    Word kind =
        new Word(entry.path(FaultKey.KIND).asText(), places.of(KeyPath.child(path, FaultKey.KIND)));
    WrittenFault written =
        new WrittenFault(places.of(path) + " " + kind.text(), path + ".", kind, settings);
    return problems.size() == before ? Optional.of(written) : Optional.empty();
  }
}
