package dev.mlestate.simulated.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.cloud.CloudTables.OutputRule;
import dev.mlestate.simulated.schema.PropertyDeclaration;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.wire.JsonCodec;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Secret;
import dev.mlestate.wire.PropertyValue.Unknown;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Computes ids and outputs by the rules of outputs.tsv. */
final class Outputs {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CloudProfile profile;
  private final ResourceDeclaration declaration;
  private final CloudSettings settings;
  private final Template.Values surroundings;
  private final SortedMap<String, PropertyValue> outputs = new TreeMap<>();
  private @Nullable String id;

  private Outputs(
      CloudProfile profile,
      ResourceDeclaration declaration,
      CloudSettings settings,
      Template.Values surroundings) {
    this.profile = profile;
    this.declaration = declaration;
    this.settings = settings;
    this.surroundings = surroundings;
  }

  /** An id and outputs. */
  record Computed(String id, Obj outputs) {}

  /** What a preview of a creation shows: every computed output is unknown. */
  static Obj preview(
      CloudProfile profile, ResourceDeclaration declaration, CloudSettings settings, Obj inputs) {
    Outputs computed = new Outputs(profile, declaration, settings, place -> Optional.empty());
    computed.echo(inputs);
    computed.addTags();
    computed.markUnknown();
    return computed.shaped();
  }

  /** The outputs of a resource that is being made. */
  static Computed create(
      CloudProfile profile,
      ResourceDeclaration declaration,
      CloudSettings settings,
      Obj inputs,
      Template.Values surroundings) {
    Outputs computed = new Outputs(profile, declaration, settings, surroundings);
    computed.echo(inputs);
    computed.addPrefixedNames();
    computed.applyRules();
    computed.addTags();
    return new Computed(computed.identity(), computed.shaped());
  }

  /**
   * The outputs of a resource that changes: what was computed stays, unless it follows from inputs.
   */
  static Obj update(
      CloudProfile profile,
      ResourceDeclaration declaration,
      CloudSettings settings,
      String id,
      Obj state,
      Obj inputs,
      Template.Values surroundings) {
    Outputs computed = new Outputs(profile, declaration, settings, surroundings);
    computed.id = id;
    computed.echo(inputs);
    computed.keep(state, declaration.inputs().members().keySet());
    computed.keepNested(state);
    computed.applyRules();
    computed.keep(state, declaration.outputs().members().keySet());
    computed.addTags();
    return computed.shaped();
  }

  private Obj shaped() {
    return profile.shaped(declaration, new Obj(outputs));
  }

  private void keep(Obj state, Set<String> names) {
    state
        .members()
        .forEach(
            (name, value) -> {
              if (names.contains(name)
                  && declaration.computes(name)
                  && !profile.tagOutputs().outputs().contains(name)) {
                outputs.putIfAbsent(name, value);
              }
            });
  }

  private void echo(Obj inputs) {
    inputs
        .members()
        .forEach(
            (name, value) -> {
              boolean given = !(PropertyValues.unwrap(value) instanceof Null);
              if (given && !name.startsWith("__")) {
                outputs.put(name, value);
              }
            });
  }

  /** A prefix in place of a name makes the provider choose a unique one. */
  private void addPrefixedNames() {
    for (PropertyDeclaration input : declaration.inputs().members().values()) {
      String name = input.name();
      if (name.endsWith("Prefix") && outputs.containsKey(name)) {
        String base = name.substring(0, name.length() - "Prefix".length());
        if (declaration.outputs().members().containsKey(base) && !outputs.containsKey(base)) {
          text(name)
              .flatMap(prefix -> value("hex26").map(hex -> prefix + hex))
              .ifPresent(text -> outputs.put(base, PropertyValues.of(text)));
        }
      }
    }
  }

  private void keepNested(Obj state) {
    for (OutputRule rule : rules()) {
      if (rule.property().contains(".")) {
        PropertyPath.parse(rule.property())
            .get(state)
            .ifPresent(value -> putNested(rule.property(), value));
      }
    }
  }

  private void applyRules() {
    for (OutputRule rule : rules()) {
      if (rule.property().equals("id")) {
        // An id may refer to outputs that later rules compute.
        continue;
      }
      applyRule(rule);
    }
    if (id == null) {
      id = identity();
      // Those that refer to the id.
      rules().stream().filter(rule -> !rule.property().equals("id")).forEach(this::applyRule);
    }
    addCommon();
  }

