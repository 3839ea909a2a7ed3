package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.engine.FakeProgram.Registrar;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import dev.mlestate.wire.WireOptions;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.ResourceInvokeRequest;

class BuiltinsTest {
  @TempDir Path folder;
  private Estate estate;
  private final List<Obj> seen = new ArrayList<>();

  @BeforeEach
  void setUp() {
    estate = new Estate(folder);
    estate.stackOutputs =
        name ->
            name.equals("organization/network/dev")
                ? Optional.of(
                    PropertyValues.object(
                        "vpc",
                        "vpc-1",
                        "password",
                        PropertyValues.secret(PropertyValues.of("hush"))))
                : Optional.empty();
  }

  private void refer(Registrar program, String stack) {
    seen.add(
        StructCodec.decode(
            program
                .monitor
                .readResource(
                    ReadResourceRequest.newBuilder()
                        .setType("pulumi:pulumi:StackReference")
                        .setName("network")
                        .setId(stack)
                        .setParent(program.stack)
                        .setAcceptSecrets(true)
                        .setProperties(
                            StructCodec.encode(
                                PropertyValues.object("name", stack), WireOptions.ALL))
                        .build())
                .getProperties()));
  }

  @Test
  void refersToTheOutputsOfAnotherStack() {
    Body body = program -> refer(program, "organization/network/dev");
    assertThat(estate.preview(body).failure()).isEmpty();
    UpdateResult result = estate.up(body);
    assertThat(result.failure()).isEmpty();
    assertThat(Estate.steps(result)).containsExactly("read network");
    Obj outputs = seen.get(1);
    assertThat(PropertyValues.get(outputs, "name"))
        .contains(PropertyValues.of("organization/network/dev"));
    assertThat(PropertyValues.get(outputs, "secretOutputNames"))
        .contains(PropertyValues.of(List.of(PropertyValues.of("password"))));
    Obj values = (Obj) PropertyValues.get(outputs, "outputs").orElseThrow();
    assertThat(PropertyValues.get(values, "vpc")).contains(PropertyValues.of("vpc-1"));
    assertThat(PropertyValues.get(values, "password").orElseThrow())
        .isInstanceOf(PropertyValue.Secret.class);
    ResourceState state = estate.resource("network");
    assertThat(state.external()).isTrue();
    assertThat(state.provider()).contains("pulumi:providers:pulumi::default::");
    assertThat(estate.destroy().failure()).isEmpty();
  }

  @Test
  void refusesAStackThatIsNotThere() {
    UpdateResult result = estate.up(program -> refer(program, "organization/network/prod"));
    assertThat(result.failure().orElseThrow().message())
        .contains("there is no stack 'organization/network/prod'");
  }

  @Test
  void readsOutputsByAFunctionToo() {
    Body body =
        program ->
            seen.add(
                StructCodec.decode(
                    program
                        .monitor
                        .invoke(
                            ResourceInvokeRequest.newBuilder()
                                .setTok("pulumi:pulumi:readStackOutputs")
                                .setArgs(
                                    StructCodec.encode(
                                        PropertyValues.object("name", "organization/network/dev"),
                                        WireOptions.ALL))
                                .build())
                        .getReturn()));
    assertThat(estate.up(body).failure()).isEmpty();
    assertThat(PropertyValues.get(seen.get(0), "outputs")).isPresent();
  }

  @Test
  void aStashKeepsItsFirstValue() {
    List<Obj> kept = new ArrayList<>();
    java.util.function.Function<String, Body> stash =
        value ->
            program -> {
              Registered stashed =
                  program.thing(
                      "s",
                      PropertyValues.object("input", value),
                      request -> request.setType("pulumi:index:Stash").clearVersion());
              kept.add(stashed.outputs);
            };
    assertThat(estate.up(stash.apply("one")).failure()).isEmpty();
    assertThat(Estate.steps(estate.up(stash.apply("two")))).containsExactly("update s");
    assertThat(kept.get(1)).isEqualTo(PropertyValues.object("input", "two", "output", "one"));
  }

  @Test
  void aFunctionThatFailsIsTheProgramsBusiness() {
    Body body =
        program -> {
          assertThatThrownBy(
                  () ->
                      program.monitor.invoke(
                          ResourceInvokeRequest.newBuilder()
                              .setTok("pulumi:pulumi:readStackOutputs")
                              .build()))
              .isInstanceOf(StatusRuntimeException.class)
              .hasMessageContaining("has to give the stack's name");
          program.thing("a", PropertyValues.EMPTY);
        };
    UpdateResult result = estate.up(body);
    assertThat(result.failure()).isEmpty();
    assertThat(estate.names()).contains("a");
  }
}
