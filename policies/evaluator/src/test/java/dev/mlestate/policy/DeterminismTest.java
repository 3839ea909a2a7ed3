package dev.mlestate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.inventory.Inventory;
import dev.mlestate.inventory.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The same estate gets the same report, in whatever order its resources come. */
class DeterminismTest {
  private static final List<Resource> RESOURCES = resources();

  private static List<Resource> resources() {
    Map<String, Resource> byUrn = new TreeMap<>();
    SamplesTest.samples().stream()
        .flatMap(samples -> samples.inputs().stream())
        .flatMap(input -> input.inventory().resources().stream())
        .forEach(resource -> byUrn.putIfAbsent(resource.urn(), resource));
    return List.copyOf(byUrn.values());
  }

  @Property(tries = 40)
  void theOrderOfResourcesDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    List<Resource> chosen = new ArrayList<>(RESOURCES);
    chosen.removeIf(resource -> random.nextInt(4) == 0);
    PolicyReport report = report(chosen);

    Collections.shuffle(chosen, random);

    assertThat(report(chosen)).isEqualTo(report);
    assertThat(report.findings()).isNotEmpty();
  }

  /** What is not known can turn a verdict into undetermined; it never makes one pass. */
  @Property(tries = 40)
  void forgettingAValueNeverMakesAControlPass(@ForAll long seed) {
    Random random = new Random(seed);
    Resource subject = RESOURCES.get(random.nextInt(RESOURCES.size()));
    List<String> keys = new ArrayList<>();
    subject.properties().fieldNames().forEachRemaining(keys::add);
    if (keys.isEmpty()) {
      return;
    }
    String key = keys.get(random.nextInt(keys.size()));
    List<Resource> alone = List.of(subject);

    List<String> before = failing(report(alone));
    List<String> after = passing(report(List.of(forget(subject, key))));

    assertThat(after).doesNotContainAnyElementsOf(before);
  }

  private static Resource forget(Resource resource, String key) {
    var properties = resource.properties().deepCopy();
    properties.putNull(key);
    return new Resource(
        resource.type(),
        resource.urn(),
        resource.name(),
        properties,
        Set.of(key),
        resource.secretPaths(),
        resource.dependencies(),
        resource.source());
  }

  private static List<String> failing(PolicyReport report) {
    return of(report, Status.FAIL);
  }

  private static List<String> passing(PolicyReport report) {
    return of(report, Status.PASS);
  }

  private static List<String> of(PolicyReport report, Status status) {
    return report.findings().stream()
        .filter(finding -> finding.status() == status)
        .map(finding -> finding.id() + " " + finding.urn())
        .filter(name -> !name.startsWith("CST-06"))
        .toList();
  }

  private static PolicyReport report(List<Resource> resources) {
    return Estates.ENGINE.evaluate(Estates.input(new Inventory(resources), Optional.empty()));
  }
}
