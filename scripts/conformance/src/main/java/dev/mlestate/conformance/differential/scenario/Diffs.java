package dev.mlestate.conformance.differential.scenario;

import com.pulumi.Context;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.conformance.differential.Scenario;
import dev.mlestate.conformance.differential.sdk.Group;
import dev.mlestate.conformance.differential.sdk.Thing;
import dev.mlestate.conformance.differential.sdk.ThingArgs;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How a change is found: by the provider, in more or less detail, or by the engine. */
final class Diffs {
  private static final String PAGE = "iac/concepts/how-pulumi-works/";

  private Diffs() {}

  static List<Scenario> all() {
    return List.of(inShort(), nothing(), nested(), defaults(), components(), dependencyOnly());
  }

  private static Scenario inShort() {
    return Scenario.of(
            "diff-in-short", "A provider may name only the properties that change.", PAGE)
        .up(answering("in short", "one", "one"))
        .up(answering("in short", "one", "two"))
        .up(answering("in short", "two", "two"))
        .destroy()
        .build();
  }

  private static Scenario nothing() {
    return Scenario.of(
            "diff-by-engine",
            "Where the provider does not say what changes, the engine compares the inputs; nothing"
                + " is replaced then.",
            PAGE)
        .up(answering("nothing", "one", "one"))
        .again()
        .up(answering("nothing", "one", "two"))
        .up(answering("nothing", "two", "two"))
        .destroy()
        .build();
  }

  private static Consumer<Context> answering(String how, String fixed, String value) {
    return context ->
        new Thing(
            "a",
            ThingArgs.builder()
                .answers(how)
                .fixed(fixed)
                .value(value)
                .tags(Map.of("x", value))
                .items(value, "same")
                .build());
  }

  private static Scenario nested() {
    return Scenario.of("diff-nested", "A detailed diff names members and elements.", PAGE)
        .up(
            context ->
                new Thing(
                    "a",
                    ThingArgs.builder()
                        .items("p", "q", "r")
                        .tags(
                            Map.of(
                                "x.y",
                                "dotted",
                                "list",
                                List.of("p", "q"),
                                "map",
                                Map.of("k", "v")))
                        .build()))
        .up(
            context ->
                new Thing(
                    "a",
                    ThingArgs.builder()
                        .items("p", "s")
                        .tags(
                            Map.of(
                                "x.y",
                                "changed",
                                "list",
                                List.of("p", "q", "r"),
                                "map",
                                Map.of("l", "v")))
                        .build()))
        .destroy()
        .build();
  }

  private static Scenario defaults() {
    return Scenario.of(
            "check-defaults",
            "A provider carries its defaults over from the old inputs; a replacement gets new ones.",
            PAGE)
        .up(context -> new Thing("a", defaulted("one", "one")))
        .up(context -> new Thing("a", defaulted("one", "two")))
        .up(context -> new Thing("a", defaulted("two", "two")))
        .destroy()
        .build();
  }

  private static ThingArgs defaulted(String fixed, String value) {
    return ThingArgs.builder().wantsDefault().fixed(fixed).value(value).build();
  }

  private static Scenario components() {
    return Scenario.of(
            "component-outputs",
            "A component's outputs are set when it is complete, and go when it sets none.",
            "iac/concepts/components/")
        .up(
            context -> {
              Group group = new Group("group");
              Thing child = new Thing("child", ThingArgs.value("one"), Thing.in(group).build());
              group.done(Map.of("computed", child.computed()));
              new Thing(
                  "user",
                  ThingArgs.value("x"),
                  CustomResourceOptions.builder().dependsOn(group).build());
            })
        .up(
            context -> {
              Group group = new Group("group");
              new Thing("child", ThingArgs.value("two"), Thing.in(group).build());
              group.done(Map.of());
            })
        .destroy()
        .build();
  }

  private static Scenario dependencyOnly() {
    return Scenario.of(
            "dependency-changes",
            "A resource whose dependencies change and whose inputs do not is the same, and the"
                + " state learns of it.",
            PAGE)
        .up(
            context -> {
              new Thing("a", ThingArgs.value("one"));
              new Thing("b", ThingArgs.value("serial of a-1"));
            })
        .up(
            context -> {
              Thing a = new Thing("a", ThingArgs.value("one"));
              new Thing("b", ThingArgs.value(a.serial()));
            })
        .destroy()
        .build();
  }
}
