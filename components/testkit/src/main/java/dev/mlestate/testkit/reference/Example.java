package dev.mlestate.testkit.reference;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A component and how it is made.
 *
 * @param <G> what examples are given
 * @param method of the class of examples, whose body is the page's snippet
 * @param before makes what the example needs to be there
 * @param run calls the method
 */
public record Example<G>(Class<?> component, String method, Consumer<G> before, Consumer<G> run) {
  /** An example that needs nothing to be there. */
  public Example(Class<?> component, String method, Consumer<G> run) {
    this(component, method, given -> {}, run);
  }

  private record Identity(String type, String name) {
    static Identity of(Registered resource) {
      return new Identity(resource.type(), resource.name());
    }
  }

  String name() {
    return component.getSimpleName();
  }

  /** The module, such as aws. */
  String module() {
    return component.getName().split("\\.", -1)[2];
  }

  Path source() {
    return Path.of(
        "components", module(), "src/main/java", component.getName().replace('.', '/') + ".java");
  }

  /** The cloud's resources that the example registers, without those that it needs. */
  List<Registered> resources(Supplier<G> given, Function<Runnable, List<Registered>> record) {
    Set<Identity> needed = new HashSet<>();
    record
        .apply(() -> before.accept(given.get()))
        .forEach(resource -> needed.add(Identity.of(resource)));
    return record
        .apply(
            () -> {
              G shared = given.get();
              before.accept(shared);
              run.accept(shared);
            })
        .stream()
        .filter(resource -> !needed.contains(Identity.of(resource)))
        .filter(resource -> resource.type().matches("(aws|gcp|azure-native|kubernetes):.*"))
        .toList();
  }
}
