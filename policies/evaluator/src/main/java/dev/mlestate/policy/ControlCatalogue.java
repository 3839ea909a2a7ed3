package dev.mlestate.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.CompliancePack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The controls and frameworks that come with the compiled rules. */
public final class ControlCatalogue {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<Control> controls;
  private final List<Framework> frameworks;

  private ControlCatalogue(List<Control> controls, List<Framework> frameworks) {
    this.controls = List.copyOf(controls);
    this.frameworks = List.copyOf(frameworks);
  }

  public static ControlCatalogue load() {
    List<Control> controls = new ArrayList<>();
    resource("controls.json").forEach(entry -> controls.add(control(entry)));
    List<Framework> frameworks = new ArrayList<>();
    resource("frameworks.json")
        .path("frameworks")
        .forEach(entry -> frameworks.add(framework(entry)));
    return new ControlCatalogue(controls, frameworks);
  }

  /** In the order of their ids. */
  public List<Control> controls() {
    return controls;
  }

  public List<Framework> frameworks() {
    return frameworks;
  }

  /** The packs that a control belongs to: those of its frameworks. */
  public Set<CompliancePack> packs(Control control) {
    Set<CompliancePack> packs = EnumSet.noneOf(CompliancePack.class);
    frameworks.stream()
        .filter(framework -> control.frameworks().containsKey(framework.id()))
        .flatMap(framework -> framework.pack().stream())
        .forEach(packs::add);
    return packs;
  }

  /** Whether a failure stops an {@code up}: by its severity, or because a demanded pack has it. */
  public boolean mandatory(Control control, Set<CompliancePack> demanded) {
    return control.severity().alwaysMandatory()
        || packs(control).stream().anyMatch(demanded::contains);
  }

  private static Control control(JsonNode entry) {
    return new Control(
        entry.path("id").asText(),
        entry.path("title").asText(),
        entry.path("description").asText(),
        Stream.of(Severity.values())
            .filter(severity -> severity.word().equals(entry.path("severity").asText()))
            .findFirst()
            .orElseThrow(() -> unreadable("severity", entry)),
        MAPPER.convertValue(entry.path("clouds"), new TypeReference<List<Cloud>>() {}),
        MAPPER.convertValue(
            entry.path("frameworks"), new TypeReference<Map<String, List<String>>>() {}),
        entry.path("remediation").asText(),
        MAPPER.convertValue(entry.path("input_kinds"), new TypeReference<List<String>>() {}),
        entry.path("presence").asBoolean(),
        entry.path("relatedResources").findValuesAsText("ref"),
        entry.path("entrypoint").asText());
  }

  private static Framework framework(JsonNode entry) {
    return new Framework(
        entry.path("id").asText(),
        Optional.ofNullable(MAPPER.convertValue(entry.get("pack"), CompliancePack.class)),
        entry.path("title").asText(),
        entry.path("edition").asText(),
        entry.path("source").asText(),
        MAPPER.convertValue(
            entry.path("requirements"), new TypeReference<Map<String, String>>() {}));
  }

  private static IllegalStateException unreadable(String field, JsonNode entry) {
    return new IllegalStateException(
        "The catalogue of controls has a wrong " + field + ": " + entry);
  }

  private static JsonNode resource(String name) {
    try (InputStream stream = ControlCatalogue.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The build left out " + name);
      }
      return MAPPER.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
