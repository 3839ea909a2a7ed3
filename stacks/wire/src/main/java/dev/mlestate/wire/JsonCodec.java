package dev.mlestate.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Property values to and from JSON as Pulumi's state and previews hold them.
 *
 * <p>An output loses its dependencies there, as in Pulumi: the state holds them beside the
 * properties.
 */
public final class JsonCodec {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The greatest integer below which every integer has a double of its own. */
  private static final double EXACT = 9007199254740992.0;

  private final Function<PropertyValue, JsonNode> secrets;
  private final Function<String, String> decrypt;

  private JsonCodec(Function<PropertyValue, JsonNode> secrets, Function<String, String> decrypt) {
    this.secrets = secrets;
    this.decrypt = decrypt;
  }

  /** The state's form; secrets are encrypted. */
  public static JsonCodec state(SecretCipher cipher) {
    return new JsonCodec(
        value -> secret("ciphertext", cipher.encrypt(inside(value).toString())), cipher::decrypt);
  }

  /** The state's form with secrets in plain text, as {@code stack export --show-secrets}. */
  public static JsonCodec plaintext() {
    return new JsonCodec(
        value -> secret("plaintext", inside(value).toString()),
        ciphertext -> {
          throw new MalformedValueException("", "an encrypted secret, but no key to decrypt it");
        });
  }

  /** The form of a preview's document: a secret is the text {@code [secret]}. */
  public static JsonCodec preview() {
    return new JsonCodec(value -> NODES.textNode(Sentinels.HIDDEN), Function.identity());
  }

  /** The form of an event: a secret is marked as one, and what it hides is {@code [secret]}. */
  public static JsonCodec events() {
    return new JsonCodec(value -> secret("ciphertext", Sentinels.HIDDEN), Function.identity());
  }

  private static ObjectNode secret(String member, String content) {
    return NODES.objectNode().put(Sentinels.SIGNATURE, Sentinels.SECRET).put(member, content);
  }

  /** What stands inside of a secret; secrets within it need no encryption of their own. */
  private static JsonNode inside(PropertyValue value) {
    return plaintext().encode(value);
  }

  /** A value as JSON. */
  public JsonNode encode(PropertyValue value) {
    if (value instanceof Null) {
      return NODES.nullNode();
    } else if (value instanceof Bool bool) {
      return NODES.booleanNode(bool.value());
    } else if (value instanceof Num number) {
      return number(number.value());
    } else if (value instanceof Str text) {
      return NODES.textNode(text.value());
    } else if (value instanceof Array array) {
      ArrayNode list = NODES.arrayNode();
      array.elements().forEach(element -> list.add(encode(element)));
      return list;
    } else if (value instanceof Obj object) {
      return members(object.members());
    } else if (value instanceof Unknown) {
      return NODES.textNode(Sentinels.UNKNOWN);
    } else if (value instanceof Secret secret) {
      return secrets.apply(secret.value());
    } else if (value instanceof Output) {
      return encode(PropertyValues.withoutOutputs(value));
    } else if (value instanceof ResourceReference reference) {
      ObjectNode fields = marked(Sentinels.RESOURCE_REFERENCE, "");
      reference.id().ifPresent(id -> fields.put("id", PropertyValues.text(id).orElse("")));
      return fields.put("packageVersion", reference.packageVersion()).put("urn", reference.urn());
    } else if (value instanceof Asset asset) {
      ObjectNode fields = marked(Sentinels.ASSET, asset.hash());
      asset.text().filter(text -> !text.isEmpty()).ifPresent(text -> fields.put("text", text));
      asset.path().ifPresent(path -> fields.put("path", path));
      asset.uri().ifPresent(uri -> fields.put("uri", uri));
      return fields;
    } else if (value instanceof Archive archive) {
      ObjectNode fields = marked(Sentinels.ARCHIVE, archive.hash());
      archive.assets().ifPresent(assets -> fields.set("assets", members(assets)));
      archive.path().ifPresent(path -> fields.put("path", path));
      archive.uri().ifPresent(uri -> fields.put("uri", uri));
      return fields;
    }
    throw new IllegalStateException("not a property value: " + value.getClass());
  }

  /** An object's members as JSON. */
  public ObjectNode encode(Obj object) {
    return members(object.members());
  }

  private ObjectNode members(Map<String, PropertyValue> members) {
    ObjectNode node = NODES.objectNode();
    members.forEach((key, value) -> node.set(key, encode(value)));
    return node;
  }

  private static ObjectNode marked(String signature, String hash) {
    ObjectNode node = NODES.objectNode().put(Sentinels.SIGNATURE, signature);
    return hash.isEmpty() ? node : node.put("hash", hash);
  }

  private static JsonNode number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      String bits = String.format(Locale.ROOT, "%016x", Double.doubleToRawLongBits(value));
      return NODES.objectNode().put(Sentinels.SIGNATURE, Sentinels.FLOAT).put("value", bits);
    }
    boolean integer = value == Math.rint(value) && Math.abs(value) <= EXACT;
    boolean negativeZero = value == 0 && Double.doubleToRawLongBits(value) != 0;
    return integer && !negativeZero ? NODES.numberNode((long) value) : NODES.numberNode(value);
  }

  /**
   * An object from its JSON.
   *
   * @throws MalformedValueException if a marked object lacks what its mark demands
   */
  public Obj decodeObject(JsonNode node) {
    if (!node.isObject()) {
      throw new MalformedValueException("", "properties are not an object");
    }
    return new Obj(members(node, ""));
  }

  /** A value from its JSON. */
  public PropertyValue decode(JsonNode node) {
    return decode(node, "");
  }

  private PropertyValue decode(JsonNode node, String path) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> PropertyValues.NULL;
      case BOOLEAN -> new Bool(node.booleanValue());
      case NUMBER -> new Num(node.doubleValue());
      case STRING ->
          node.textValue().equals(Sentinels.UNKNOWN)
              ? PropertyValues.UNKNOWN
              : new Str(node.textValue());
      case ARRAY -> {
        List<PropertyValue> elements = new ArrayList<>();
        node.forEach(element -> elements.add(decode(element, path + "[" + elements.size() + "]")));
        yield new Array(elements);
      }
      case OBJECT ->
          node.path(Sentinels.SIGNATURE).asText().equals(Sentinels.SECRET)
              ? PropertyValues.secret(reveal(node, path))
              : Marked.recover(members(node, path), path);
      case BINARY, POJO -> throw new MalformedValueException(path, "not a JSON value");
    };
  }

  private PropertyValue reveal(JsonNode node, String path) {
    JsonNode ciphertext = node.get("ciphertext");
    JsonNode plaintext = node.get("plaintext");
    if ((ciphertext == null) == (plaintext == null)) {
      throw new MalformedValueException(
          path, "malformed secret: exactly one of 'ciphertext' and 'plaintext' must be there");
    }
    String json =
        plaintext != null ? plaintext.asText() : decrypt.apply(node.get("ciphertext").asText());
    try {
      return decode(JSON.readTree(json), path);
    } catch (JsonProcessingException e) {
      throw new MalformedValueException(path, "malformed secret: what it hides is not JSON");
    }
  }

  private SortedMap<String, PropertyValue> members(JsonNode node, String path) {
    SortedMap<String, PropertyValue> members = new TreeMap<>();
    node.properties()
        .forEach(
            member ->
                members.put(
                    member.getKey(),
                    decode(member.getValue(), Marked.join(path, member.getKey()))));
    return members;
  }
}
