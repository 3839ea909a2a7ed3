package dev.mlestate.azure.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.azure.testing.AcceptingAzure;
import dev.mlestate.testkit.recorded.RecordedStack;
import dev.mlestate.testkit.reference.ComponentPagesContract;
import dev.mlestate.testkit.reference.Example;
import dev.mlestate.testkit.reference.Registered;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentPagesTest extends ComponentPagesContract<Shared> {
  private final AcceptingAzure cloud = new AcceptingAzure();

  @Override
  protected List<String> modules() {
    return List.of("azure");
  }

  @Override
  protected List<Example<Shared>> examples() {
    return Examples.all();
  }

  @Override
  protected String examplesFile() {
    return "components/azure/src/test/java/dev/mlestate/azure/reference/Examples.java";
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
    assertThat(page("azure/encryption.md"))
        .contains("| `subscription` | `AzureSubscription` | **required** |")
        .contains("`azure-native:keyvault:Key`")
        .contains("[ENC-15](../../policies.md#enc-15)")
        .contains("**charged**");
  }
}
