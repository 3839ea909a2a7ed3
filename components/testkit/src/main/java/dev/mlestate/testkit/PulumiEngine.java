package dev.mlestate.testkit;

import com.pulumi.Context;
import dev.mlestate.engine.RunOptions;
import dev.mlestate.testkit.graph.Graph;
import dev.mlestate.testkit.stack.StackSettings;
import dev.mlestate.testkit.stack.StackSettingsBuilder;
import dev.mlestate.testkit.stack.TestStack;
import dev.mlestate.testkit.stack.Transition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs Pulumi programs for a JUnit test, in its JVM, on simulated clouds.
 *
 * <p>Each test has a stack of its own, empty at first, and so has a class, for what it does in
 * {@code @BeforeAll}. Tests may run in parallel. Register it with settings as a field with
 * {@code @RegisterExtension}, or with {@code @ExtendWith} and take it, or the test's {@link
 * TestStack}, as a parameter.
 */
public final class PulumiEngine
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {
  private final StackSettings settings;
  private final Map<Thread, TestStack> byThread = new ConcurrentHashMap<>();
  private final Map<String, TestStack> stacks = new ConcurrentHashMap<>();

  /** An engine without settings of the test's own. */
  public PulumiEngine() {
    this(new StackSettingsBuilder().build());
  }

  private PulumiEngine(StackSettings settings) {
    this.settings = settings;
  }

  /** An engine with settings. */
  public static PulumiEngine with(StackSettingsBuilder settings) {
    return new PulumiEngine(settings.build());
  }

  /** Settings to change. */
  public static StackSettingsBuilder settings() {
    return new StackSettingsBuilder();
  }

  /**
   * The stack of the test that this thread runs.
   *
   * @throws IllegalStateException if the thread runs none
   */
  public TestStack stack() {
    @Nullable TestStack stack = byThread.get(Thread.currentThread());
    if (stack == null) {
      throw new IllegalStateException(
          "this thread runs no test that the engine knows: register the engine as an extension, and"
              + " in threads of the test's own use the TestStack that the test takes as a"
              + " parameter");
    }
    return stack;
  }

  /** See {@link TestStack#config}. */
  public TestStack config(String key, String value) {
    return stack().config(key, value);
  }

  /** See {@link TestStack#secretConfig}. */
  public TestStack secretConfig(String key, String value) {
    return stack().secretConfig(key, value);
  }

  /** See {@link TestStack#preview(Consumer)}. */
  public Graph preview(Consumer<Context> program) {
    return stack().preview(program);
  }

  /** See {@link TestStack#preview(Consumer, RunOptions)}. */
  public Graph preview(Consumer<Context> program, RunOptions options) {
    return stack().preview(program, options);
  }

  /** See {@link TestStack#up(Consumer)}. */
  public Graph up(Consumer<Context> program) {
    return stack().up(program);
  }

  /** See {@link TestStack#up(Consumer, RunOptions)}. */
  public Graph up(Consumer<Context> program, RunOptions options) {
    return stack().up(program, options);
  }

  /** See {@link TestStack#refresh}. */
  public Graph refresh() {
    return stack().refresh();
  }

  /** See {@link TestStack#previewDestroy}. */
  public Graph previewDestroy() {
    return stack().previewDestroy();
  }

  /** See {@link TestStack#destroy}. */
  public Graph destroy() {
    return stack().destroy();
  }

  /** See {@link TestStack#from}. */
  public Transition from(Consumer<Context> before) {
    return stack().from(before);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    begin(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    begin(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    end(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    end(context);
  }

  private void begin(ExtensionContext context) {
    byThread.put(Thread.currentThread(), stackOf(context));
  }

  private TestStack stackOf(ExtensionContext context) {
    return stacks.computeIfAbsent(context.getUniqueId(), id -> TestStack.open(settings));
  }

  /** The thread goes back to the stack of the class, which an {@code @AfterAll} may still need. */
  private void end(ExtensionContext context) {
    @Nullable TestStack stack = stacks.remove(context.getUniqueId());
    if (stack != null) {
      stack.close();
    }
    @Nullable TestStack outer =
        context.getParent().map(parent -> stacks.get(parent.getUniqueId())).orElse(null);
    if (outer == null) {
      byThread.remove(Thread.currentThread());
    } else {
      byThread.put(Thread.currentThread(), outer);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == PulumiEngine.class || type == TestStack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestStack.class ? stackOf(context) : this;
  }
}
