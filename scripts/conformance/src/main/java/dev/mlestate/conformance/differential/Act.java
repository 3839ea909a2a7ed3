package dev.mlestate.conformance.differential;

import com.pulumi.Context;
import dev.mlestate.conformance.differential.provider.ProofCloud;
import java.util.function.Consumer;

/** One thing that happens to a scenario's stack. */
public sealed interface Act {
  /** As the expected results name it, such as {@code up v1}. */
  String label();

  /**
   * A command, previewed first.
   *
   * @param program the version of the program; {@code destroy} and {@code refresh} do not run it
   * @param stack the stack's name
   * @param error a phrase of the error that the command must end with; empty: it succeeds
   * @param previewError the same of its preview
   */
  record Command(
      Verb verb,
      String label,
      String stack,
      Consumer<Context> program,
      Flags flags,
      String error,
      String previewError)
      implements Act {
    /** What the command is. */
    public enum Verb {
      UP,
      REFRESH,
      DESTROY
    }
  }

  /** Something that happens to the cloud without the engine. */
  record Happening(String label, Consumer<ProofCloud> change) implements Act {}

  /**
   * An edit of the state.
   *
   * @param urn without the stack's part
   * @param name the new name; empty where the edit has none
   */
  record Edit(Change change, String label, String urn, String name) implements Act {
    /** What the edit does. */
    public enum Change {
      DELETE,
      RENAME,
      UNPROTECT
    }
  }
}
