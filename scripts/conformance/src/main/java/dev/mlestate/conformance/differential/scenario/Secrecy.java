package dev.mlestate.conformance.differential.scenario;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.conformance.differential.Scenario;
import dev.mlestate.conformance.differential.sdk.Thing;
import dev.mlestate.conformance.differential.sdk.ThingArgs;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Values that are secret, and values that are not known yet. */
final class Secrecy {
  private static final String SECRETS = "iac/concepts/secrets/";
  private static final String OUTPUTS = "iac/concepts/inputs-outputs/";

  private Secrecy() {}

  static List<Scenario> all() {
    return List.of(
        secretInputs(),
        secretsOfBluntProvider(),
        secretOutputs(),
        secretBecomesPlain(),
        secretConfiguration(),
        unknowns(),
        partialUnknowns(),
        unknownsThatReplace());
  }

  private static Scenario secretInputs() {
    return Scenario.of(
            "secret-inputs",
            "A secret input is secret in the state, in lists and maps as well, and so is the output"
                + " of its name.",
            SECRETS)
        .showingValues()
        .up(
            context ->
                new Thing(
                    "a",
                    ThingArgs.builder()
                        .value(Output.ofSecret("hidden"))
                        .tags(Map.of("plain", "p", "secret", Output.ofSecret("s")))
                        .items("p", Output.ofSecret("s"))
                        .build()))
        .again()
        .destroy()
        .build();
  }

  private static Scenario secretsOfBluntProvider() {
    return Scenario.of(
            "secret-inputs-of-blunt-provider",
            "A provider that takes no secrets gets plain values; its outputs of the same names are"
                + " secret nevertheless.",
            SECRETS)
        .up(blunt("one"))
        .up(blunt("two"))
        .destroy()
        .build();
  }

  private static Consumer<Context> blunt(String value) {
    return context ->
        new Thing(
            Thing.BLUNT,
            "a",
            ThingArgs.builder()
                .value(Output.ofSecret(value))
                .tags(Map.of("plain", "p", "secret", Output.ofSecret("s")))
                .build(),
            CustomResourceOptions.Empty);
  }

  private static Scenario secretOutputs() {
    return Scenario.of(
            "secret-outputs",
            "What a provider calls secret is secret in whatever is made of it.",
            SECRETS)
        .showingValues()
        .up(
            context -> {
              Thing a = new Thing("a", ThingArgs.builder().wantsToken().build());
              new Thing("b", ThingArgs.value(a.token().applyValue(token -> "of " + token)));
              context.export("token", a.token());
            })
        .destroy()
        .build();
  }

  private static Scenario secretBecomesPlain() {
    return Scenario.of(
            "secret-becomes-plain",
            "That a value is no longer secret is no change of the resource, but one of the state.",
            SECRETS)
        .up(context -> new Thing("a", ThingArgs.value(Output.ofSecret("same"))))
        .up(context -> new Thing("a", ThingArgs.value("same")))
        .up(context -> new Thing("a", ThingArgs.value(Output.ofSecret("same"))))
        .destroy()
        .build();
  }

  private static Scenario secretConfiguration() {
    return Scenario.of(
            "configuration",
            "A program reads its stack's configuration; what is secret there stays so.",
            "iac/concepts/config/")
        .config("proofs:size", "3")
        .secretConfig("proofs:password", "hidden")
        .up(
            context -> {
              new Thing(
                  "a",
                  ThingArgs.builder()
                      .value(context.config().require("size"))
                      .tags(Map.of("password", context.config().requireSecret("password")))
                      .build());
              context.export("password", context.config().requireSecret("password"));
            })
        .destroy()
        .build();
  }

  private static Scenario unknowns() {
    return Scenario.of(
            "unknowns",
            "What depends on something that does not exist yet is unknown in a preview, and what is"
                + " made of it.",
            OUTPUTS)
        .showingValues()
        .up(chain("one"))
        .up(chain("two"))
        .destroy()
        .build();
  }

  private static Consumer<Context> chain(String value) {
    return context -> {
      Thing a = new Thing("a", ThingArgs.value(value));
      Thing b = new Thing("b", ThingArgs.value(a.computed()));
      Thing c = new Thing("c", ThingArgs.value(b.serial()));
      context.export("computed", b.computed());
      context.export("serial", c.serial());
    };
  }

  private static Scenario partialUnknowns() {
    return Scenario.of(
            "partial-unknowns",
            "In lists and maps only the elements are unknown that depend on something to come.",
            OUTPUTS)
        .showingValues()
        .up(mixed("one"))
        .up(mixed("two"))
        .destroy()
        .build();
  }

  private static Consumer<Context> mixed(String value) {
    return context -> {
      Thing a = new Thing("a", ThingArgs.value(value));
      Thing b =
          new Thing(
              "b",
              ThingArgs.builder()
                  .items("known", a.computed(), a.serial())
                  .tags(Map.of("known", "k", "changing", a.computed(), "lasting", a.serial()))
                  .build());
      context.export("items", b.items());
      context.export("tags", b.tags());
    };
  }

  private static Scenario unknownsThatReplace() {
    return Scenario.of(
            "unknowns-that-replace",
            "A preview takes an unknown value for a changed one: it announces the replacement, and"
                + " the run does without if the value turns out the same.",
            OUTPUTS)
        .up(
            context -> {
              Thing a = new Thing("a", ThingArgs.value("one"));
              new Thing("b", ThingArgs.builder().fixed(first(a)).build());
            })
        .up(
            context -> {
              Thing a = new Thing("a", ThingArgs.value("two"));
              new Thing("b", ThingArgs.builder().fixed(first(a)).build());
            })
        .destroy()
        .build();
  }

  private static Output<String> first(Thing thing) {
    return thing.computed().applyValue(text -> text.substring(0, 4));
  }
}
