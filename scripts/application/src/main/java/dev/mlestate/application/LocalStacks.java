package dev.mlestate.application;

import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.StackOutputs;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.wire.PropertyValue.Obj;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The stacks on this machine that a program may refer to by {@code StackReference}: those of its
 * own project by their name, those of others as {@code organization/project/stack}.
 */
final class LocalStacks implements StackOutputs {
  /** The organisation of every stack that no service keeps, as in Pulumi's own local backend. */
  private static final String ORGANIZATION = "organization";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]*[A-Za-z0-9_-]");

  private final String project;
  private final Function<String, Optional<Path>> folders;
  private final Map<String, String> variables;
  private final Clock clock;

  /**
   * Stacks in folders.
   *
   * @param project the program's own
   * @param folders where the states of a project's stacks lie, each in a folder of its name; empty:
   *     there is no such project here
   */
  LocalStacks(String project, Function<String, Optional<Path>> folders, RunSettings settings) {
    this.project = project;
    this.folders = folders;
    this.variables = settings.variables();
    this.clock = settings.clock();
  }

  @Override
  public Optional<Obj> find(String name) {
    String[] parts = name.split("/", -1);
    boolean qualified = parts.length == 3 && parts[0].equals(ORGANIZATION);
    if (parts.length != 1 && !qualified) {
      return Optional.empty();
    }
    String owner = qualified ? parts[1] : project;
    String stack = parts[parts.length - 1];
    // A name becomes a part of a path.
    if (!NAME.matcher(stack).matches() || !NAME.matcher(owner).matches()) {
      return Optional.empty();
    }
    return folders
        .apply(owner)
        .map(folder -> StateStore.in(folder.resolve(stack), variables, clock))
        .filter(StateStore::exists)
        .flatMap(store -> outputs(store, owner));
  }

  private static Optional<Obj> outputs(StateStore store, String owner) {
    return store.read().resources().stream()
        .filter(state -> state.type().equals(Urn.STACK_TYPE))
        .filter(state -> state.urn().split("::", 4)[1].equals(owner))
        .map(ResourceState::outputs)
        .findFirst();
  }
}
