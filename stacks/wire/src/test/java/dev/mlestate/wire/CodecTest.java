package dev.mlestate.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.mlestate.wire.PropertyValue.Obj;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SecretCipher REVERSIBLE =
      new SecretCipher() {
        @Override
        public String encrypt(String plaintext) {
          return Base64.getEncoder().encodeToString(plaintext.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String decrypt(String ciphertext) {
          return new String(Base64.getDecoder().decode(ciphertext), StandardCharsets.UTF_8);
        }
      };

  @Provide
  Arbitrary<PropertyValue> values() {
    return ArbitraryValues.values(true);
  }

  @Provide
  Arbitrary<Obj> objectsWithoutOutputs() {
    return ArbitraryValues.objects(false);
  }

  @Property(tries = 300)
  void everyValueReturnsFromProtobuf(@ForAll("values") PropertyValue value) {
    Value encoded = StructCodec.encode(value, WireOptions.ALL).orElseThrow();
    assertThat(StructCodec.decode(encoded)).isEqualTo(value);
  }

  @Property(tries = 200)
  void theStateKeepsAllButTheDependenciesOfOutputs(@ForAll("values") PropertyValue value)
      throws Exception {
    JsonCodec codec = JsonCodec.state(REVERSIBLE);
    String text = JSON.writeValueAsString(codec.encode(value));
    assertThat(codec.decode(JSON.readTree(text))).isEqualTo(PropertyValues.withoutOutputs(value));
  }

  @Property(tries = 200)
  void plaintextReturns(@ForAll("objectsWithoutOutputs") Obj object) throws Exception {
    String text = JSON.writeValueAsString(JsonCodec.plaintext().encode(object));
    assertThat(JsonCodec.plaintext().decodeObject(JSON.readTree(text))).isEqualTo(object);
  }

  @Property(tries = 100)
  void whatThePlainReceiverGetsHasNoMarksButUnknowns(@ForAll("values") PropertyValue value) {
    PropertyValue plain =
        StructCodec.decode(StructCodec.encode(value, WireOptions.PLAIN).orElseThrow());
    assertThat(PropertyValues.containsSecrets(plain)).isFalse();
    assertThat(PropertyValues.dependencies(plain)).isEmpty();
    // A reference to a resource without an id is its URN, one with an unknown id is unknown.
    assertThat(PropertyValues.containsUnknowns(plain))
        .isEqualTo(PropertyValues.containsUnknowns(value));
  }

  @Test
  void everyTypedUnknownIsUnknown() {
    assertThat(Sentinels.UNKNOWNS).hasSize(7);
    for (String unknown : Sentinels.UNKNOWNS) {
      assertThat(StructCodec.decode(string(unknown))).isEqualTo(PropertyValues.UNKNOWN);
    }
  }

  @Test
  void aReceiverWithoutUnknownsGetsNone() {
    Obj object =
        PropertyValues.object(
            "known",
            1,
            "unknown",
            PropertyValues.UNKNOWN,
            "list",
            List.of(1, PropertyValues.UNKNOWN));
    Struct struct = StructCodec.encode(object, new WireOptions(false, false, false, false));
    assertThat(StructCodec.decode(struct))
        .isEqualTo(PropertyValues.object("known", 1, "list", List.of(1)));
  }

  @Test
  void anOutputIsReducedForReceiversThatDoNotKnowIt() {
    PropertyValue output =
        new PropertyValue.Output(Optional.of(PropertyValues.of("x")), true, Set.of("urn:a"));
    assertThat(StructCodec.decode(StructCodec.encode(output, WireOptions.VALUES).orElseThrow()))
        .isEqualTo(PropertyValues.secret(PropertyValues.of("x")));
    PropertyValue unknown = new PropertyValue.Output(Optional.empty(), false, Set.of("urn:a"));
    assertThat(StructCodec.decode(StructCodec.encode(unknown, WireOptions.VALUES).orElseThrow()))
        .isEqualTo(PropertyValues.UNKNOWN);
  }

  @Test
  void aPreviewHidesSecretsAndShowsUnknowns() {
    Obj object =
        PropertyValues.object(
            "password",
            PropertyValues.secret(PropertyValues.of("hush")),
            "arn",
            PropertyValues.UNKNOWN,
            "count",
            3);
    assertThat(JsonCodec.preview().encode(object))
        .hasToString(
            "{\"arn\":\"" + Sentinels.UNKNOWN + "\",\"count\":3,\"password\":\"[secret]\"}");
  }

  @Test
  void aStateNeverHoldsTheTextOfASecret() {
    Obj object =
        PropertyValues.object(
            "deep", List.of(PropertyValues.secret(PropertyValues.object("key", "hush"))));
    assertThat(JsonCodec.state(REVERSIBLE).encode(object).toString())
        .doesNotContain("hush")
        .contains("ciphertext", Sentinels.SECRET);
  }

  @Test
  void theSecretsFormIsPulumis() {
    assertThat(
            JsonCodec.plaintext().encode(PropertyValues.secret(PropertyValues.of("a"))).toString())
        .isEqualTo(
            "{\"4dabf18193072939515e22adb298388d\":\"1b47061264138c4ac30d75fd1eb44270\","
                + "\"plaintext\":\"\\\"a\\\"\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'4dabf18193072939515e22adb298388d':'nonsense'}",
        "{'4dabf18193072939515e22adb298388d':7}",
        "{'4dabf18193072939515e22adb298388d':'1b47061264138c4ac30d75fd1eb44270'}",
        "{'4dabf18193072939515e22adb298388d':'1b47061264138c4ac30d75fd1eb44270','plaintext':'{'}",
        "{'4dabf18193072939515e22adb298388d':'5cf8f73096256a8f31e491e813e4eb8e'}",
        "{'4dabf18193072939515e22adb298388d':'5cf8f73096256a8f31e491e813e4eb8e','urn':1}",
        "{'4dabf18193072939515e22adb298388d':'d0e6a833031e9bbcd3f4e8bde6ca49a4','secret':1}",
        "{'4dabf18193072939515e22adb298388d':'d0e6a833031e9bbcd3f4e8bde6ca49a4','dependencies':1}",
        "{'4dabf18193072939515e22adb298388d':'0def7320c3a5731c473e5ecbe6d01bc7','assets':1}",
        "{'4dabf18193072939515e22adb298388d':'8ad145fe-0d11-4827-bfd7-1abcbf086f5c','value':'x'}"
      })
  void aMalformedMarkIsRefusedWithItsPlace(String text) {
    String json = ("{'a':[" + text + "]}").replace('\'', '"');
    assertThatThrownBy(() -> JsonCodec.plaintext().decodeObject(JSON.readTree(json)))
        .isInstanceOf(MalformedValueException.class)
        .hasMessageStartingWith("a[0]");
  }

  private static Value string(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }
}
