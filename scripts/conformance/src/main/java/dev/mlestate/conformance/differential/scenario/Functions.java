package dev.mlestate.conformance.differential.scenario;

import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.core.annotations.Import;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.CallArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.InvokeArgs;
import com.pulumi.resources.StackReference;
import dev.mlestate.conformance.differential.Scenario;
import dev.mlestate.conformance.differential.sdk.Proof;
import dev.mlestate.conformance.differential.sdk.Thing;
import dev.mlestate.conformance.differential.sdk.ThingArgs;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions of providers, resources that are only read, and other stacks' outputs. */
final class Functions {
  private static final TypeShape<Map<String, String>> TEXTS =
      TypeShape.map(String.class, String.class);

  private Functions() {}

  static List<Scenario> all() {
    return List.of(
        invoke(),
        invokeRefused(),
        call(),
        read(),
        readMissing(),
        readAndManaged(),
        stackReference(),
        stackReferenceOfNothing());
  }

  /** Arguments of the echo function. */
  static final class Echo extends InvokeArgs {
    @Import(name = "text")
    final @Nullable Output<String> text;

    @Import(name = "refuse")
    final @Nullable Output<String> refuse;

    Echo(@Nullable Output<String> text, @Nullable Output<String> refuse) {
      this.text = text;
      this.refuse = refuse;
    }
  }

  /** Arguments of a resource's method. */
  static final class Describe extends CallArgs {
    @Import(name = "prefix")
    final Output<String> prefix;

    Describe(Output<String> prefix) {
      this.prefix = prefix;
    }
  }

  private static Output<Map<String, String>> echo(Output<String> text, InvokeOptions options) {
    return Deployment.getInstance()
        .invoke("proof:index:echo", TEXTS, new Echo(text, null), options);
  }

  private static InvokeOptions versioned(@Nullable Proof provider) {
    return new InvokeOptions(null, provider, "1.0.0");
  }

  private static Scenario invoke() {
    return Scenario.of(
            "invoke",
            "A function is called with the default provider or an explicit one, in previews too;"
                + " with unknown arguments only in the run. Secrets stay secret.",
            "iac/concepts/functions/provider-functions/")
        .config("proof:region", "here")
        .showingValues()
        .up(
            context -> {
              Thing a = new Thing("a", ThingArgs.value("one"));
              Proof east = new Proof("east", "east");
              Output<Map<String, String>> known = echo(Output.of("hello"), versioned(null));
              Output<Map<String, String>> late = echo(a.serial(), versioned(east));
              Output<Map<String, String>> secret = echo(Output.ofSecret("hush"), versioned(null));
              new Thing(
                  "b",
                  ThingArgs.builder()
                      .items(
                          known.applyValue(map -> map.get("text") + " " + map.get("region")),
                          late.applyValue(map -> map.get("text") + " " + map.get("region")),
                          secret.applyValue(map -> map.get("text")))
                      .build());
            })
        .destroy()
        .build();
  }

  private static Scenario invokeRefused() {
    return Scenario.of(
            "invoke-refused",
            "A function that refuses its arguments fails the program.",
            "iac/concepts/functions/provider-functions/")
        .up(
            context -> {
              Output<Map<String, String>> refused =
                  Deployment.getInstance()
                      .invoke(
                          "proof:index:echo",
                          TEXTS,
                          new Echo(null, Output.of("no such place")),
                          versioned(null));
              new Thing("a", ThingArgs.value(refused.applyValue(map -> map.get("text"))));
            })
        .failingEarly("no such place")
        .build();
  }

  private static Scenario call() {
    return Scenario.of(
            "call",
            "A method of a resource is called once its resource exists.",
            "iac/concepts/functions/provider-functions/")
        .config("proof:region", "here")
        .up(
            context -> {
              Thing a = new Thing("a", ThingArgs.value("one"));
              Output<Map<String, String>> described =
                  Deployment.getInstance()
                      .call(
                          "proof:index:Thing/describe",
                          TEXTS,
                          new Describe(a.serial()),
                          a,
                          new com.pulumi.deployment.CallOptions(null, null, "1.0.0"));
              new Thing("b", ThingArgs.value(described.applyValue(map -> map.get("text"))));
            })
        .destroy()
        .build();
  }

  private static Scenario read() {
    return Scenario.of(
            "read",
            "A resource that the program only reads is external: never changed, and forgotten when"
                + " the program no longer reads it.",
            "iac/concepts/resources/get/")
        .meanwhile("it exists", cloud -> cloud.put("there", Map.of("value", "one")))
        .up(
            context -> {
              Thing found = Thing.get("found", "there", CustomResourceOptions.Empty);
              new Thing("b", ThingArgs.value(found.computed()));
            })
        .meanwhile("it changes", cloud -> cloud.change("there", "value", "two"))
        .again()
        .up(context -> new Thing("b", ThingArgs.value("one")))
        .destroy()
        .build();
  }

  private static Scenario readMissing() {
    return Scenario.of(
            "read-of-nothing", "To read what does not exist fails.", "iac/concepts/resources/get/")
        .up(context -> Thing.get("found", "there", CustomResourceOptions.Empty))
        .failingEarly("does not exist")
        .build();
  }

  private static Scenario readAndManaged() {
    return Scenario.of(
            "read-then-managed",
            "A resource that was read and is managed now, or the reverse, is replaced in the state.",
            "iac/concepts/resources/get/")
        .meanwhile("it exists", cloud -> cloud.put("there", Map.of("value", "one")))
        .up(context -> Thing.get("a", "there", CustomResourceOptions.Empty))
        .up(context -> new Thing("a", ThingArgs.value("one")))
        .up(context -> Thing.get("a", "there", CustomResourceOptions.Empty))
        .destroy()
        .build();
  }

  private static Scenario stackReference() {
    return Scenario.of(
            "stack-reference",
            "A program reads another stack's outputs; secret ones stay secret.",
            "iac/concepts/stacks/#stackreferences")
        .upOf(
            "base",
            context -> {
              Thing a = new Thing("a", ThingArgs.value("one"));
              context.export("computed", a.computed());
              context.export("password", Output.ofSecret("hidden"));
            })
        .up(
            context -> {
              StackReference base = new StackReference("organization/proofs/base");
              new Thing(
                  "b",
                  ThingArgs.builder()
                      .value(base.requireOutput("computed").applyValue(String::valueOf))
                      .tags(Map.of("password", base.requireOutput("password")))
                      .build());
            })
        .again()
        .destroy()
        .build();
  }

  private static Scenario stackReferenceOfNothing() {
    return Scenario.of(
            "stack-reference-of-nothing",
            "A stack that does not exist cannot be referred to.",
            "iac/concepts/stacks/#stackreferences")
        .up(context -> new StackReference("organization/proofs/base"))
        .failingEarly("base")
        .build();
  }
}
