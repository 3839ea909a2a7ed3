package dev.mlestate.conformance.differential.scenario;

import com.pulumi.Context;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.conformance.differential.Flags;
import dev.mlestate.conformance.differential.Scenario;
import dev.mlestate.conformance.differential.sdk.Thing;
import dev.mlestate.conformance.differential.sdk.ThingArgs;
import java.util.List;
import java.util.function.Consumer;

/** Steps that fail, in whole or in part, and what the next run makes of it. */
final class Failures {
  private static final String PAGE = "iac/concepts/how-pulumi-works/";

  private Failures() {}

  static List<Scenario> all() {
    return List.of(
        create(),
        update(),
        delete(),
        halfMade(),
        halfUpdated(),
        refused(),
        oldKept(),
        deletedButNotCreated(),
        program(),
        duplicate(),
        continueOnError(),
        continueOnErrorOfDestroy());
  }

  private static Consumer<Context> pair(ThingArgs args) {
    return context -> {
      Thing a = new Thing("a", args);
      new Thing("b", ThingArgs.value(a.serial()));
    };
  }

  private static Scenario create() {
    return Scenario.of(
            "create-fails",
            "A resource that cannot be created is not in the state, nor is what depends on it.",
            PAGE)
        .up(pair(ThingArgs.builder().value("one").fails("create").build()))
        .failing("no room to create a")
        .up(pair(ThingArgs.value("one")))
        .destroy()
        .build();
  }

  private static Scenario update() {
    return Scenario.of("update-fails", "A resource that cannot be updated stays as it was.", PAGE)
        .up(pair(ThingArgs.value("one")))
        .meanwhile("a cannot be updated", cloud -> cloud.fail("update", "a"))
        .up(pair(ThingArgs.value("two")))
        .failing("no way to update a")
        .meanwhile("it can again", cloud -> cloud.heal())
        .again()
        .destroy()
        .build();
  }

  private static Scenario delete() {
    return Scenario.of(
            "delete-fails",
            "A resource that cannot be deleted stays in the state, and so does what it needs.",
            PAGE)
        .up(pair(ThingArgs.value("one")))
        .meanwhile("a cannot be deleted", cloud -> cloud.fail("delete", "a"))
        .destroy()
        .failing("still in use: a")
        .meanwhile("it can again", cloud -> cloud.heal())
        .destroy()
        .build();
  }

  private static Scenario halfMade() {
    return Scenario.of(
            "create-in-part",
            "A resource that was created but is not ready is in the state with the reason; the next"
                + " up updates it.",
            PAGE)
        .up(pair(ThingArgs.builder().value("one").halfMade("create").build()))
        .failing("made, but not ready")
        .again()
        .destroy()
        .build();
  }

  private static Scenario halfUpdated() {
    return Scenario.of(
            "update-in-part",
            "An update that succeeded in part is in the state with the reason; the next up updates"
                + " the resource again.",
            PAGE)
        .up(pair(ThingArgs.value("one")))
        .up(pair(ThingArgs.builder().value("two").halfMade("update").build()))
        .failing("made, but not ready")
        .up(pair(ThingArgs.value("two")))
        .destroy()
        .build();
  }

  private static Scenario refused() {
    return Scenario.of(
            "check-refuses", "Properties that the provider refuses fail the preview already.", PAGE)
        .up(pair(ThingArgs.builder().value("one").refuse("not here").build()))
        .failingEarly("not here")
        .build();
  }

  private static Scenario oldKept() {
    return Scenario.of(
            "pending-delete",
            "An old resource that cannot be deleted after its replacement was created stays in the"
                + " state to be deleted; the next up does so first.",
            PAGE)
        .up(pair(ThingArgs.fixed("one")))
        .meanwhile("a cannot be deleted", cloud -> cloud.fail("delete", "a"))
        .up(pair(ThingArgs.fixed("two")))
        .failing("still in use: a")
        .again()
        .failing("still in use: a")
        .meanwhile("it can again", cloud -> cloud.heal())
        .again()
        .destroy()
        .build();
  }

  private static Scenario deletedButNotCreated() {
    return Scenario.of(
            "pending-replacement",
            "A resource that was deleted first and could not be created again is pending in the"
                + " state; the next up creates it.",
            PAGE)
        .up(pair(ThingArgs.builder().single("one").build()))
        .meanwhile("a cannot be created", cloud -> cloud.fail("create", "a"))
        .up(pair(ThingArgs.builder().single("two").build()))
        .failing("no room to create a")
        .meanwhile("it can again", cloud -> cloud.heal())
        .again()
        .destroy()
        .build();
  }

  private static Scenario program() {
    return Scenario.of(
            "program-fails",
            "A program that fails deletes nothing; what it registered before is done.",
            PAGE)
        .up(
            context -> {
              new Thing("a", ThingArgs.value("one"));
              new Thing("b", ThingArgs.value("one"));
            })
        .up(
            context -> {
              Thing a = new Thing("a", ThingArgs.value("two"));
              var unused =
                  a.serial()
                      .applyValue(
                          serial -> {
                            throw new IllegalStateException("lost the plot at " + serial);
                          });
            })
        .failingEarly("lost the plot at serial of a-1")
        .destroy()
        .build();
  }

  private static Scenario duplicate() {
    return Scenario.of(
            "duplicate-urn",
            "Two resources of one type, name and parent are refused.",
            "iac/concepts/resources/names/")
        .up(
            context -> {
              Thing first = new Thing("a", ThingArgs.value("one"));
              new Thing(
                  "a",
                  ThingArgs.value("two"),
                  CustomResourceOptions.builder().dependsOn(first).build());
            })
        .failingEarly("Duplicate resource URN")
        .build();
  }

  /** The Java SDK ends its program at the first failure, so what is independent comes before. */
  private static Scenario continueOnError() {
    return Scenario.of(
            "continue-on-error",
            "With --continue-on-error, a failure still fails the run, and what depends on it is not"
                + " done.",
            "iac/cli/commands/pulumi_up/")
        .up(
            context -> {
              Thing c = new Thing("c", ThingArgs.value("one"));
              Thing d = new Thing("d", ThingArgs.value(c.serial()));
              Thing a =
                  new Thing(
                      "a",
                      ThingArgs.builder().value("one").fails("create").build(),
                      CustomResourceOptions.builder().dependsOn(d).build());
              new Thing("b", ThingArgs.value(a.serial()));
            },
            Flags.CONTINUE)
        .failing("no room to create a")
        .destroy()
        .build();
  }

  private static Scenario continueOnErrorOfDestroy() {
    return Scenario.of(
            "continue-on-error-of-destroy",
            "With --continue-on-error, a destroy deletes what nothing that is left depends on.",
            "iac/cli/commands/pulumi_destroy/")
        .up(
            context -> {
              Thing a = new Thing("a", ThingArgs.value("one"));
              new Thing("b", ThingArgs.value(a.serial()));
              Thing c = new Thing("c", ThingArgs.value("one"));
              new Thing("d", ThingArgs.value(c.serial()));
            })
        .meanwhile("b cannot be deleted", cloud -> cloud.fail("delete", "b"))
        .destroy(Flags.CONTINUE)
        .failing("still in use: b")
        .build();
  }
}
