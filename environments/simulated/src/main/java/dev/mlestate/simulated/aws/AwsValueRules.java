package dev.mlestate.simulated.aws;

import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.check.ValueRules;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;

/** The value rules of AWS. */
final class AwsValueRules {
  private static final ValueRules RULES = ValueRules.of(AwsValueRules.class, "value-rules.tsv");

  private AwsValueRules() {}

  static List<CheckFailure> check(String token, Obj inputs) {
    return RULES.check(token, inputs);
  }
}
