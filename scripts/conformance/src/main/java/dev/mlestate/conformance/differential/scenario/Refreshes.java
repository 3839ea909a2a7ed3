package dev.mlestate.conformance.differential.scenario;

import com.pulumi.Context;
import dev.mlestate.conformance.differential.Flags;
import dev.mlestate.conformance.differential.Scenario;
import dev.mlestate.conformance.differential.sdk.Thing;
import dev.mlestate.conformance.differential.sdk.ThingArgs;
import java.util.List;
import java.util.function.Consumer;

/** What is really there, and what the state says. */
final class Refreshes {
  private static final String PAGE = "iac/cli/commands/pulumi_refresh/";

  private Refreshes() {}

  static List<Scenario> all() {
    return List.of(nothing(), drift(), driftBefore(), gone(), goneBefore(), failing(), one());
  }

  private static Consumer<Context> pair(String value) {
    return context -> {
      Thing a = new Thing("a", ThingArgs.value(value));
      new Thing("b", ThingArgs.value(a.computed()));
      context.export("computed", a.computed());
    };
  }

  private static Scenario nothing() {
    return Scenario.of(
            "refresh-without-drift",
            "A refresh of what is as the state says changes nothing.",
            PAGE)
        .up(pair("one"))
        .refresh()
        .again()
        .destroy()
        .build();
  }

  private static Scenario drift() {
    return Scenario.of(
            "refresh-drift",
            "A refresh takes what has changed into the state; the next up changes it back.",
            PAGE)
        .up(pair("one"))
        .meanwhile("a drifts", cloud -> cloud.change("a-1", "value", "drifted"))
        .again()
        .refresh()
        .again()
        .destroy()
        .build();
  }

  private static Scenario driftBefore() {
    return Scenario.of(
            "up-with-refresh", "up --refresh sees the drift first and reverts it at once.", PAGE)
        .up(pair("one"))
        .meanwhile("a drifts", cloud -> cloud.change("a-1", "value", "drifted"))
        .again(Flags.REFRESH)
        .meanwhile("b drifts", cloud -> cloud.change("b-1", "value", "drifted"))
        .up(pair("two"), Flags.REFRESH)
        .destroy(Flags.REFRESH)
        .build();
  }

  private static Scenario gone() {
    return Scenario.of(
            "refresh-gone",
            "What no longer exists leaves the state with a refresh, and the next up makes it again.",
            PAGE)
        .up(pair("one"))
        .meanwhile("a vanishes", cloud -> cloud.vanish("a-1"))
        .refresh()
        .again()
        .destroy()
        .build();
  }

  private static Scenario goneBefore() {
    return Scenario.of(
            "up-with-refresh-gone",
            "up --refresh makes again what is gone, and updates what depends on it.",
            PAGE)
        .up(pair("one"))
        .meanwhile("a vanishes", cloud -> cloud.vanish("a-1"))
        .again(Flags.REFRESH)
        .meanwhile("everything vanishes", cloud -> cloud.ids().forEach(cloud::vanish))
        .destroy(Flags.REFRESH)
        .build();
  }

  private static Scenario failing() {
    return Scenario.of(
            "refresh-fails",
            "A resource that cannot be read fails the refresh, and the state stays as it was.",
            PAGE)
        .up(pair("one"))
        .meanwhile(
            "a cannot be read, b drifts",
            cloud -> {
              cloud.fail("read", "a");
              cloud.change("b-1", "value", "drifted");
            })
        .refresh()
        .failingEarly("cannot look at a")
        .build();
  }

  private static Scenario one() {
    return Scenario.of("refresh-target", "A refresh of one resource leaves the others alone.", PAGE)
        .up(pair("one"))
        .meanwhile(
            "both drift",
            cloud -> {
              cloud.change("a-1", "value", "drifted");
              cloud.change("b-1", "value", "drifted");
            })
        .refresh(Flags.target(Thing.TYPE + "::a"))
        .build();
  }
}
