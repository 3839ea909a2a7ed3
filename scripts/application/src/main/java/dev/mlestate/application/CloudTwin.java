package dev.mlestate.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.Region;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Environment;
import dev.mlestate.model.EnvironmentFile;
import dev.mlestate.model.StageLimits;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.PositionedYaml;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an environment's file would say on another cloud: the same intent with the account that the
 * organisation has there, the region that stands for the file's own, and without what only the
 * first cloud has.
 */
final class CloudTwin {
  private static final String POOLS = "nodePools";
  private static final String CAPACITY = "capacity";

  private final Environment environment;
  private final Cloud cloud;
  private final ObjectNode document;
  private final List<String> differences = new ArrayList<>();

  private CloudTwin(EnvironmentFile file, Cloud cloud) {
    this.environment = file.environment();
    this.cloud = cloud;
    // What the file leaves out gets the defaults of the other cloud.
    this.document = PositionedYaml.read(file.path()).tree().deepCopy();
  }

  /**
   * Translates a file.
   *
   * @throws ProblemException if the organisation has no account or the catalog no region there
   */
  static CloudTwin of(EnvironmentFile file, Cloud cloud, Catalog catalog) {
    CloudTwin twin = new CloudTwin(file, cloud);
    twin.place(file, catalog);
    twin.leaveOutWhatTheFirstCloudHas();
    twin.capacity();
    return twin;
  }

  /** The file's text; JSON is YAML. */
  String text() {
    return document.toPrettyString();
  }

  /** What the twin does not have, or has otherwise, each a sentence. */
  List<String> differences() {
    return List.copyOf(differences);
  }

  private void place(EnvironmentFile file, Catalog catalog) {
    StageLimits limits = file.organisation().environments().get(environment.environment());
    List<String> accounts =
        Optional.ofNullable(limits)
            .map(l -> l.accounts().getOrDefault(cloud, List.of()))
            .orElse(List.of());
    Optional<String> region = counterpart(environment.region(), catalog);
    List<Problem> problems = new ArrayList<>();
    if (accounts.isEmpty()) {
      problems.add(
          Problem.of(
              "accounts." + cloud.word(),
              "the organisation lists no account on %s for %s"
                  .formatted(cloud.word(), environment.environment().word()),
              "list one in organisation.yaml, or compare without " + cloud.word()));
    }
    if (region.isEmpty()) {
      problems.add(
          Problem.of(
              "region",
              "the catalog has no region of %s that stands for %s"
                  .formatted(cloud.word(), environment.region()),
              "compare without " + cloud.word()));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(ErrorKind.CONFIGURATION, problems);
    }
    document.put("cloud", cloud.word());
    document.put("account", accounts.get(0));
    document.put("region", region.orElseThrow());
    if (document.has("residency")) {
      ArrayNode allowed = document.withObject("/residency").putArray("allowedRegions");
      environment.residency().allowedRegions().stream()
          .flatMap(name -> counterpart(name, catalog).stream())
          .distinct()
          .forEach(allowed::add);
    }
  }

  private Optional<String> counterpart(String name, Catalog catalog) {
    return catalog
        .region(environment.cloud(), name)
        .flatMap(region -> catalog.counterpart(region, cloud))
        .map(Region::name);
  }

  private void leaveOutWhatTheFirstCloudHas() {
    for (Cloud each : Cloud.values()) {
      document.remove(each.word());
    }
    if (environment.network().existing().isPresent()) {
      document.withObject("/network").remove("existing");
      differences.add(
          "the network is a new one, not the company's on " + environment.cloud().word());
    }
    if (cloud == Cloud.AZURE && !environment.identity().groups().isEmpty()) {
      // Entra knows groups by object ids, which no other cloud's file has.
      document.withObject("/identity").remove("groups");
      differences.add("no group is given access, for the file has no object ids of groups");
    }
    if (!environment.encryption().existing().isEmpty()) {
      document.withObject("/encryption").remove("existing");
      differences.add("the keys are new ones, not the company's on " + environment.cloud().word());
    }
  }

  /** A reservation is held on one cloud; capacity in a queue is Google's. */
  private void capacity() {
    for (JsonNode cluster : document.path("clusters")) {
      for (JsonNode pool : cluster.path(POOLS)) {
        if (!(pool.path(CAPACITY) instanceof ArrayNode options)) {
          continue;
        }
        List<String> left = new ArrayList<>();
        for (Iterator<JsonNode> each = options.iterator(); each.hasNext(); ) {
          String option = each.next().asText();
          if (heldElsewhere(option)) {
            each.remove();
            left.add(option);
          }
        }
        if (options.isEmpty() && !left.isEmpty()) {
          options.add(CapacityOption.ON_DEMAND.word());
        }
        if (!left.isEmpty()) {
          differences.add(
              "%s/%s is without %s capacity, which is held on %s"
                  .formatted(
                      cluster.path("name").asText(),
                      pool.path("name").asText(),
                      String.join(" and ", left),
                      environment.cloud().word()));
        }
      }
    }
  }

  private static boolean heldElsewhere(String option) {
    return option.equals(CapacityOption.RESERVATION.word())
        || option.equals(CapacityOption.QUEUED.word());
  }

  /**
   * Leaves out the node pools and servings that a problem is about.
   *
   * @return whether every problem was about one
   */
  boolean leaveOut(List<Problem> problems) {
    List<EstatePart> parts =
        problems.stream().flatMap(p -> EstatePart.of(p).stream()).distinct().toList();
    if (problems.stream().anyMatch(p -> EstatePart.of(p).isEmpty())
        || parts.stream().anyMatch(part -> part.in(document).isMissingNode())) {
      return false;
    }
    for (EstatePart part : parts) {
      JsonNode removed = part.in(document);
      String name = removed.path("name").asText();
      String shown =
          part.cluster()
              .map(c -> document.path("clusters").path(c).path("name").asText() + "/" + name)
              .orElse(name);
      Stream<String> reasons =
          problems.stream()
              .filter(p -> EstatePart.of(p).filter(part::equals).isPresent())
              .map(p -> p.reason() + p.remedy().map(r -> "; " + r).orElse(""));
      differences.add(
          "%s is not possible: %s".formatted(shown, String.join("; ", reasons.toList())));
      if (document.path("usage") instanceof ObjectNode usage) {
        usage.remove(name);
      }
    }
    // From the last to the first, so that what is left keeps its index meanwhile.
    parts.stream().sorted(EstatePart.LAST_FIRST).forEach(part -> part.remove(document));
    return true;
  }
}
