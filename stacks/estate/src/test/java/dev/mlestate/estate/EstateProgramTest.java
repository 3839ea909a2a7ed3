package dev.mlestate.estate;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.test.EmptyMocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import org.junit.jupiter.api.Test;

class EstateProgramTest {
  @Test
  void aMissingFileIsOneClearMessageWithoutAStackTrace() {
    TestResult result =
        PulumiTest.withOptions(
                TestOptions.builder().projectName("estate").stackName("nowhere-aws").build())
            .withMocks(new EmptyMocks())
            .runTest(new EstateProgram());

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.errors())
        .singleElement()
        .asString()
        .contains("nowhere-aws.yaml")
        .doesNotContain("\tat ", "Exception");
  }
}
