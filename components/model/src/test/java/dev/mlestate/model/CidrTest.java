package dev.mlestate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
  @Test
  void knowsItsBlocks() {
    Cidr vpc = Cidr.parse("10.40.0.0/16").orElseThrow();

    assertThat(vpc.size()).isEqualTo(65536);
    assertThat(vpc.block(18, 3)).hasToString("10.40.192.0/18");
    assertThat(vpc.contains(vpc.block(28, 0))).isTrue();
    assertThat(vpc.block(18, 0).overlaps(vpc.block(18, 1))).isFalse();
    assertThatThrownBy(() -> vpc.block(18, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> vpc.block(15, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.40.0.0",
        "10.40.0.0/33",
        "256.0.0.0/8",
        "10.40.0.1/16",
        "10.40.0.0/016",
        "a.b.c.d/8",
        "10.40.0.0/16 ",
        "010.40.0.0/16",
        "::1/64"
      })
  void refusesWhatIsNoBlock(String text) {
    assertThat(Cidr.parse(text)).isEmpty();
  }

  @Test
  void namesTheBlockAroundAnAddress() {
    assertThat(Cidr.around("10.40.1.7/16").orElseThrow()).hasToString("10.40.0.0/16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.40.1.7", "10.40.1.7/33", "10.40.1.256/16", "10.040.1.7/16"})
  void knowsNoBlockAroundWhatIsNoAddress(String text) {
    assertThat(Cidr.around(text)).isEmpty();
  }

  @Test
  void tellsPrivateFromPublic() {
    assertThat(Cidr.parse("172.31.0.0/16").orElseThrow().isPrivate()).isTrue();
    assertThat(Cidr.parse("172.32.0.0/16").orElseThrow().isPrivate()).isFalse();
    assertThat(Cidr.parse("10.0.0.0/7").orElseThrow().isPrivate()).isFalse();
  }

  @Property
  void textAndBack(
      @ForAll @LongRange(min = 0, max = 0xFFFFFFFFL) long address,
      @ForAll @IntRange(max = 32) int prefix) {
    Cidr cidr = new Cidr(address - address % (1L << (32 - prefix)), prefix);

    assertThat(Cidr.parse(cidr.toString())).contains(cidr);
  }
}
