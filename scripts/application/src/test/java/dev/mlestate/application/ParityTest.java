package dev.mlestate.application;

import dev.mlestate.planning.EstatePlan;
import dev.mlestate.testkit.parity.ParityContract;
import dev.mlestate.testkit.parity.RegisteredEstate;
import java.util.stream.Collectors;

/** The contracts of all capabilities, on the components of every cloud. */
class ParityTest extends ParityContract {
  @Override
  protected RegisteredEstate realise(EstatePlan plan) {
    RecordedEstate recorded = RecordedEstate.of(plan);
    return new RegisteredEstate(
        recorded.resources().keySet().stream()
            .map(key -> key.split("::", 2)[0])
            .collect(Collectors.toSet()),
        recorded.outputs());
  }
}
