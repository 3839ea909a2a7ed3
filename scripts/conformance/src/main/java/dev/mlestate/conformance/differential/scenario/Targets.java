package dev.mlestate.conformance.differential.scenario;

import com.pulumi.Context;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.conformance.differential.Flags;
import dev.mlestate.conformance.differential.Scenario;
import dev.mlestate.conformance.differential.sdk.Group;
import dev.mlestate.conformance.differential.sdk.Thing;
import dev.mlestate.conformance.differential.sdk.ThingArgs;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Parts of a stack, the order of deletions, and edits of the state. */
final class Targets {
  private static final String TARGETS = "iac/concepts/stacks/targeted-updates/";
  private static final String A = Thing.TYPE + "::a";
  private static final String B = Thing.TYPE + "::b";
  private static final String C = Thing.TYPE + "::c";

  private Targets() {}

  static List<Scenario> all() {
    return List.of(
        destroyOrder(),
        target(),
        targetDependents(),
        targetOfNew(),
        targetDestroyed(),
        targetDestroyedWithDependents(),
        stateDelete(),
        stateRename(),
        stateUnprotect());
  }

  private static Consumer<Context> three(String value) {
    return context -> {
      Thing a = new Thing("a", ThingArgs.value(value));
      Thing b =
          new Thing("b", ThingArgs.builder().value(value).tags(Map.of("a", a.serial())).build());
      new Thing("c", ThingArgs.builder().value(value).tags(Map.of("b", b.serial())).build());
      new Thing("aside", ThingArgs.value(value));
    };
  }

  private static Scenario destroyOrder() {
    return Scenario.of(
            "destroy-order",
            "A resource is deleted after everything that depends on it or is in it.",
            "iac/cli/commands/pulumi_destroy/")
        .up(
            context -> {
              Group group = new Group("group");
              Thing root = new Thing("root", ThingArgs.value("x"), Thing.in(group).build());
              Thing left = new Thing("left", ThingArgs.value(root.serial()));
              Thing right =
                  new Thing(
                      "right",
                      ThingArgs.value("x"),
                      CustomResourceOptions.builder().dependsOn(root).build());
              new Thing(
                  "top",
                  ThingArgs.builder().items(left.serial(), right.serial()).build(),
                  Thing.in(group).build());
              new Thing("child", ThingArgs.value("x"), Thing.in(root).build());
            })
        .destroy()
        .build();
  }

  private static Scenario target() {
    return Scenario.of("target", "Only the targets are changed.", TARGETS)
        .up(three("one"))
        .up(three("two"), Flags.target(B))
        .again()
        .destroy()
        .build();
  }

  private static Scenario targetDependents() {
    return Scenario.of(
            "target-dependents", "With dependents, what depends on a target is one.", TARGETS)
        .up(three("one"))
        .up(three("two"), Flags.targetAndDependents(B))
        .destroy()
        .build();
  }

  private static Scenario targetOfNew() {
    return Scenario.of(
            "target-of-new",
            "What does not exist and is no target is not made, and has no outputs for those that are.",
            TARGETS)
        .up(three("one"), Flags.target(A, Thing.TYPE + "::aside"))
        .again(Flags.target(C))
        .again()
        .destroy()
        .build();
  }

  private static Scenario targetDestroyed() {
    return Scenario.of(
            "target-destroyed",
            "A target is not destroyed while something depends on it that is none.",
            TARGETS)
        .up(three("one"))
        .destroy(Flags.target(C))
        .destroy(Flags.target(A))
        .failingEarly(B + "'")
        .build();
  }

  private static Scenario targetDestroyedWithDependents() {
    return Scenario.of(
            "target-destroyed-with-dependents",
            "With dependents, what depends on a target is destroyed with it.",
            TARGETS)
        .up(three("one"))
        .destroy(Flags.targetAndDependents(B))
        .again()
        .destroy()
        .build();
  }

  private static Scenario stateDelete() {
    return Scenario.of(
            "state-delete",
            "A resource deleted from the state stays in the cloud and is made anew.",
            "iac/cli/commands/pulumi_state_delete/")
        .up(three("one"))
        .stateDelete(C)
        .again()
        .destroy()
        .build();
  }

  private static Scenario stateRename() {
    return Scenario.of(
            "state-rename",
            "A resource renamed in the state is what the program calls by the new name.",
            "iac/cli/commands/pulumi_state_rename/")
        .up(
            context -> {
              Thing a = new Thing("a", ThingArgs.value("one"));
              new Thing("b", ThingArgs.value(a.serial()));
            })
        .stateRename(A, "renamed")
        .up(
            context -> {
              Thing a = new Thing("renamed", ThingArgs.value("one"));
              new Thing("b", ThingArgs.value(a.serial()));
            })
        .destroy()
        .build();
  }

  private static Scenario stateUnprotect() {
    return Scenario.of(
            "state-unprotect",
            "A resource unprotected in the state can be destroyed.",
            "iac/cli/commands/pulumi_state_unprotect/")
        .up(
            context ->
                new Thing(
                    "a",
                    ThingArgs.value("one"),
                    CustomResourceOptions.builder().protect(true).build()))
        .stateUnprotect(A)
        .destroy()
        .build();
  }
}
