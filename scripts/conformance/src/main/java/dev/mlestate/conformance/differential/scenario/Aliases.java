package dev.mlestate.conformance.differential.scenario;

import com.pulumi.Context;
import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.conformance.differential.Scenario;
import dev.mlestate.conformance.differential.sdk.Group;
import dev.mlestate.conformance.differential.sdk.Thing;
import dev.mlestate.conformance.differential.sdk.ThingArgs;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Resources that once had another name, type, parent or project. */
final class Aliases {
  private static final String PAGE = "iac/concepts/options/aliases/";

  private Aliases() {}

  static List<Scenario> all() {
    return List.of(
        withoutAlias(),
        name(),
        type(),
        intoComponent(),
        outOfComponent(),
        urn(),
        combined(),
        componentRenamed(),
        componentOfOtherType(),
        renamedAndReplaced(),
        twoAliases());
  }

  private static CustomResourceOptions formerly(Alias... aliases) {
    return CustomResourceOptions.builder().aliases(aliases).build();
  }

  private static Alias.Builder alias() {
    return Alias.builder();
  }

  private static Consumer<Context> dependentOn(String name, CustomResourceOptions options) {
    return context -> {
      Thing a = new Thing(name, ThingArgs.value("one"), options);
      new Thing("dependent", ThingArgs.value(a.serial()));
    };
  }

  private static Scenario withoutAlias() {
    return Scenario.of(
            "rename-without-alias",
            "A resource renamed without an alias is a new one, and the old one is deleted.",
            PAGE)
        .up(dependentOn("old", CustomResourceOptions.Empty))
        .up(dependentOn("new", CustomResourceOptions.Empty))
        .build();
  }

  private static Scenario name() {
    return Scenario.of(
            "alias-name", "A resource with an alias of its old name is the same resource.", PAGE)
        .up(dependentOn("old", CustomResourceOptions.Empty))
        .up(dependentOn("new", formerly(alias().name("old").build())))
        .up(dependentOn("new", CustomResourceOptions.Empty))
        .destroy()
        .build();
  }

  private static Scenario type() {
    return Scenario.of(
            "alias-type", "A resource with an alias of its old type is the same resource.", PAGE)
        .up(context -> new Thing("a", ThingArgs.value("one")))
        .up(
            context ->
                new Thing(
                    Thing.OTHER,
                    "a",
                    ThingArgs.value("two"),
                    formerly(alias().type(Thing.TYPE).build())))
        .destroy()
        .build();
  }

  private static Scenario intoComponent() {
    return Scenario.of(
            "alias-no-parent",
            "A resource that moved from the stack into a component keeps its identity by an alias"
                + " without parent.",
            PAGE)
        .up(context -> new Thing("a", ThingArgs.value("one")))
        .up(
            context -> {
              Group group = new Group("group");
              new Thing(
                  "a",
                  ThingArgs.value("one"),
                  Thing.in(group).aliases(alias().noParent().build()).build());
            })
        .destroy()
        .build();
  }

  private static Scenario outOfComponent() {
    return Scenario.of(
            "alias-parent",
            "A resource that moved from one component to another keeps its identity by an alias of"
                + " its old parent.",
            PAGE)
        .up(
            context -> {
              Group one = new Group("one");
              new Group("two");
              new Thing("a", ThingArgs.value("x"), Thing.in(one).build());
            })
        .up(
            context -> {
              Group one = new Group("one");
              Group two = new Group("two");
              new Thing(
                  "a",
                  ThingArgs.value("x"),
                  Thing.in(two).aliases(alias().parent(one).build()).build());
            })
        .destroy()
        .build();
  }

  private static Scenario urn() {
    return Scenario.of("alias-urn", "A whole URN is an alias, too.", PAGE)
        .up(context -> new Thing("old", ThingArgs.value("one")))
        .up(
            context ->
                new Thing(
                    Thing.OTHER,
                    "new",
                    ThingArgs.value("one"),
                    formerly(Alias.withUrn(Scenario.urn(Thing.TYPE + "::old")))))
        .destroy()
        .build();
  }

  private static Scenario combined() {
    return Scenario.of("alias-combined", "Name and type may have changed at once.", PAGE)
        .up(context -> new Thing("old", ThingArgs.value("one")))
        .up(
            context ->
                new Thing(
                    Thing.OTHER,
                    "new",
                    ThingArgs.value("one"),
                    formerly(alias().name("old").type(Thing.TYPE).build())))
        .destroy()
        .build();
  }

  private static Consumer<Context> component(
      String type, String name, ComponentResourceOptions options) {
    return context -> {
      Group group = new Group(type, name, options);
      Thing child = new Thing(name + "-child", ThingArgs.value("x"), Thing.in(group).build());
      new Thing("fixed-name", ThingArgs.value(child.serial()), Thing.in(child).build());
      group.done(Map.of("serial", child.serial()));
    };
  }

  private static Scenario componentRenamed() {
    return Scenario.of(
            "alias-inherited-name",
            "The children of a renamed component inherit its alias, those named after it as well.",
            PAGE)
        .up(component(Group.TYPE, "old", ComponentResourceOptions.Empty))
        .up(
            component(
                Group.TYPE,
                "new",
                ComponentResourceOptions.builder().aliases(alias().name("old").build()).build()))
        .destroy()
        .build();
  }

  private static Scenario componentOfOtherType() {
    return Scenario.of(
            "alias-inherited-type",
            "The children of a component of another type inherit its alias.",
            PAGE)
        .up(component(Group.TYPE, "group", ComponentResourceOptions.Empty))
        .up(
            component(
                "proof:index:Team",
                "group",
                ComponentResourceOptions.builder()
                    .aliases(alias().type(Group.TYPE).build())
                    .build()))
        .destroy()
        .build();
  }

  private static Scenario renamedAndReplaced() {
    return Scenario.of(
            "alias-and-replacement",
            "A resource may be renamed and replaced at once; what is deleted has its new name.",
            PAGE)
        .up(context -> new Thing("old", ThingArgs.fixed("one")))
        .up(
            context ->
                new Thing("new", ThingArgs.fixed("two"), formerly(alias().name("old").build())))
        .destroy()
        .build();
  }

  private static Scenario twoAliases() {
    return Scenario.of(
            "alias-several", "Of several aliases the one that the state knows counts.", PAGE)
        .up(context -> new Thing("second", ThingArgs.value("one")))
        .up(
            context -> {
              var first = Output.of(alias().name("first").build());
              var second = Output.of(alias().name("second").build());
              new Thing(
                  "third",
                  ThingArgs.value("one"),
                  CustomResourceOptions.builder().aliases(List.of(first, second)).build());
            })
        .destroy()
        .build();
  }
}
