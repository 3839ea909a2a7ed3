package dev.mlestate.gcp.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.gcp.testing.AcceptingGcp;
import dev.mlestate.testkit.recorded.RecordedStack;
import dev.mlestate.testkit.reference.ComponentPagesContract;
import dev.mlestate.testkit.reference.Example;
import dev.mlestate.testkit.reference.Registered;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentPagesTest extends ComponentPagesContract<Shared> {
  private final AcceptingGcp cloud = new AcceptingGcp();

  @Override
  protected List<String> modules() {
    return List.of("gcp");
  }

  @Override
  protected List<Example<Shared>> examples() {
    return Examples.all();
  }

  @Override
  protected String examplesFile() {
    return "components/gcp/src/test/java/dev/mlestate/gcp/reference/Examples.java";
  }

  @Override
  protected Shared given() {
    return new Shared();
  }

  @Override
  protected List<Registered> record(Runnable program) {
    return Registered.of(cloud, RecordedStack.of(cloud, program));
  }

  @Test
  void aPageSaysWhatIsSetJudgedAndCharged() {
    assertThat(page("gcp/encryption.md"))
        .contains("| `project` | `GcpProject` | **required** |")
        .contains("`gcp:kms/cryptoKey:CryptoKey`")
        .contains("[ENC-15](../../policies.md#enc-15)")
        .contains("**charged**");
  }
}
