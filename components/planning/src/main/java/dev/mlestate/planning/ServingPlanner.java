package dev.mlestate.planning;

import dev.mlestate.model.Environment;
import dev.mlestate.model.Serving;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans endpoints for predictions. */
final class ServingPlanner {
  private final Environment environment;
  private final MachineSelector machines;
  private final CloudRules rules;
  private final Draft draft;

  ServingPlanner(Environment environment, MachineSelector machines, CloudRules rules, Draft draft) {
    this.environment = environment;
    this.machines = machines;
    this.rules = rules;
    this.draft = draft;
  }

  List<ServingPlan> plan() {
    List<ServingPlan> plans = new ArrayList<>();
    for (int i = 0; i < environment.serving().size(); i++) {
      Serving serving = environment.serving().get(i);
      String path = "serving[" + i + "]";
      switch (serving.kind()) {
        case REALTIME -> realtime(path, serving).ifPresent(plans::add);
        case SERVERLESS -> serverless(path, serving).ifPresent(plans::add);
      }
    }
    return plans;
  }

  private Optional<ServingPlan> realtime(String path, Serving serving) {
    MachineChoice choice =
        serving
            .accelerator()
            .map(
                a ->
                    machines.accelerated(
                        path + ".accelerator",
                        a.type(),
                        a.perReplica(),
                        "perReplica",
                        Optional.empty()))
            .orElseGet(() -> machines.plain(path + ".cpu", serving.cpu(), Optional.empty()));
    if (choice instanceof MachineChoice.Refused refused) {
      draft.problem(refused.problem());
      return Optional.empty();
    }
    MachineChoice.Chosen chosen = (MachineChoice.Chosen) choice;
    draft.decide(
        serving.name(),
        serving.replicas().min() + "–" + serving.replicas().max() + " × " + chosen.machine().name(),
        chosen.reason());
    return Optional.of(
        new ServingPlan(
            serving, costCenter(serving), Optional.of(chosen.machine()), Optional.empty()));
  }

  private Optional<ServingPlan> serverless(String path, Serving serving) {
    return rules
        .serverless(path, serving, draft)
        .map(
            shape ->
                new ServingPlan(
                    serving, costCenter(serving), Optional.empty(), Optional.of(shape)));
  }

  private String costCenter(Serving serving) {
    return Teams.costCenter(environment, serving.team());
  }
}
