package dev.mlestate.conformance.differential.scenario;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.conformance.differential.Scenario;
import dev.mlestate.conformance.differential.sdk.Group;
import dev.mlestate.conformance.differential.sdk.Thing;
import dev.mlestate.conformance.differential.sdk.ThingArgs;
import java.util.List;
import java.util.Map;

/** Resources that come, change and go. */
final class Lifecycles {
  private Lifecycles() {}

  static List<Scenario> all() {
    return List.of(
        createUpdateDelete(), componentUrns(), propertyDependencies(), stackOutputs(), dependsOn());
  }

  private static Scenario createUpdateDelete() {
    return Scenario.of(
            "create-update-delete",
            "A resource is created, left alone, updated in place and deleted once the program"
                + " no longer has it.",
            "iac/concepts/how-pulumi-works/")
        .up(
            context -> {
              new Thing("a", ThingArgs.value("one"));
              new Thing("b", ThingArgs.value("one"));
            })
        .again()
        .up(
            context -> {
              new Thing("a", ThingArgs.value("two"));
              new Thing("b", ThingArgs.value("one"));
            })
        .up(context -> new Thing("b", ThingArgs.value("one")))
        .destroy()
        .build();
  }

  private static Scenario componentUrns() {
    return Scenario.of(
            "component-urns",
            "The URN of a resource has the types of the components that it is in.",
            "iac/concepts/resources/names/#urns")
        .up(
            context -> {
              Group outer = new Group("outer");
              Group inner =
                  new Group(
                      "proof:index:Inner",
                      "inner",
                      ComponentResourceOptions.builder().parent(outer).build());
              Thing leaf = new Thing("leaf", ThingArgs.value("x"), Thing.in(inner).build());
              new Thing("below-leaf", ThingArgs.value("y"), Thing.in(leaf).build());
              inner.done(Map.of("leaf", leaf.computed()));
              outer.done(Map.of());
            })
        .destroy()
        .build();
  }

  private static Scenario propertyDependencies() {
    return Scenario.of(
            "property-dependencies",
            "The state knows by which property a resource depends on which others.",
            "iac/concepts/inputs-outputs/")
        .up(
            context -> {
              Thing a = new Thing("a", ThingArgs.value("one"));
              Thing b = new Thing("b", ThingArgs.value("two"));
              new Thing(
                  "c",
                  ThingArgs.builder()
                      .value(a.computed())
                      .fixed("still")
                      .tags(Map.of("both", Output.format("%s and %s", a.serial(), b.serial())))
                      .build());
            })
        .destroy()
        .build();
  }

  private static Scenario stackOutputs() {
    return Scenario.of(
            "stack-outputs",
            "What a program exports are the stack's outputs, secrets among them.",
            "iac/concepts/stacks/#outputs")
        .up(
            context -> {
              Thing a = new Thing("a", ThingArgs.value("one"));
              context.export("computed", a.computed());
              context.export("fixed", Output.of("text"));
              context.export("password", Output.ofSecret("hidden"));
            })
        .up(
            context -> {
              Thing a = new Thing("a", ThingArgs.value("two"));
              context.export("computed", a.computed());
            })
        .destroy()
        .build();
  }

  private static Scenario dependsOn() {
    return Scenario.of(
            "depends-on",
            "dependsOn orders creations and deletions without an input.",
            "iac/concepts/options/dependson/")
        .up(
            context -> {
              Thing a = new Thing("a", ThingArgs.value("one"));
              Thing b =
                  new Thing(
                      "b",
                      ThingArgs.value("one"),
                      CustomResourceOptions.builder().dependsOn(a).build());
              new Thing(
                  "c",
                  ThingArgs.value("one"),
                  CustomResourceOptions.builder().dependsOn(a, b).build());
            })
        .destroy()
        .build();
  }
}
