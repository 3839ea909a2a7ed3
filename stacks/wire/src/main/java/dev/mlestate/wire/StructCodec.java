package dev.mlestate.wire;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.mlestate.wire.PropertyValue.Archive;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Asset;
import dev.mlestate.wire.PropertyValue.Bool;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Num;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Output;
import dev.mlestate.wire.PropertyValue.ResourceReference;
import dev.mlestate.wire.PropertyValue.Secret;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValue.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Property values to and from protobuf's structs, with Pulumi's sentinels. */
public final class StructCodec {
  private StructCodec() {}

  /** An object as a struct. */
  public static Struct encode(Obj object, WireOptions options) {
    return struct(object.members(), options);
  }

  /** A value; empty where the receiver takes no unknowns and the value is one. */
  public static Optional<Value> encode(PropertyValue value, WireOptions options) {
    if (value instanceof Null) {
      return Optional.of(Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build());
    } else if (value instanceof Bool bool) {
      return Optional.of(Value.newBuilder().setBoolValue(bool.value()).build());
    } else if (value instanceof Num number) {
      return Optional.of(Value.newBuilder().setNumberValue(number.value()).build());
    } else if (value instanceof Str text) {
      return Optional.of(string(text.value()));
    } else if (value instanceof Array array) {
      ListValue.Builder list = ListValue.newBuilder();
      array.elements().forEach(element -> encode(element, options).ifPresent(list::addValues));
      return Optional.of(Value.newBuilder().setListValue(list).build());
    } else if (value instanceof Obj object) {
      return Optional.of(value(struct(object.members(), options)));
    } else if (value instanceof Unknown) {
      return options.unknowns() ? Optional.of(string(Sentinels.UNKNOWN)) : Optional.empty();
    } else if (value instanceof Secret secret) {
      return encodeSecret(secret, options);
    } else if (value instanceof Output output) {
      return encodeOutput(output, options);
    } else if (value instanceof ResourceReference reference) {
      return encodeReference(reference, options);
    } else if (value instanceof Asset asset) {
      Struct.Builder fields = marked(Sentinels.ASSET, asset.hash());
      asset.text().ifPresent(text -> fields.putFields("text", string(text)));
      asset.path().ifPresent(path -> fields.putFields("path", string(path)));
      asset.uri().ifPresent(uri -> fields.putFields("uri", string(uri)));
      return Optional.of(value(fields.build()));
    } else if (value instanceof Archive archive) {
      Struct.Builder fields = marked(Sentinels.ARCHIVE, archive.hash());
      archive
          .assets()
          .ifPresent(assets -> fields.putFields("assets", value(struct(assets, options))));
      archive.path().ifPresent(path -> fields.putFields("path", string(path)));
      archive.uri().ifPresent(uri -> fields.putFields("uri", string(uri)));
      return Optional.of(value(fields.build()));
    }
    throw new IllegalStateException("not a property value: " + value.getClass());
  }

  private static Optional<Value> encodeSecret(Secret secret, WireOptions options) {
    Optional<Value> inner = encode(secret.value(), options);
    if (!options.secrets()) {
      return inner;
    }
    return inner.map(
        value -> value(marked(Sentinels.SECRET, "").putFields("value", value).build()));
  }

  private static Optional<Value> encodeOutput(Output output, WireOptions options) {
    if (!options.outputs()) {
      PropertyValue element = output.value().orElse(PropertyValues.UNKNOWN);
      return encode(output.secret() ? PropertyValues.secret(element) : element, options);
    }
    Struct.Builder fields = marked(Sentinels.OUTPUT, "");
    output
        .value()
        .flatMap(inner -> encode(inner, options))
        .ifPresent(inner -> fields.putFields("value", inner));
    if (output.secret()) {
      fields.putFields("secret", Value.newBuilder().setBoolValue(true).build());
    }
    if (!output.dependencies().isEmpty()) {
      ListValue.Builder urns = ListValue.newBuilder();
      new TreeSet<>(output.dependencies()).forEach(urn -> urns.addValues(string(urn)));
      fields.putFields("dependencies", Value.newBuilder().setListValue(urns).build());
    }
    return Optional.of(value(fields.build()));
  }

  private static Optional<Value> encodeReference(ResourceReference reference, WireOptions options) {
    if (!options.resources()) {
      return reference.id().isPresent()
          ? encode(reference.id().get(), options)
          : Optional.of(string(reference.urn()));
    }
    Struct.Builder fields =
        marked(Sentinels.RESOURCE_REFERENCE, "").putFields("urn", string(reference.urn()));
    reference
        .id()
        .ifPresent(id -> fields.putFields("id", string(PropertyValues.text(id).orElse(""))));
    if (!reference.packageVersion().isEmpty()) {
      fields.putFields("packageVersion", string(reference.packageVersion()));
    }
    return Optional.of(value(fields.build()));
  }

  private static Struct struct(Map<String, PropertyValue> members, WireOptions options) {
    Struct.Builder struct = Struct.newBuilder();
    members.forEach(
        (key, member) -> encode(member, options).ifPresent(value -> struct.putFields(key, value)));
    return struct.build();
  }

  private static Struct.Builder marked(String signature, String hash) {
    Struct.Builder fields = Struct.newBuilder().putFields(Sentinels.SIGNATURE, string(signature));
    if (!hash.isEmpty()) {
      fields.putFields("hash", string(hash));
    }
    return fields;
  }

  private static Value string(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static Value value(Struct struct) {
    return Value.newBuilder().setStructValue(struct).build();
  }

  /**
   * A struct's members as an object.
   *
   * @throws MalformedValueException if a marked object lacks what its mark demands
   */
  public static Obj decode(Struct struct) {
    return new Obj(members(struct, ""));
  }

  /** A value. */
  public static PropertyValue decode(Value value) {
    return decode(value, "");
  }

  private static SortedMap<String, PropertyValue> members(Struct struct, String path) {
    SortedMap<String, PropertyValue> members = new TreeMap<>();
    struct
        .getFieldsMap()
        .forEach((key, value) -> members.put(key, decode(value, Marked.join(path, key))));
    return members;
  }

  private static PropertyValue decode(Value value, String path) {
    return switch (value.getKindCase()) {
      case NULL_VALUE, KIND_NOT_SET -> PropertyValues.NULL;
      case BOOL_VALUE -> new Bool(value.getBoolValue());
      case NUMBER_VALUE -> new Num(value.getNumberValue());
      case STRING_VALUE ->
          Sentinels.UNKNOWNS.contains(value.getStringValue())
              ? PropertyValues.UNKNOWN
              : new Str(value.getStringValue());
      case LIST_VALUE -> {
        List<PropertyValue> elements = new ArrayList<>();
        for (Value element : value.getListValue().getValuesList()) {
          elements.add(decode(element, path + "[" + elements.size() + "]"));
        }
        yield new Array(elements);
      }
      case STRUCT_VALUE -> Marked.recover(members(value.getStructValue(), path), path);
    };
  }
}
