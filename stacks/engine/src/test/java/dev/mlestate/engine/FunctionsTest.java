package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.engine.FakeProgram.Registrar;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Secret;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import dev.mlestate.wire.WireOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.Resource.ResourceInvokeRequest;
import pulumirpc.Resource.ResourceInvokeResponse;

class FunctionsTest {
  @TempDir Path folder;
  private Estate estate;
  private final List<ResourceInvokeResponse> answers = new ArrayList<>();

  @BeforeEach
  void setUp() {
    estate = new Estate(folder);
  }

  private void invoke(Registrar program, Obj arguments, String... dependsOn) {
    ResourceInvokeRequest.Builder request =
        ResourceInvokeRequest.newBuilder()
            .setTok("fake:index:echo")
            .setVersion("1.2.3")
            .setArgs(StructCodec.encode(arguments, WireOptions.ALL));
    for (String urn : dependsOn) {
      request.addDependsOn(urn);
    }
    answers.add(program.monitor.invoke(request.build()));
  }

  private Obj result(int index) {
    return StructCodec.decode(answers.get(index).getReturn());
  }

  @Test
  void argumentsThatAreNotKnownAreLeftOut() {
    estate.preview(
        program ->
            invoke(program, PropertyValues.object("known", "x", "later", PropertyValues.UNKNOWN)));
    assertThat(PropertyValues.get(result(0), "arguments"))
        .contains(PropertyValues.object("known", "x"));
  }

  @Test
  void whatDependsOnSomethingToComeIsNotKnownYet() {
    Body body =
        program -> {
          Registered group = program.component("my:index:Group", "g", program.stack);
          program.thing("a", PropertyValues.EMPTY, request -> request.setParent(group.urn));
          invoke(program, PropertyValues.EMPTY, group.urn);
        };
    estate.preview(body);
    assertThat(answers.get(0).getUnknown()).isTrue();
    estate.up(body);
    assertThat(answers.get(1).getUnknown()).isFalse();
    estate.preview(body);
    assertThat(answers.get(2).getUnknown()).isFalse();
  }

  @Test
  void aProviderThatKnowsNoSecretsMakesSecretsOfSecrets() {
    estate.secrets = false;
    estate.up(
        program -> {
          invoke(program, PropertyValues.object("key", "plain"));
          invoke(
              program,
              PropertyValues.object("key", PropertyValues.secret(PropertyValues.of("hush"))));
        });
    assertThat(PropertyValues.get(result(0), "region").orElseThrow()).isNotInstanceOf(Secret.class);
    assertThat(PropertyValues.get(result(1), "region").orElseThrow()).isInstanceOf(Secret.class);
  }
}
