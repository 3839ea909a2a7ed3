package dev.mlestate.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RawResourceTest {
  private static final RawType SHELF = new RawType("depot:store/shelf:Shelf", "7.3.0", "a test");

  private final Queue<Mocks.ResourceArgs> registered = new ConcurrentLinkedQueue<>();
  private final List<String> labels = new CopyOnWriteArrayList<>();

  @Test
  void registersItsTypeWithWhatItWasGiven() {
    run();

    assertThat(of(SHELF.token()).inputs)
        .isEqualTo(Map.of("boards", List.of(Map.of("width", 2.0)), "height", "tall"));
  }

  @Test
  void runsOnTheGivenProvider() {
    run();

    assertThat(of(SHELF.token()).provider).contains("pulumi:providers:depot::newer");
  }

  @Test
  void answersWithWhatTheCloudComputed() {
    run();

    assertThat(labels).containsExactly("shelf-1");
  }

  @Test
  void refusesATypeThatNoEngineKnows() {
    assertThatThrownBy(() -> new RawType("depot:Shelf", "7.3.0", "a test"))
        .hasMessageContaining("package:module:Type");
    assertThatThrownBy(() -> new RawType(SHELF.token(), "v7", "a test"))
        .hasMessageContaining("x.y.z");
    assertThatThrownBy(() -> new RawType(SHELF.token(), "7.3.0", " "))
        .hasMessageContaining("no source");
  }

  private Mocks.ResourceArgs of(String type) {
    return registered.stream().filter(each -> each.type.equals(type)).findFirst().orElseThrow();
  }

  private void run() {
    Mocks mocks =
        args -> {
          registered.add(args);
          return CompletableFuture.completedFuture(
              Mocks.ResourceResult.of(Optional.of("id-" + args.name), Map.of("label", "shelf-1")));
        };
    PulumiTest.withMocks(mocks)
        .runTest(
            context -> {
              Shelf shelf = new Shelf(new Depot("newer"));
              context.export("label", shelf.label().applyValue(this::noted));
            })
        .throwOnError();
  }

  private String noted(String label) {
    labels.add(label);
    return label;
  }

  private static final class Depot extends ProviderResource {
    Depot(String name) {
      super("depot", name, ResourceArgs.Empty, CustomResourceOptions.Empty);
    }
  }

  private static final class Shelf extends RawResource {
    @Export(
        name = "label",
        refs = {String.class},
        tree = "[0]")
    private @Nullable Output<String> label;

    Shelf(Depot provider) {
      super(SHELF, "shelf", new ShelfArgs(), provider, CustomResourceOptions.Empty);
    }

    Output<String> label() {
      return registered(label);
    }
  }

  static final class ShelfArgs extends ResourceArgs {
    @Import(name = "height", required = true)
    private final Output<String> height = Output.of("tall");

    @Import(name = "boards")
    private final List<BoardArgs> boards = List.of(new BoardArgs());

    @Import(name = "depth")
    private final @Nullable Output<Integer> depth = null;

    Output<String> height() {
      return height;
    }

    List<BoardArgs> boards() {
      return boards;
    }

    Optional<Output<Integer>> depth() {
      return Optional.ofNullable(depth);
    }
  }

  static final class BoardArgs extends ResourceArgs {
    @Import(name = "width")
    private final Integer width = 2;

    Integer width() {
      return width;
    }
  }
}
