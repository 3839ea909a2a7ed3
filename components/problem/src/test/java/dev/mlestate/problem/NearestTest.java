package dev.mlestate.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> WORDS = List.of("nodePools", "name", "network", "access");

  @ParameterizedTest
  @CsvSource({
    "nodePool, nodePools",
    "nodepools, nodePools",
    "naem, name",
    "netwrok, network",
    "acces, access",
    "NAME, name"
  })
  void findsTheWordThatWasMeant(String word, String meant) {
    assertThat(Nearest.of(word, WORDS)).contains(meant);
    assertThat(Nearest.remedy(word, WORDS)).isEqualTo("did you mean " + meant + "?");
  }

  @Test
  void offersAllWhereNoneIsNear() {
    assertThat(Nearest.of("zebra", WORDS)).isEmpty();
    assertThat(Nearest.remedy("zebra", WORDS))
        .isEqualTo("use one of nodePools, name, network, access");
    assertThat(Nearest.remedy("zebra", List.of("cat"))).isEqualTo("use cat");
    assertThat(Nearest.remedy("zebra", List.of())).isEqualTo("remove it");
  }

  @Test
  void aLetterIsNotNearAnotherLetter() {
    assertThat(Nearest.of("a", List.of("b"))).isEmpty();
  }

  @Property(tries = 200)
  void swappedNeighboursAreFound(@ForAll @AlphaChars @StringLength(min = 4, max = 12) String word) {
    String swapped = word.charAt(1) + word.substring(0, 1) + word.substring(2);

    assertThat(Nearest.of(swapped, List.of(word))).contains(word);
  }
}