  private void applyRule(OutputRule rule) {
    String property = rule.property();
    boolean nested = property.contains(".");
    if (nested
        ? PropertyPath.parse(property).get(new Obj(outputs)).isPresent()
        : outputs.containsKey(property)) {
      return;
    }
    if (refersToUnknown(rule.template())) {
      put(property, PropertyValues.UNKNOWN);
      return;
    }
    boolean json = rule.template().startsWith("=");
    Template.fill(json ? rule.template().substring(1) : rule.template(), this::value)
        .ifPresent(text -> put(property, json ? parse(text) : PropertyValues.of(text)));
  }

  private boolean refersToUnknown(String template) {
    boolean[] unknown = {false};
    Template.fill(
        template,
        place -> {
          unknown[0] |= outputs.get(place) != null && isUnknown(outputs.get(place));
          return value(place).or(() -> Optional.of(""));
        });
    return unknown[0];
  }

  private static boolean isUnknown(@Nullable PropertyValue value) {
    return value != null && PropertyValues.unwrap(value) instanceof Unknown;
  }

  private void put(String property, PropertyValue value) {
    if (property.contains(".")) {
      putNested(property, value);
    } else {
      outputs.put(property, value);
    }
  }

  /** Puts a value into an object that is there; nothing happens where it is not. */
  private void putNested(String property, PropertyValue value) {
    String parent = property.substring(0, property.indexOf('.'));
    PropertyValue given = outputs.get(parent);
    if (given != null) {
      outputs.put(parent, filled(given, property.substring(property.indexOf('.') + 1), value));
    }
  }

  private static PropertyValue filled(PropertyValue given, String path, PropertyValue value) {
    if (!(PropertyValues.unwrap(given) instanceof Obj object)) {
      return given;
    }
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    PropertyValue member = object.members().get(name);
    if (dot < 0 ? member != null : member == null) {
      return given;
    }
    PropertyValue changed = member == null ? value : filled(member, path.substring(dot + 1), value);
    PropertyValue result = PropertyValues.with(object, name, changed);
    return given instanceof Secret ? PropertyValues.secret(result) : result;
  }

  private static PropertyValue parse(String json) {
    try {
      return JsonCodec.plaintext().decode(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("outputs.tsv makes no JSON: " + json, e);
    }
  }

  private Optional<String> value(String place) {
    if (place.equals("id")) {
      return Optional.ofNullable(id);
    }
    if (place.startsWith("base:")) {
      return value(place.substring("base:".length()))
          .map(path -> path.substring(path.lastIndexOf('/') + 1));
    }
    return text(place).or(() -> surroundings.value(place));
  }

  private Optional<String> text(String place) {
    return PropertyPath.parse(place)
        .get(new Obj(outputs))
        .map(PropertyText::of)
        .filter(text -> !text.isEmpty());
  }

  private String identity() {
    if (id != null) {
      return id;
    }
    for (OutputRule rule : rules()) {
      if (rule.property().equals("id")) {
        return Template.fill(rule.template(), this::value)
            .or(() -> value("hex26"))
            .orElseThrow(IllegalStateException::new);
      }
    }
    return Template.fill(profile.commonOutputs().getOrDefault("id", "{hex26}"), this::value)
        .or(() -> value("hex26"))
        .orElseThrow(IllegalStateException::new);
  }

  private List<OutputRule> rules() {
    return profile.tables().outputs(profile.family(declaration.token()));
  }

  /** What many types compute in the same way, where no rule says otherwise. */
  private void addCommon() {
    profile.commonOutputs().forEach(this::common);
  }

  private void common(String property, String template) {
    PropertyDeclaration output = declaration.outputs().members().get(property);
    if (output != null && declaration.computes(property)) {
      applyRule(new OutputRule(property, template));
    }
  }

  private void addTags() {
    CloudProfile.TagOutputs names = profile.tagOutputs();
    SortedMap<String, PropertyValue> all = new TreeMap<>(settings.defaultTags());
    PropertyValue own = outputs.getOrDefault(names.input(), PropertyValues.NULL);
    PropertyValue plain = PropertyValues.unwrap(own);
    if (plain instanceof Obj tags) {
      all.putAll(tags.members());
    }
    PropertyValue tagsAll = plain instanceof Unknown ? plain : new Obj(all);
    for (String name : names.outputs()) {
      if (declaration.outputs().members().containsKey(name)) {
        outputs.put(name, own instanceof Secret ? PropertyValues.secret(tagsAll) : tagsAll);
      }
    }
  }

  private void markUnknown() {
    for (PropertyDeclaration output : declaration.outputs().members().values()) {
      if (output.required()) {
        outputs.putIfAbsent(output.name(), PropertyValues.UNKNOWN);
      }
    }
    for (OutputRule rule : rules()) {
      if (rule.property().contains(".")) {
        putNested(rule.property(), PropertyValues.UNKNOWN);
      }
    }
  }
}
