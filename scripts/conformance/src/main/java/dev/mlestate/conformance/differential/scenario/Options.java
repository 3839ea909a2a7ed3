package dev.mlestate.conformance.differential.scenario;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import com.pulumi.resources.ResourceTransformation;
import dev.mlestate.conformance.differential.Scenario;
import dev.mlestate.conformance.differential.sdk.Group;
import dev.mlestate.conformance.differential.sdk.Thing;
import dev.mlestate.conformance.differential.sdk.ThingArgs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The options of resources that are no matter of identity, provider or replacement. */
final class Options {
  private static final String PAGE = "iac/concepts/options/";

  private Options() {}

  static List<Scenario> all() {
    return List.of(
        protect(),
        protectedReplacement(),
        protectInherited(),
        retainOnDelete(),
        retainOnReplacement(),
        ignoreChanges(),
        ignoreChangesPaths(),
        ignoreChangesOfReplacement(),
        additionalSecretOutputs(),
        customTimeouts(),
        imports(),
        importsChanged(),
        importsMissing(),
        transformations());
  }

  private static CustomResourceOptions.Builder options() {
    return CustomResourceOptions.builder();
  }

  private static Scenario protect() {
    return Scenario.of(
            "protect",
            "A protected resource is deleted neither with the program's line nor by destroy; only"
                + " after protect was taken away.",
            PAGE + "protect/")
        .up(context -> guarded("one", true))
        .up(context -> new Thing("other", ThingArgs.value("x")))
        .failingEarly("protect")
        .destroy()
        .failingEarly("protect")
        .up(context -> guarded("two", false))
        .destroy()
        .build();
  }

  private static void guarded(String value, boolean protect) {
    new Thing("a", ThingArgs.value(value), options().protect(protect).build());
    new Thing("other", ThingArgs.value("x"));
  }

  private static Scenario protectedReplacement() {
    CustomResourceOptions guard = options().protect(true).build();
    return Scenario.of(
            "protect-replacement",
            "A protected resource is updated, but not replaced.",
            PAGE + "protect/")
        .up(context -> new Thing("a", ThingArgs.fixed("one"), guard))
        .up(context -> new Thing("a", ThingArgs.builder().fixed("one").value("x").build(), guard))
        .up(context -> new Thing("a", ThingArgs.fixed("two"), guard))
        .failingEarly("protect")
        .build();
  }

  private static Scenario protectInherited() {
    return Scenario.of(
            "protect-inherited",
            "Children inherit protect and retainOnDelete, unless they say otherwise.",
            PAGE + "protect/")
        .up(
            context -> {
              Group group =
                  new Group(
                      "group",
                      ComponentResourceOptions.builder()
                          .protect(true)
                          .retainOnDelete(true)
                          .build());
              new Thing("child", ThingArgs.value("x"), Thing.in(group).build());
              new Thing(
                  "free",
                  ThingArgs.value("x"),
                  Thing.in(group).protect(false).retainOnDelete(false).build());
            })
        .destroy()
        .failingEarly("protect")
        .build();
  }

  private static Scenario retainOnDelete() {
    CustomResourceOptions retain = options().retainOnDelete(true).build();
    return Scenario.of(
            "retain-on-delete",
            "A retained resource leaves the state and stays in the cloud.",
            PAGE + "retainondelete/")
        .up(
            context -> {
              new Thing("a", ThingArgs.value("x"), retain);
              new Thing("b", ThingArgs.value("x"), retain);
            })
        .up(context -> new Thing("b", ThingArgs.value("x"), retain))
        .destroy()
        .up(context -> new Thing("a", ThingArgs.value("x"), options().importId("a-1").build()))
        .destroy()
        .build();
  }

  private static Scenario retainOnReplacement() {
    CustomResourceOptions retain = options().retainOnDelete(true).build();
    return Scenario.of(
            "retain-on-replacement",
            "The old resource of a replacement is retained, too.",
            PAGE + "retainondelete/")
        .up(context -> new Thing("a", ThingArgs.fixed("one"), retain))
        .up(context -> new Thing("a", ThingArgs.fixed("two"), retain))
        .destroy()
        .build();
  }

  private static Scenario ignoreChanges() {
    return Scenario.of(
            "ignore-changes",
            "An ignored property keeps its old value, an added or a removed one included; a new"
                + " resource takes what the program says.",
            PAGE + "ignorechanges/")
        .up(context -> new Thing("a", ThingArgs.value("one")))
        .up(
            context ->
                new Thing(
                    "a",
                    ThingArgs.builder().value("two").items("x").build(),
                    options().ignoreChanges("value").build()))
        .up(
            context ->
                new Thing(
                    "a",
                    ThingArgs.builder().build(),
                    options().ignoreChanges("value", "items").build()))
        .up(
            context -> {
              new Thing("a", ThingArgs.value("three"));
              new Thing("b", ThingArgs.value("new"), options().ignoreChanges("value").build());
            })
        .destroy()
        .build();
  }

