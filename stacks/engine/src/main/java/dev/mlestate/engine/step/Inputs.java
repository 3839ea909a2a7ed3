package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.provider.Checked;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.wire.MalformedValueException;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyReset;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes what the program wants into what the provider is told. */
final class Inputs {
  private final Run run;

  Inputs(Run run) {
    this.run = run;
  }

  /** The inputs with the old values of the properties whose changes are to be ignored. */
  Obj ignoringChanges(List<String> paths, String urn, Obj before, Obj inputs) {
    Obj result = inputs;
    List<String> refused = new ArrayList<>();
    for (String text : paths) {
      Optional<Obj> reset;
      try {
        reset = PropertyReset.reset(PropertyPath.parse(text), before, result);
      } catch (MalformedValueException e) {
        // As in Pulumi, what is no path is no reason to stop.
        continue;
      }
      if (reset.isEmpty()) {
        refused.add(text);
      }
      result = reset.orElse(result);
    }
    if (!refused.isEmpty()) {
      run.reporter()
          .say(
              Severity.INFO,
              urn,
              "cannot ignore changes in added or removed elements of the path: "
                  + String.join(", ", refused));
    }
    return result;
  }

  /**
   * The resource with its inputs as the provider wants them.
   *
   * @param before the inputs that the resource has; empty if it is new
   * @throws RunFailedException if the provider refuses them
   */
  ResourceState checked(ResourceState wanted, Optional<Obj> before, Obj inputs) {
    Checked checked = run.providerOf(wanted).check(wanted.urn(), before, inputs);
    if (!checked.failures().isEmpty()) {
      String name = new Urn(wanted.urn()).name();
      String reasons =
          checked.failures().stream()
              .map(failure -> message(wanted.type(), name, failure))
              .collect(Collectors.joining("\n"));
      throw new RunFailedException(Failure.Kind.INVALID, wanted.urn(), reasons);
    }
    return wanted.with().inputs(checked.inputs()).build();
  }

  private static String message(String type, String name, Checked.Failure failure) {
    String where = failure.property().isEmpty() ? "" : ": property '" + failure.property() + "'";
    return type + " resource '" + name + "' has a problem" + where + ": " + failure.reason();
  }
}
