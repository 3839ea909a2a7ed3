package dev.mlestate.aws.reference;

import dev.mlestate.aws.testing.Recorded;
import dev.mlestate.aws.testing.RecordedStack;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A component and how it is made.
 *
 * @param method of {@link Examples}, whose body is the page's snippet
 * @param before what the example needs to be there
 * @param run calls the method
 */
record Example(
    Class<?> component, String method, Optional<Consumer<Given>> before, Consumer<Given> run) {
  Example(Class<?> component, String method, Consumer<Given> run) {
    this(component, method, Optional.empty(), run);
  }

  Example(Class<?> component, String method, Consumer<Given> before, Consumer<Given> run) {
    this(component, method, Optional.of(before), run);
  }

  private record Identity(String type, String name) {
    static Identity of(Recorded resource) {
      return new Identity(resource.type(), resource.name());
    }
  }

  String name() {
    return component.getSimpleName();
  }

  Path source() {
    String module = component.getName().split("\\.", -1)[2];
    return Path.of(
        "components", module, "src/main/java", component.getName().replace('.', '/') + ".java");
  }

  /** The cloud's resources that the example registers, without those that it needs. */
  List<Recorded> resources() {
    Set<Identity> needed = new HashSet<>();
    before.ifPresent(
        prepare ->
            RecordedStack.of(() -> prepare.accept(new Given()))
                .resources()
                .forEach(resource -> needed.add(Identity.of(resource))));
    Predicate<Recorded> own = resource -> !needed.contains(Identity.of(resource));
    return RecordedStack.of(
            () -> {
              Given given = new Given();
              before.ifPresent(prepare -> prepare.accept(given));
              run.accept(given);
            })
        .resources()
        .stream()
        .filter(own)
        .filter(resource -> resource.type().matches("(aws|kubernetes):.*"))
        .toList();
  }
}