  private static Scenario ignoreChangesPaths() {
    return Scenario.of(
            "ignore-changes-paths",
            "Paths into maps and lists may be ignored, with wildcards.",
            PAGE + "ignorechanges/")
        .up(
            context -> {
              new Thing("member", map("one", "one"));
              new Thing("members", map("one", "one"));
              new Thing("element", ThingArgs.builder().items("p", "q").build());
              new Thing("elements", ThingArgs.builder().items("p", "q").build());
            })
        .up(
            context -> {
              new Thing("member", map("two", "two"), options().ignoreChanges("tags.x").build());
              new Thing("members", map("two", "two"), options().ignoreChanges("tags[*]").build());
              new Thing(
                  "element",
                  ThingArgs.builder().items("r", "s").build(),
                  options().ignoreChanges("items[0]").build());
              new Thing(
                  "elements",
                  ThingArgs.builder().items("r", "s").build(),
                  options().ignoreChanges("items[*]").build());
            })
        .destroy()
        .build();
  }

  private static ThingArgs map(String x, String y) {
    return ThingArgs.builder().tags(Map.of("x", x, "y", y)).build();
  }

  private static Scenario ignoreChangesOfReplacement() {
    return Scenario.of(
            "ignore-changes-of-replacement",
            "An ignored property does not replace; one that another property replaces keeps the"
                + " ignored value.",
            PAGE + "ignorechanges/")
        .up(context -> new Thing("a", both("one", "one")))
        .up(context -> new Thing("a", both("two", "one"), ignoring("fixed")))
        .up(context -> new Thing("a", both("two", "two"), ignoring("value")))
        .destroy()
        .build();
  }

  private static ThingArgs both(String fixed, String value) {
    return ThingArgs.builder().fixed(fixed).value(value).build();
  }

  private static CustomResourceOptions ignoring(String path) {
    return options().ignoreChanges(path).build();
  }

  private static Scenario additionalSecretOutputs() {
    return Scenario.of(
            "additional-secret-outputs",
            "Listed outputs are secrets in the state, and so is what is made of them.",
            PAGE + "additionalsecretoutputs/")
        .up(
            context -> {
              Thing a =
                  new Thing(
                      "a",
                      ThingArgs.value("one"),
                      options().additionalSecretOutputs("serial").build());
              new Thing("b", ThingArgs.value(a.serial()));
              context.export("serial", a.serial());
            })
        .destroy()
        .build();
  }

  private static Scenario customTimeouts() {
    return Scenario.of(
            "custom-timeouts",
            "The timeouts are kept in the state, in seconds.",
            PAGE + "customtimeouts/")
        .up(context -> new Thing("a", ThingArgs.value("one"), patience(90)))
        .up(context -> new Thing("a", ThingArgs.value("one"), patience(120)))
        .up(context -> new Thing("a", ThingArgs.value("one")))
        .destroy()
        .build();
  }

  private static CustomResourceOptions patience(int seconds) {
    return options()
        .customTimeouts(
            CustomTimeouts.builder()
                .create(Duration.ofSeconds(seconds))
                .delete(Duration.ofMinutes(5))
                .build())
        .build();
  }

  private static Scenario imports() {
    return Scenario.of(
            "import",
            "A resource that exists is taken over when the program describes it as it is.",
            PAGE + "import/")
        .meanwhile("a exists", cloud -> cloud.put("found", Map.of("value", "one")))
        .up(imported("one"))
        .up(imported("one"))
        .up(imported("two"))
        .up(context -> new Thing("a", ThingArgs.value("two")))
        .destroy()
        .build();
  }

  private static Consumer<Context> imported(String value) {
    return context -> new Thing("a", ThingArgs.value(value), options().importId("found").build());
  }

  private static Scenario importsChanged() {
    return Scenario.of(
            "import-of-another",
            "To import another id into a resource that exists replaces it.",
            PAGE + "import/")
        .meanwhile("another exists", cloud -> cloud.put("found", Map.of("value", "one")))
        .up(context -> new Thing("a", ThingArgs.value("one")))
        .up(imported("one"))
        .destroy()
        .build();
  }

  private static Scenario importsMissing() {
    return Scenario.of(
            "import-of-nothing", "An id under which nothing exists is refused.", PAGE + "import/")
        .up(imported("one"))
        .failingEarly("does not exist")
        .build();
  }

  private static Scenario transformations() {
    return Scenario.of(
            "resource-transformations",
            "A component's transformations change the properties and options of its children.",
            PAGE + "transformations/")
        .up(
            context -> {
              ResourceTransformation tagging =
                  args ->
                      args.args() instanceof ThingArgs
                          ? Optional.of(
                              new ResourceTransformation.Result(
                                  ThingArgs.builder()
                                      .tags(Map.of("by", Output.of("transformation")))
                                      .build(),
                                  args.options()))
                          : Optional.empty();
              Group group =
                  new Group(
                      "group",
                      ComponentResourceOptions.builder().resourceTransformations(tagging).build());
              new Thing("child", ThingArgs.value("lost"), Thing.in(group).build());
              new Thing("outside", ThingArgs.value("kept"));
            })
        .destroy()
        .build();
  }
}
