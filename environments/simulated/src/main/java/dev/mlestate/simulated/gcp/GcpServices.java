package dev.mlestate.simulated.gcp;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.Admission;
import dev.mlestate.simulated.cloud.InputTexts;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.simulated.table.DatedTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Services that must be enabled before they are used, and members that must exist before they are
 * let do anything. A project in which the program enables no service is taken for one in which all
 * are enabled.
 */
final class GcpServices {
  private static final String SERVICE = "gcp:projects/service:Service";
  private static final String IDENTITY = "gcp:projects/serviceIdentity:ServiceIdentity";
  private static final String ACCOUNT = "gcp:serviceaccount/account:Account";
  private static final Pattern AGENT =
      Pattern.compile("serviceAccount:service-([0-9]+)@([a-z0-9-]+)\\.iam\\.gserviceaccount\\.com");

  private record Agent(String service, boolean asked) {}

  private static final Map<String, String> BY_MODULE = new HashMap<>();
  private static final Set<String> DEFAULT = new HashSet<>();
  private static final Map<String, Agent> AGENTS = new HashMap<>();

  static {
    for (List<String> row : DatedTable.rows(GcpServices.class, "services.tsv", 3)) {
      BY_MODULE.put(row.get(0), row.get(1));
      if (row.get(2).equals("default")) {
        DEFAULT.add(row.get(1));
      }
    }
    for (List<String> row : DatedTable.rows(GcpServices.class, "service-agents.tsv", 3)) {
      AGENTS.put(row.get(0), new Agent(row.get(1), row.get(2).equals("asked")));
    }
  }

  private GcpServices() {}

  /**
   * Checks the service of a resource and the members that its inputs name.
   *
   * @throws CloudException as Google refuses it
   */
  static void check(Admission admission) {
    String service = BY_MODULE.get(admission.type().split("[:/]", -1)[1]);
    boolean isService = admission.type().equals(SERVICE) || admission.type().equals(IDENTITY);
    if (service != null && !isService) {
      checkEnabled(admission, service);
    }
    if (GcpIam.isOne(admission.type())) {
      Stream.concat(
              InputTexts.at("member", admission.inputs()).stream(),
              InputTexts.at("members[]", admission.inputs()).stream())
          .forEach(member -> checkMember(admission, member));
    }
  }

  private static void checkEnabled(Admission admission, String service) {
    List<RecordedResource> enabled = admission.all(SERVICE);
    boolean found =
        enabled.isEmpty()
            || DEFAULT.contains(service)
            || enabled.stream()
                .anyMatch(each -> GcpIam.text(each.inputs(), "service").equals(service));
    if (!found) {
      String project = admission.settings().account();
      throw new CloudException(
          "googleapi: Error 403: %s has not been used in project %s before or it is disabled. Enable it first with a projects.Service that the resource depends on., accessNotConfigured"
              .formatted(service, GcpProject.number(project)));
    }
  }

  private static void checkMember(Admission admission, String member) {
    String project = admission.settings().account();
    var agent = AGENT.matcher(member);
    if (agent.matches() && agent.group(1).equals(GcpProject.number(project))) {
      Agent known = AGENTS.get(agent.group(2));
      if (known == null) {
        return;
      }
      boolean there =
          !known.asked()
              || admission.all(IDENTITY).stream()
                  .anyMatch(each -> GcpIam.text(each.inputs(), "service").equals(known.service()));
      if (!there) {
        throw missing(member);
      }
      if (!known.asked()) {
        checkEnabled(admission, known.service());
      }
    } else if (member.startsWith("serviceAccount:")
        && member.endsWith("@" + project + ".iam.gserviceaccount.com")
        && !admission.known().holds(ACCOUNT, member)) {
      throw missing(member);
    }
  }

  private static CloudException missing(String member) {
    return new CloudException(
        "googleapi: Error 400: Service account %s does not exist., badRequest"
            .formatted(member.substring(member.indexOf(':') + 1)));
  }
}
