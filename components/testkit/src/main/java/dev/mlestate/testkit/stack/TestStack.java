package dev.mlestate.testkit.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Struct;
import com.pulumi.Context;
import dev.mlestate.engine.Engine;
import dev.mlestate.engine.RunOptions;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.inprocess.InProcessProgram;
import dev.mlestate.simulated.ExistingResource;
import dev.mlestate.testkit.graph.Graph;
import dev.mlestate.testkit.graph.Values;
import dev.mlestate.testkit.program.FunctionAnswer;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.StructCodec;
import dev.mlestate.wire.WireOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stack with a state and clouds of its own, in a folder that goes with it. Runs of one stack come
 * one after the other; those of several may go on at a time.
 */
public final class TestStack implements AutoCloseable {
  private final StackSettings settings;
  private final Path folder;
  private final TestClouds clouds;
  private final StateStore store;
  private final SortedMap<String, String> config;
  private final Set<String> secretKeys;

  private TestStack(StackSettings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
    this.clouds = new TestClouds(folder.resolve("clouds"), settings);
    this.store =
        StateStore.in(
            folder.resolve("state"), Map.of("PULUMI_CONFIG_PASSPHRASE", "test"), Clock.systemUTC());
    this.config = new TreeMap<>(settings.wholeConfig());
    this.secretKeys = new TreeSet<>(settings.secretKeys());
  }

  /** A new stack, empty. */
  public static TestStack open(StackSettings settings) {
    try {
      return new TestStack(settings, Files.createTempDirectory("mlestate-testkit-"));
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for a stack can be made", e);
    }
  }

  /** Sets a value of the configuration for the runs to come. */
  public synchronized TestStack config(String key, String value) {
    config.put(settings.qualified(key), value);
    return this;
  }

  /** Sets a secret value of the configuration for the runs to come. */
  public synchronized TestStack secretConfig(String key, String value) {
    secretKeys.add(settings.qualified(key));
    return config(key, value);
  }

  /**
   * What {@link #up} would do, and what is known before.
   *
   * @throws RunFailure if the run does not reach its end
   */
  public Graph preview(Consumer<Context> program) {
    return preview(program, RunOptions.NONE);
  }

  /**
   * What {@link #up} would do, and what is known before.
   *
   * @throws RunFailure if the run does not reach its end
   */
  public Graph preview(Consumer<Context> program, RunOptions options) {
    return run(program, true, Engine::preview, options);
  }

  /**
   * Makes everything in the simulated clouds as the program wants it.
   *
   * @throws RunFailure if the run does not reach its end
   */
  public Graph up(Consumer<Context> program) {
    return up(program, RunOptions.NONE);
  }

  /**
   * Makes everything in the simulated clouds as the program wants it.
   *
   * @throws RunFailure if the run does not reach its end
   */
  public Graph up(Consumer<Context> program, RunOptions options) {
    return run(program, false, Engine::up, options);
  }

  /**
   * Reads what the clouds have into the state.
   *
   * @throws RunFailure if the run does not reach its end
   */
  public Graph refresh() {
    return run(TestStack::empty, false, Engine::refresh, RunOptions.NONE);
  }

  /**
   * What {@link #destroy} would do.
   *
   * @throws RunFailure if the run does not reach its end
   */
  public Graph previewDestroy() {
    return run(TestStack::empty, true, Engine::previewDestroy, RunOptions.NONE);
  }

  /**
   * Deletes everything.
   *
   * @throws RunFailure if the run does not reach its end
   */
  public Graph destroy() {
    return run(TestStack::empty, false, Engine::destroy, RunOptions.NONE);
  }

  /**
   * Brings the stack up with one version of a program, to see what the next one does to it.
   *
   * @throws RunFailure if the run does not reach its end
   */
  public Transition from(Consumer<Context> before) {
    up(before);
    return new Transition(this);
  }

  /** The state, as {@code pulumi stack export} writes it; secrets are encrypted. */
  public ObjectNode export() {
    return store.export();
  }

  /** What exists in the simulated clouds, whatever the state says. */
  public List<ExistingResource> cloudResources() {
    return clouds.inventory();
  }

  /** For runs that need no program. */
  private static void empty(Context context) {}

  private synchronized Graph run(
      Consumer<Context> program,
      boolean preview,
      BiFunction<Engine, RunOptions, UpdateResult> run,
      RunOptions options) {
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Consumer<Context> watched =
        context -> {
          try {
            program.accept(context);
          } catch (RuntimeException | Error e) {
            thrown.set(e);
            throw e;
          }
        };
    Engine engine =
        Engine.builder()
            .program(InProcessProgram.of(watched).answering(answers()))
            .providers(clouds.providers())
            .store(store)
            .stackOutputs(this::stackOutputs)
            .organization(settings.organization())
            .project(settings.project())
            .stack(settings.stack())
            .config(config)
            .secretConfig(new ArrayList<>(secretKeys))
            .parallel(settings.parallel())
            .build();
    UpdateResult result = run.apply(engine, options);
    Graph graph = new Graph(result, preview, new Judgement(settings));
    if (result.failure().isPresent()) {
      throw failure(result.failure().get(), graph, thrown.get());
    }
    return graph;
  }

  private static RunFailure failure(Failure failure, Graph graph, @Nullable Throwable thrown) {
    if (failure.kind() == Failure.Kind.PROGRAM && thrown != null) {
      return new RunFailure("the program failed: " + thrown, failure, graph, thrown);
    }
    String where = failure.urn().isEmpty() ? "" : failure.urn() + ": ";
    return new RunFailure(where + failure.message(), failure, graph);
  }

  private Map<String, UnaryOperator<Struct>> answers() {
    Map<String, UnaryOperator<Struct>> answers = new TreeMap<>();
    settings.answers().forEach((token, own) -> answers.put(token, args -> answer(own, args)));
    return answers;
  }

  private static Struct answer(FunctionAnswer own, Struct arguments) {
    Obj result = Values.object(own.answer(Values.map(StructCodec.decode(arguments))));
    return StructCodec.encode(result, WireOptions.VALUES);
  }

  private Optional<Obj> stackOutputs(String name) {
    return Optional.ofNullable(settings.stackOutputs().get(name)).map(Values::object);
  }

  @Override
  public void close() {
    clouds.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a test's folder stays over: " + folder, e);
    }
  }
}
