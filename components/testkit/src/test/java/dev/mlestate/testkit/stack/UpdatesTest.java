package dev.mlestate.testkit.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.Context;
import dev.mlestate.testkit.PulumiEngine;
import dev.mlestate.testkit.graph.Graph;
import dev.mlestate.testkit.graph.GraphAssert;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UpdatesTest {
  @RegisterExtension static final PulumiEngine engine = new PulumiEngine();

  private static final Consumer<Context> V1 = Buckets.data("first-name-4821", "ads");
  private static final Consumer<Context> TAGGED = Buckets.data("first-name-4821", "search");
  private static final Consumer<Context> RENAMED = Buckets.data("second-name-4821", "ads");

  private static void fails(Graph graph, Consumer<GraphAssert> red, String... message) {
    assertThatThrownBy(() -> red.accept(assertThat(graph)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(message);
  }

  @Test
  void nothingChangesTheSecondTime() {
    Graph graph = engine.from(V1).to(V1);

    assertThat(graph).changesNothing().replacesNothing().deletesNothing();
    assertThat(graph).resource("data").isUnchanged();
    fails(graph, a -> a.updates("data"), "update data (it stays as it is)", "nothing");
    fails(graph, a -> a.updates("dat"), "there is none; did you mean data?");
  }

  @Test
  void anUpdateInPlace() {
    Graph graph = engine.from(V1).to(TAGGED);

    assertThat(graph).onlyUpdates("data").updates("data").replacesNothing();
    assertThat(graph).resource("data").isUpdated().hasInput("tags.team", "search");
    fails(graph, GraphAssert::changesNothing, "more happens", "update data", "because of tags");
    fails(graph, a -> a.onlyReplaces("data"), "update data", "replace data (it is update)");
  }

  @Test
  void aReplacement() {
    Graph graph = engine.from(V1).to(RENAMED);

    assertThat(graph).onlyReplaces("data").replaces("data").hasOutput("bucket", "second-name-4821");
    assertThat(graph).resource("data").isReplaced().hasInput("bucket", "second-name-4821");
    fails(graph, GraphAssert::replacesNothing, "replace data", "because of bucket");
    fails(graph, GraphAssert::deletesNothing, "nothing was to be deleted or replaced");
    fails(graph, a -> a.onlyUpdates("data"), "replace data");
  }

  @Test
  void aResourceMoreAndOneLess() {
    Graph graph = engine.from(Buckets.named("a", "b")).to(Buckets.named("b", "c"));

    assertThat(graph).creates("c").deletes("a");
    fails(graph, a -> a.onlyCreates("c"), "more happens", "delete a");
    fails(graph, a -> a.onlyDeletes("a"), "more happens", "create c");
    assertThat(engine.up(Buckets.named("b"))).onlyDeletes("c");
    assertThat(engine.up(Buckets.named("b", "d"))).onlyCreates("d");
  }

  @Test
  void aPreviewLeavesTheStackAsItIs() {
    Transition first = engine.from(V1);

    assertThat(first.toPreview(RENAMED)).onlyReplaces("data");
    assertThat(first.to(V1)).changesNothing();
  }

  @Test
  void aRefreshFindsNothingNewAndDestroyLeavesNothing() {
    engine.up(V1);

    assertThat(engine.refresh()).changesNothing();
    assertThat(engine.previewDestroy()).onlyDeletes("data");
    assertThat(engine.stack().cloudResources()).hasSize(1);
    assertThat(engine.destroy()).onlyDeletes("data").hasResources(0);
    assertThat(engine.stack().cloudResources()).isEmpty();
  }

  @Test
  void theStateIsThatOfPulumi() {
    engine.up(V1);

    assertThat(engine.stack().export().at("/deployment/resources")).hasSize(3);
  }
}
