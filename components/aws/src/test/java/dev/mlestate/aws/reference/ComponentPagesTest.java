package dev.mlestate.aws.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.aws.testing.RecordedStack;
import dev.mlestate.testkit.reference.ComponentPagesContract;
import dev.mlestate.testkit.reference.Example;
import dev.mlestate.testkit.reference.Registered;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComponentPagesTest extends ComponentPagesContract<Given> {
  @Override
  protected List<String> modules() {
    return List.of("aws", "kubernetes");
  }

  @Override
  protected List<Example<Given>> examples() {
    return Examples.all();
  }

  @Override
  protected String examplesFile() {
    return "components/aws/src/test/java/dev/mlestate/aws/reference/Examples.java";
  }

  @Override
  protected Given given() {
    return new Given();
  }

  @Override
  protected List<Registered> record(Runnable program) {
    return RecordedStack.of(program).resources().stream()
        .map(
            each ->
                new Registered(
                    each.type(),
                    each.name(),
                    each.inputs(),
                    Stream.of(Optional.of(each.id()), each.arn())
                        .flatMap(Optional::stream)
                        .toList()))
        .toList();
  }

  @Test
  void aPageSaysWhatIsSetJudgedAndCharged() {
    assertThat(page("aws/encryption.md"))
        .contains("`enableKeyRotation = true`")
        .contains("[ENC-15](../../policies.md#enc-15)")
        .contains("**charged**")
        .contains("| `account` | `AwsAccount` | **required** |")
        .contains("| `rotationDays` | `int` | 365 | Days between rotations, 90 to 2560. |")
        .contains("n0[\"kms Alias × 4\"]\n  n1[\"kms Key × 4\"]")
        .contains("n0 --> n1");
    assertThat(page("aws/node-pool.md")).contains("[IAM-10](../../policies.md#iam-10)");
  }
}
