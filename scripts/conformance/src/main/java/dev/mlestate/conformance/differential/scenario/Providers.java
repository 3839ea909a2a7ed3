package dev.mlestate.conformance.differential.scenario;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.conformance.differential.Scenario;
import dev.mlestate.conformance.differential.sdk.Group;
import dev.mlestate.conformance.differential.sdk.Proof;
import dev.mlestate.conformance.differential.sdk.Thing;
import dev.mlestate.conformance.differential.sdk.ThingArgs;
import java.util.List;
import java.util.function.Consumer;

/** Default and explicit providers. */
final class Providers {
  private static final String PAGE = "iac/concepts/resources/providers/";

  private Providers() {}

  static List<Scenario> all() {
    return List.of(
        defaultConfiguration(),
        explicit(),
        inherited(),
        inheritedByPackage(),
        accountChanges(),
        regionChanges(),
        fromDefaultToExplicit(),
        renamed(),
        unknownRegion(),
        twoPackages());
  }

  private static CustomResourceOptions by(Proof provider) {
    return CustomResourceOptions.builder().provider(provider).build();
  }

  private static Scenario defaultConfiguration() {
    return Scenario.of(
            "provider-default-configuration",
            "The default provider of a package takes the stack's configuration of that package.",
            PAGE + "#default-providers")
        .config("proof:region", "here")
        .config("proofs:size", "3")
        .up(context -> new Thing("a", ThingArgs.value("one")))
        .destroy()
        .build();
  }

  private static Scenario explicit() {
    return Scenario.of(
            "provider-explicit",
            "A resource with an explicit provider is not the default one's.",
            PAGE + "#explicit-provider-configuration")
        .up(
            context -> {
              Proof east = new Proof("east", "east");
              Proof west = new Proof("west", "west");
              new Thing("in-east", ThingArgs.value("one"), by(east));
              new Thing("in-west", ThingArgs.value("one"), by(west));
              new Thing("nowhere", ThingArgs.value("one"));
            })
        .again()
        .destroy()
        .build();
  }

  private static Scenario inherited() {
    return Scenario.of(
            "provider-inherited",
            "The children of a component use its provider, and theirs do.",
            "iac/concepts/options/provider/")
        .up(
            context -> {
              Proof east = new Proof("east", "east");
              Group group =
                  new Group("group", ComponentResourceOptions.builder().provider(east).build());
              Thing child = new Thing("child", ThingArgs.value("one"), Thing.in(group).build());
              new Thing("grandchild", ThingArgs.value("one"), Thing.in(child).build());
              new Thing("outside", ThingArgs.value("one"));
            })
        .destroy()
        .build();
  }

  private static Scenario inheritedByPackage() {
    return Scenario.of(
            "provider-inherited-by-package",
            "Of a component's providers, a child uses the one of its own package.",
            "iac/concepts/options/providers/")
        .up(
            context -> {
              Proof east = new Proof("east", "east");
              Group group =
                  new Group("group", ComponentResourceOptions.builder().providers(east).build());
              Group inner =
                  new Group("inner", ComponentResourceOptions.builder().parent(group).build());
              new Thing("ours", ThingArgs.value("one"), Thing.in(inner).build());
              new Thing(Thing.BLUNT, "theirs", ThingArgs.value("one"), Thing.in(inner).build());
            })
        .destroy()
        .build();
  }

  private static Consumer<Context> account(String region, String account) {
    return context -> {
      Proof provider =
          new Proof(
              "east",
              new Proof.Args(Output.of(region), Output.of(account)),
              CustomResourceOptions.Empty);
      Thing a = new Thing("a", ThingArgs.value("one"), by(provider));
      new Thing("dependent", ThingArgs.value(a.serial()), by(provider));
    };
  }

  private static Scenario accountChanges() {
    return Scenario.of(
            "provider-update",
            "A provider that changes in place changes none of its resources.",
            PAGE)
        .up(account("east", "one"))
        .up(account("east", "two"))
        .destroy()
        .build();
  }

  private static Scenario regionChanges() {
    return Scenario.of(
            "provider-replacement", "A provider that is replaced replaces its resources.", PAGE)
        .up(account("east", "one"))
        .up(account("west", "one"))
        .destroy()
        .build();
  }

  private static Scenario fromDefaultToExplicit() {
    return Scenario.of(
            "provider-change",
            "A resource that another provider takes over is replaced only if the providers'"
                + " configurations differ in what replaces.",
            "iac/concepts/options/provider/")
        .config("proof:region", "east")
        .up(
            context -> {
              new Thing("stays", ThingArgs.value("one"));
              new Thing("moves", ThingArgs.value("one"));
            })
        .up(
            context -> {
              new Thing("stays", ThingArgs.value("one"), by(new Proof("same", "east")));
              new Thing("moves", ThingArgs.value("one"), by(new Proof("other", "west")));
            })
        .destroy()
        .build();
  }

  private static Scenario renamed() {
    return Scenario.of(
            "provider-renamed",
            "The resources of a provider renamed with an alias stay as they are.",
            "iac/concepts/options/aliases/")
        .up(context -> new Thing("a", ThingArgs.value("one"), by(new Proof("old", "east"))))
        .up(
            context -> {
              CustomResourceOptions formerly =
                  CustomResourceOptions.builder()
                      .aliases(com.pulumi.core.Alias.builder().name("old").build())
                      .build();
              new Thing("a", ThingArgs.value("one"), by(new Proof("new", "east", formerly)));
            })
        .destroy()
        .build();
  }

  private static Scenario unknownRegion() {
    return Scenario.of(
            "provider-unknown-configuration",
            "A provider whose configuration is not known in a preview previews its resources as"
                + " new and as changed.",
            PAGE)
        .showingValues()
        .up(withRegionOf("one"))
        .up(withRegionOf("two"))
        .destroy()
        .build();
  }

  private static Consumer<Context> withRegionOf(String value) {
    return context -> {
      Thing origin = new Thing("origin", ThingArgs.value(value));
      Proof provider =
          new Proof(
              "computed",
              new Proof.Args(Output.of("east"), origin.computed()),
              CustomResourceOptions.Empty);
      new Thing("a", ThingArgs.value("one"), by(provider));
    };
  }

  private static Scenario twoPackages() {
    return Scenario.of(
            "provider-two-packages",
            "Each package has a default provider; one without previews gets unknown outputs.",
            PAGE)
        .showingValues()
        .up(
            context -> {
              Thing a = new Thing("a", ThingArgs.value("one"));
              Thing b =
                  new Thing(
                      Thing.BLUNT, "b", ThingArgs.value(a.serial()), CustomResourceOptions.Empty);
              new Thing("c", ThingArgs.value(b.computed()));
            })
        .up(
            context -> {
              Thing a = new Thing("a", ThingArgs.value("two"));
              Thing b =
                  new Thing(
                      Thing.BLUNT, "b", ThingArgs.value(a.computed()), CustomResourceOptions.Empty);
              new Thing("c", ThingArgs.value(b.computed()));
            })
        .destroy()
        .build();
  }
}
