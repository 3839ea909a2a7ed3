package dev.mlestate.wire;

import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Property values of every kind, nested. */
final class ArbitraryValues {
  private ArbitraryValues() {}

  static Arbitrary<String> keys() {
    return Arbitraries.oneOf(
        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(4),
        Arbitraries.of("a.b", "with space", "quo\"te", "__meta", "0", "é[x]"));
  }

  static Arbitrary<PropertyValue> values(boolean outputs) {
    return nested(3, outputs);
  }

  static Arbitrary<PropertyValue.Obj> objects(boolean outputs) {
    return Arbitraries.maps(keys(), nested(2, outputs)).ofMaxSize(4).map(PropertyValue.Obj::of);
  }

  private static Arbitrary<PropertyValue> nested(int depth, boolean outputs) {
    if (depth == 0) {
      return leaves();
    }
    Arbitrary<PropertyValue> inner = nested(depth - 1, outputs);
    Arbitrary<PropertyValue> containers =
        Arbitraries.oneOf(
            inner.list().ofMaxSize(3).map(PropertyValue.Array::new),
            Arbitraries.maps(keys(), inner).ofMaxSize(3).map(PropertyValue.Obj::of),
            inner.map(PropertyValues::secret),
            assets().list().ofMaxSize(2).map(ArbitraryValues::archive));
    if (!outputs) {
      return Arbitraries.oneOf(leaves(), containers);
    }
    return Arbitraries.oneOf(leaves(), containers, outputs(inner));
  }

  private static Arbitrary<PropertyValue> outputs(Arbitrary<PropertyValue> inner) {
    return Combinators.combine(
            inner.filter(value -> !(value instanceof PropertyValue.Unknown)).optional(),
            Arbitraries.of(true, false),
            Arbitraries.of("urn:a", "urn:b").set().ofMaxSize(2))
        .as(PropertyValue.Output::new);
  }

  private static Arbitrary<PropertyValue> leaves() {
    return Arbitraries.oneOf(
        Arbitraries.of(PropertyValues.NULL, PropertyValues.UNKNOWN),
        Arbitraries.of(true, false).map(PropertyValues::of),
        Arbitraries.doubles().map(PropertyValues::of),
        Arbitraries.integers().map(number -> PropertyValues.of(number)),
        Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0, 9.007199254740994E15, 1e300)
            .map(PropertyValues::of),
        Arbitraries.strings().ofMaxLength(6).map(PropertyValues::of),
        assets(),
        Combinators.combine(
                Arbitraries.of("urn:x", "urn:y"),
                Arbitraries.<PropertyValue>of(PropertyValues.of("id"), PropertyValues.UNKNOWN)
                    .optional(),
                Arbitraries.of("", "1.2.3"))
            .as(PropertyValue.ResourceReference::new));
  }

  private static Arbitrary<PropertyValue> assets() {
    Arbitrary<String> texts = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5);
    Arbitrary<String> hashes = Arbitraries.of("", "0abc");
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.strings().ofMaxLength(5), hashes)
            .as(
                (text, hash) ->
                    new PropertyValue.Asset(
                        Optional.of(text), Optional.empty(), Optional.empty(), hash)),
        Combinators.combine(texts, hashes)
            .as(
                (path, hash) ->
                    new PropertyValue.Asset(
                        Optional.empty(), Optional.of(path), Optional.empty(), hash)),
        Combinators.combine(texts, hashes)
            .as(
                (uri, hash) ->
                    new PropertyValue.Archive(
                        Optional.empty(), Optional.empty(), Optional.of(uri), hash)));
  }

  private static PropertyValue archive(java.util.List<PropertyValue> assets) {
    TreeMap<String, PropertyValue> named = new TreeMap<>();
    assets.forEach(asset -> named.put("file" + named.size(), asset));
    return new PropertyValue.Archive(
        Optional.of(named), Optional.empty(), Optional.empty(), "beef");
  }
}
