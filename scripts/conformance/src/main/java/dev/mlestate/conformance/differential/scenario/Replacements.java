package dev.mlestate.conformance.differential.scenario;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.conformance.differential.Scenario;
import dev.mlestate.conformance.differential.sdk.Thing;
import dev.mlestate.conformance.differential.sdk.ThingArgs;
import java.util.List;
import java.util.function.Consumer;

/** Changes that replace a resource, and what decides which comes first. */
final class Replacements {
  private static final String CONCEPT = "iac/concepts/update-plans/";

  private Replacements() {}

  static List<Scenario> all() {
    return List.of(
        createFirst(),
        deleteFirstByProvider(),
        deleteBeforeReplace(),
        dependentsReplaced(),
        replaceOnChanges(),
        replaceWith(),
        replacementTrigger());
  }

  private static Scenario createFirst() {
    return Scenario.of(
            "replace-create-first",
            "A replacement is created before the old resource is deleted; what depends on it is"
                + " updated in between.",
            CONCEPT)
        .up(chain("one"))
        .up(chain("two"))
        .destroy()
        .build();
  }

  private static Consumer<com.pulumi.Context> chain(String fixed) {
    return context -> {
      Thing a = new Thing("a", ThingArgs.fixed(fixed));
      new Thing("b", ThingArgs.value(a.serial()));
    };
  }

  private static Scenario deleteFirstByProvider() {
    return Scenario.of(
            "replace-delete-first-by-provider",
            "Where the provider says that old and new cannot coexist, the old resource is deleted"
                + " first.",
            "iac/concepts/options/deletebeforereplace/")
        .up(context -> new Thing("a", ThingArgs.builder().single("one").build()))
        .up(context -> new Thing("a", ThingArgs.builder().single("two").build()))
        .destroy()
        .build();
  }

  private static Scenario deleteBeforeReplace() {
    CustomResourceOptions first = CustomResourceOptions.builder().deleteBeforeReplace(true).build();
    CustomResourceOptions last = CustomResourceOptions.builder().deleteBeforeReplace(false).build();
    return Scenario.of(
            "delete-before-replace",
            "The option deleteBeforeReplace decides against the provider, both ways.",
            "iac/concepts/options/deletebeforereplace/")
        .up(
            context -> {
              new Thing("a", ThingArgs.fixed("one"), first);
              new Thing("b", ThingArgs.builder().single("one").build(), last);
            })
        .up(
            context -> {
              new Thing("a", ThingArgs.fixed("two"), first);
              new Thing("b", ThingArgs.builder().single("two").build(), last);
            })
        .destroy()
        .build();
  }

  private static Scenario dependentsReplaced() {
    return Scenario.of(
            "delete-first-replaces-dependents",
            "Where the deletion comes first, dependents that the change would replace are deleted"
                + " before it and created after it; others are updated.",
            "iac/concepts/options/deletebeforereplace/")
        .up(dependents("one"))
        .up(dependents("two"))
        .destroy()
        .build();
  }

  private static Consumer<com.pulumi.Context> dependents(String single) {
    return context -> {
      Thing a = new Thing("a", ThingArgs.builder().single(single).build());
      Thing replaced = new Thing("replaced", ThingArgs.builder().fixed(a.serial()).build());
      new Thing("updated", ThingArgs.value(a.serial()));
      new Thing("replaced-next", ThingArgs.builder().fixed(replaced.serial()).build());
      new Thing("aside", ThingArgs.value("x"));
    };
  }

  private static Scenario replaceOnChanges() {
    CustomResourceOptions options =
        CustomResourceOptions.builder().replaceOnChanges("value", "tags.zone").build();
    return Scenario.of(
            "replace-on-changes",
            "A change of a listed property replaces what the provider would update.",
            "iac/concepts/options/replaceonchanges/")
        .up(context -> new Thing("a", tagged("one", "x", "p"), options))
        .up(context -> new Thing("a", tagged("two", "x", "p"), options))
        .up(context -> new Thing("a", tagged("two", "x", "q"), options))
        .up(context -> new Thing("a", tagged("two", "y", "q"), options))
        .destroy()
        .build();
  }

  private static ThingArgs tagged(String value, String zone, String name) {
    return ThingArgs.builder()
        .value(value)
        .tags(java.util.Map.of("zone", zone, "name", name))
        .build();
  }

  private static Scenario replaceWith() {
    return Scenario.of(
            "replace-with",
            "A resource is replaced whenever one that it names is.",
            "iac/concepts/options/replacewith/")
        .up(with("one"))
        .up(with("two"))
        .destroy()
        .build();
  }

  private static Consumer<com.pulumi.Context> with(String fixed) {
    return context -> {
      Thing a = new Thing("a", ThingArgs.fixed(fixed));
      new Thing(
          "b", ThingArgs.value("same"), CustomResourceOptions.builder().replaceWith(a).build());
    };
  }

  private static Scenario replacementTrigger() {
    return Scenario.of(
            "replacement-trigger",
            "A resource is replaced when its trigger changes, not when it appears or goes.",
            "iac/concepts/options/replacementtrigger/")
        .up(context -> new Thing("a", ThingArgs.value("x")))
        .up(context -> new Thing("a", ThingArgs.value("x"), trigger("one")))
        .up(context -> new Thing("a", ThingArgs.value("x"), trigger("one")))
        .up(context -> new Thing("a", ThingArgs.value("x"), trigger("two")))
        .up(context -> new Thing("a", ThingArgs.value("x")))
        .destroy()
        .build();
  }

  private static CustomResourceOptions trigger(String value) {
    return CustomResourceOptions.builder().replacementTrigger(Output.of(value)).build();
  }
}
