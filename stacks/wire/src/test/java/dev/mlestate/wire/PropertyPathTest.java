package dev.mlestate.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.wire.PropertyDiff.Change;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyPathTest {
  @Provide
  Arbitrary<PropertyPath> paths() {
    Arbitrary<PropertyPath.Step> steps =
        Arbitraries.oneOf(
            ArbitraryValues.keys().map(PropertyPath.Step.Member::new),
            Arbitraries.integers().between(0, 99).map(PropertyPath.Step.Element::new),
            Arbitraries.just(new PropertyPath.Step.Every()));
    return steps.list().ofMaxSize(5).map(PropertyPath::new);
  }

  @Provide
  Arbitrary<Obj> objects() {
    return ArbitraryValues.objects(false);
  }

  @Property(tries = 300)
  void everyPathReturnsFromItsText(@ForAll("paths") PropertyPath path) {
    assertThat(PropertyPath.parse(path.toString())).isEqualTo(path);
  }

  @Property(tries = 200)
  void aDiffIsEmptyExactlyForWhatIsTheSame(
      @ForAll("objects") Obj one, @ForAll("objects") Obj other) {
    assertThat(PropertyDiff.between(one, one).isEmpty()).isTrue();
    assertThat(PropertyDiff.between(one, other).isEmpty()).isEqualTo(PropertyDiff.same(one, other));
  }

  @Property(tries = 200)
  void resettingEveryPlaceThatDiffersAtTheTopRestoresTheObject(
      @ForAll("objects") Obj before, @ForAll("objects") Obj after) {
    Obj reset = after;
    java.util.TreeSet<String> keys = new java.util.TreeSet<>(before.members().keySet());
    keys.addAll(after.members().keySet());
    for (String key : keys) {
      reset = PropertyReset.reset(PropertyPath.ROOT.member(key), before, reset).orElseThrow();
    }
    assertThat(reset).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {".a", "a.", "a[", "a[x]", "a[-1]", "a[\"b", "a[\"b\"", "a[1", "a[]"})
  void whatIsNoPathIsRefused(String text) {
    assertThatThrownBy(() -> PropertyPath.parse(text)).isInstanceOf(MalformedValueException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.b[0][\"c.d\"]|a.b[0][\"c.d\"]",
        "root[\"nested\"].x|root.nested.x",
        "a.[0]|a[0]",
        "a.*.b|a[*].b",
        "foo-bar|[\"foo-bar\"]"
      })
  void pathsReadAsInPulumi(String text, String canonical) {
    assertThat(PropertyPath.parse(text)).hasToString(canonical);
  }

  @Test
  void aPathContainsWhatLiesWithin() {
    assertThat(PropertyPath.parse("foo[\"bar\"][1]").contains(PropertyPath.parse("foo.bar[1].baz")))
        .isTrue();
    assertThat(PropertyPath.parse("foo.*.baz").contains(PropertyPath.parse("foo.bar.baz.bam")))
        .isTrue();
    assertThat(PropertyPath.parse("foo.bar").contains(PropertyPath.parse("foo"))).isFalse();
    assertThat(PropertyPath.parse("foo[1]").contains(PropertyPath.parse("foo[2]"))).isFalse();
  }

  @Test
  void aDiffNamesEachPlace() {
    Obj before =
        PropertyValues.object(
            "same",
            1,
            "gone",
            1,
            "list",
            List.of(1, 2, 3),
            "deep",
            PropertyValues.object("a.b", 1));
    Obj after =
        PropertyValues.object(
            "same", 1, "fresh", 1, "list", List.of(1, 5), "deep", PropertyValues.object("a.b", 2));
    assertThat(PropertyDiff.between(before, after).changes())
        .isEqualTo(
            Map.of(
                "gone", Change.DELETE,
                "fresh", Change.ADD,
                "list[1]", Change.UPDATE,
                "list[2]", Change.DELETE,
                "deep[\"a.b\"]", Change.UPDATE));
  }

  @Test
  void nullAndMissingAreTheSame() {
    assertThat(
            PropertyDiff.between(
                    PropertyValues.object("a", PropertyValues.NULL), PropertyValues.EMPTY)
                .isEmpty())
        .isTrue();
  }

  @Test
  void aResetReachesThroughSecretsAndKeepsThemSecret() {
    Obj before =
        PropertyValues.object("a", PropertyValues.secret(PropertyValues.object("b", 1, "c", 1)));
    Obj after = PropertyValues.object("a", PropertyValues.object("b", 2, "c", 2));
    assertThat(PropertyReset.reset(PropertyPath.parse("a.b"), before, after))
        .contains(
            PropertyValues.object(
                "a",
                PropertyValues.object("b", PropertyValues.secret(PropertyValues.of(1)), "c", 2)));
  }

  @Test
  void aResetNeverChangesAListsLength() {
    Obj before = PropertyValues.object("a", List.of(1, 2));
    Obj after = PropertyValues.object("a", List.of(3));
    assertThat(PropertyReset.reset(PropertyPath.parse("a[1]"), before, after)).isEmpty();
    assertThat(PropertyReset.reset(PropertyPath.parse("a[*]"), before, after)).isEmpty();
    assertThat(PropertyReset.reset(PropertyPath.parse("a[0]"), before, after))
        .contains(PropertyValues.object("a", List.of(1)));
  }

  @Test
  void aResetOfWhatWasNotThereRemovesIt() {
    assertThat(
            PropertyReset.reset(
                PropertyPath.parse("tags.owner"),
                PropertyValues.object("tags", PropertyValues.EMPTY),
                PropertyValues.object("tags", PropertyValues.object("owner", "x", "team", "y"))))
        .contains(PropertyValues.object("tags", PropertyValues.object("team", "y")));
    assertThat(
            PropertyReset.reset(
                PropertyPath.parse("tags.owner"),
                PropertyValues.object("tags", PropertyValues.object("owner", "x")),
                PropertyValues.EMPTY))
        .isEmpty();
  }

  @Test
  void getLooksThroughSecrets() {
    Obj object =
        PropertyValues.object("a", PropertyValues.secret(PropertyValues.object("b", List.of(7))));
    assertThat(PropertyPath.parse("a.b[0]").get(object)).contains(PropertyValues.of(7));
    assertThat(PropertyPath.parse("a.b[1]").get(object)).isEmpty();
    assertThat(PropertyPath.parse("a.c").get(object)).isEmpty();
  }
}
