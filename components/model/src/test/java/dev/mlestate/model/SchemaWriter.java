package dev.mlestate.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaKeyword;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes JSON Schemas (draft 7, which editors know best) of the model's records. */
final class SchemaWriter {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Keeps the order of the record. */
  private static final Comparator<MemberScope<?, ?>> DECLARED =
      Comparator.comparingInt(member -> 0);

  private SchemaWriter() {}

  static String schema(Class<? extends Record> type, String title) {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
            .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
            .without(Option.SCHEMA_VERSION_INDICATOR)
            // It allows null, which the reader does not; the type override below unwraps.
            .without(Option.FLATTENED_OPTIONALS);
    builder.forTypesInGeneral().withPropertySorter(DECLARED);
    builder
        .forTypesInGeneral()
        .withTypeAttributeOverride(
            (node, scope, context) -> {
              if (scope.getType().getErasedType() == NodePool.class) {
                ArrayNode options = node.putArray("oneOf");
                for (String key : List.of("cpu", "accelerator", "tpu")) {
                  options.addObject().putArray("required").add(key);
                }
              }
            });
    builder
        .forFields()
        .withTargetTypeOverridesResolver(
            field ->
                field.getType().getErasedType() == Optional.class
                    ? List.of(
                        field.getContext().getTypeParameterFor(field.getType(), Optional.class, 0))
                    : null)
        .withRequiredCheck(field -> key(field).required())
        .withDescriptionResolver(
            field -> field.isFakeContainerItemScope() ? null : KeyText.description(key(field)))
        .withDefaultResolver(SchemaWriter::standard)
        .withStringPatternResolver(field -> isText(field) ? pattern(key(field)) : null)
        .withStringMaxLengthResolver(field -> isText(field) ? key(field).longest() : null)
        .withStringMinLengthResolver(field -> isText(field) ? 1 : null)
        .withNumberInclusiveMinimumResolver(field -> bound(field, Key::min))
        .withNumberInclusiveMaximumResolver(field -> bound(field, Key::max))
        .withArrayMinItemsResolver(
            field -> isList(field) && key(field).fewest() > 0 ? key(field).fewest() : null)
        .withArrayMaxItemsResolver(
            field ->
                isList(field) && key(field).most() < Integer.MAX_VALUE ? key(field).most() : null)
        .withCustomDefinitionProvider(SchemaWriter::map);
    ObjectNode schema = new SchemaGenerator(builder.build()).generateSchema(type);
    ObjectNode titled = JSON.createObjectNode();
    titled.put("$schema", SchemaVersion.DRAFT_7.getIdentifier());
    titled.put("title", title);
    titled.setAll(schema);
    try {
      return JSON.writeValueAsString(titled).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Key key(FieldScope field) {
    return Objects.requireNonNull(field.getRawMember().getAnnotation(Key.class), field.getName());
  }

  private static boolean isText(FieldScope field) {
    return field.getType().getErasedType() == String.class;
  }

  private static boolean isList(FieldScope field) {
    return !field.isFakeContainerItemScope() && field.getType().getErasedType() == List.class;
  }

  private static @Nullable Object standard(FieldScope field) {
    if (field.isFakeContainerItemScope()) {
      return null;
    }
    return KeyText.sameEverywhere(key(field))
        .map(
            text -> {
              try {
                return JSON.readValue(text, Object.class);
              } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
              }
            })
        .orElse(null);
  }

  private static @Nullable String pattern(Key key) {
    return key.format() == Format.TEXT ? null : "^(?:" + key.format().pattern() + ")$";
  }

  private static @Nullable BigDecimal bound(FieldScope field, Function<Key, Double> of) {
    Class<?> type = field.getType().getErasedType();
    boolean number =
        type.isPrimitive() ? type != boolean.class : Number.class.isAssignableFrom(type);
    double bound = of.apply(key(field));
    return number && !Double.isInfinite(bound) ? new BigDecimal(Scalars.shortest(bound)) : null;
  }

  /** A map: its keys are ours, words of an enum, or the file's own. */
  private static @Nullable CustomPropertyDefinition map(
      FieldScope field, SchemaGenerationContext context) {
    if (field.getType().getErasedType() != Map.class) {
      return null;
    }
    Class<?> keys =
        context.getTypeContext().getTypeParameterFor(field.getType(), Map.class, 0).getErasedType();
    var values = context.getTypeContext().getTypeParameterFor(field.getType(), Map.class, 1);
    Key key = key(field);
    ObjectNode node = context.getGeneratorConfig().createObjectNode();
    node.put(context.getKeyword(SchemaKeyword.TAG_TYPE), "object");
    List<String> names = keys.isEnum() ? List.copyOf(Words.of(keys).keySet()) : List.of(key.keys());
    JsonNode value;
    if (values.getErasedType() == String.class) {
      ObjectNode text = context.getGeneratorConfig().createObjectNode();
      text.put("type", "string").put("minLength", 1);
      Optional.ofNullable(pattern(key)).ifPresent(p -> text.put("pattern", p));
      value = text;
    } else if (values.getErasedType() == Integer.class) {
      value =
          context
              .getGeneratorConfig()
              .createObjectNode()
              .put("type", "integer")
              .put("minimum", (long) key.min())
              .put("maximum", (long) key.max());
    } else if (values.getErasedType() == List.class) {
      ObjectNode list = context.getGeneratorConfig().createObjectNode();
      ObjectNode item = list.put("type", "array").putObject("items").put("type", "string");
      Optional.ofNullable(pattern(key)).ifPresent(p -> item.put("pattern", p));
      value = list;
    } else {
      value = context.createDefinitionReference(values);
    }
    if (names.isEmpty()) {
      node.set("additionalProperties", value);
    } else {
      ObjectNode properties = node.putObject("properties");
      names.forEach(name -> properties.set(name, value));
      node.put("additionalProperties", false);
    }
    return new CustomPropertyDefinition(node);
  }
}
