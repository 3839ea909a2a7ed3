package dev.mlestate.conformance.differential;

import com.pulumi.Context;
import dev.mlestate.conformance.differential.Act.Command;
import dev.mlestate.conformance.differential.Act.Edit;
import dev.mlestate.conformance.differential.provider.ProofCloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A program in one or more versions, and what is done with them in turn.
 *
 * @param name also that of its file of expected results
 * @param about the meaning that it is about, as a sentence
 * @param source the page of Pulumi's documentation that says so
 * @param config by key, such as {@code proof:region}
 * @param showsValues whether the values of previews are compared, too
 */
public record Scenario(
    String name,
    String about,
    String source,
    SortedMap<String, String> config,
    SortedSet<String> secretConfig,
    boolean showsValues,
    List<Act> acts) {
  public static final String PROJECT = "proofs";
  public static final String STACK = "dev";

  static final Consumer<Context> NOTHING = context -> {};

  /** A scenario without acts. */
  public static Builder of(String name, String about, String page) {
    return new Builder(name, about, "https://www.pulumi.com/docs/" + page);
  }

  /** The whole URN of a resource of the usual stack. */
  public static String urn(String withoutStack) {
    return "urn:pulumi:" + STACK + "::" + PROJECT + "::" + withoutStack;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Adds acts in their order. */
  public static final class Builder {
    private final String name;
    private final String about;
    private final String source;
    private final SortedMap<String, String> config = new TreeMap<>();
    private final SortedSet<String> secretConfig = new TreeSet<>();
    private final List<Act> acts = new ArrayList<>();
    private boolean showsValues;
    private int versions;

    private Builder(String name, String about, String source) {
      this.name = name;
      this.about = about;
      this.source = source;
    }

    public Builder config(String key, String value) {
      config.put(key, value);
      return this;
    }

    public Builder secretConfig(String key, String value) {
      secretConfig.add(key);
      return config(key, value);
    }

    /** Compares what previews say of inputs and outputs as well. */
    public Builder showingValues() {
      showsValues = true;
      return this;
    }

    /** Brings up the next version of the program. */
    public Builder up(Consumer<Context> program) {
      return up(program, Flags.NONE);
    }

    public Builder up(Consumer<Context> program, Flags flags) {
      versions++;
      return add(Command.Verb.UP, "up v" + versions, Scenario.STACK, program, flags);
    }

    /** Brings up the last version once more. */
    public Builder again() {
      return again(Flags.NONE);
    }

    public Builder again(Flags flags) {
      Consumer<Context> last = NOTHING;
      for (Act act : acts) {
        if (act instanceof Command command && command.verb() == Command.Verb.UP) {
          last = command.program();
        }
      }
      return add(Command.Verb.UP, "up v" + versions + " again", Scenario.STACK, last, flags);
    }

    /** Brings up another stack of the project. */
    public Builder upOf(String stack, Consumer<Context> program) {
      return add(Command.Verb.UP, "up of stack " + stack, stack, program, Flags.NONE);
    }

    public Builder refresh() {
      return refresh(Flags.NONE);
    }

    public Builder refresh(Flags flags) {
      return add(Command.Verb.REFRESH, "refresh", Scenario.STACK, NOTHING, flags);
    }

    public Builder destroy() {
      return destroy(Flags.NONE);
    }

    public Builder destroy(Flags flags) {
      return add(Command.Verb.DESTROY, "destroy", Scenario.STACK, NOTHING, flags);
    }

    private Builder add(
        Command.Verb verb, String label, String stack, Consumer<Context> program, Flags flags) {
      acts.add(new Command(verb, label + flags.text(), stack, program, flags, "", ""));
      return this;
    }

    /** The last command fails, and its preview does not. */
    public Builder failing(String phrase) {
      return changeLast(
          c -> new Command(c.verb(), c.label(), c.stack(), c.program(), c.flags(), phrase, ""));
    }

    /** The last command's preview fails already, and so does the command. */
    public Builder failingEarly(String phrase) {
      return changeLast(
          c -> new Command(c.verb(), c.label(), c.stack(), c.program(), c.flags(), phrase, phrase));
    }

    private Builder changeLast(UnaryOperator<Command> change) {
      int last = acts.size() - 1;
      if (!(acts.get(last) instanceof Command command)) {
        throw new IllegalStateException("only a command can fail, not " + acts.get(last).label());
      }
      acts.set(last, change.apply(command));
      return this;
    }

    /** Changes the cloud behind the engine's back. */
    public Builder meanwhile(String what, Consumer<ProofCloud> change) {
      acts.add(new Act.Happening("meanwhile: " + what, change));
      return this;
    }

    public Builder stateDelete(String urn) {
      return edit(Edit.Change.DELETE, urn, "");
    }

    public Builder stateRename(String urn, String newName) {
      return edit(Edit.Change.RENAME, urn, newName);
    }

    public Builder stateUnprotect(String urn) {
      return edit(Edit.Change.UNPROTECT, urn, "");
    }

    private Builder edit(Edit.Change change, String urn, String newName) {
      String label = "state " + change.name().toLowerCase(Locale.ROOT) + " " + urn;
      acts.add(new Edit(change, newName.isEmpty() ? label : label + " " + newName, urn, newName));
      return this;
    }

    public Scenario build() {
      return new Scenario(name, about, source, config, secretConfig, showsValues, acts);
    }
  }
}
