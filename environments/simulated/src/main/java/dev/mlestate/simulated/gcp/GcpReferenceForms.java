package dev.mlestate.simulated.gcp;

import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.cloud.ReferenceForms;
import dev.mlestate.simulated.record.RecordedResource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Links, resource names from "projects/" on, and bare names. */
final class GcpReferenceForms implements ReferenceForms {
  private static final Pattern HOST =
      Pattern.compile("^(https://[^/]+(/compute)?(/v[0-9a-z]+)?/|//[^/]+/)");
  private static final Pattern PROJECT = Pattern.compile("^projects/([^/]+)(/.*|$)");

  @Override
  public boolean typed() {
    return true;
  }

  @Override
  public Set<String> handles(RecordedResource resource) {
    Set<String> handles = new HashSet<>();
    handles.add(resource.id());
    handles.add(resource.id().substring(resource.id().lastIndexOf('/') + 1));
    for (String property :
        List.of(
            "selfLink",
            "name",
            "email",
            "uniqueId",
            "datasetId",
            "connectionId",
            "secretId",
            "repositoryId",
            "workloadIdentityPoolId")) {
      var value = resource.outputs().members().get(property);
      if (value != null) {
        handles.add(HOST.matcher(PropertyText.of(value)).replaceFirst(""));
      }
    }
    return handles;
  }

  @Override
  public String normal(String text, String account) {
    String plain = HOST.matcher(text).replaceFirst("").replaceFirst("^serviceAccount:", "");
    return plain.replaceFirst(
        "^projects/(" + GcpProject.number(account) + "|-)/", "projects/" + account + "/");
  }

  /** Of other projects, and of what belongs to Google, the record knows nothing. */
  @Override
  public boolean foreign(String text, String account) {
    String plain = normal(text, account);
    var project = PROJECT.matcher(plain);
    if (project.matches()) {
      return !project.group(1).equals(account);
    }
    return plain.contains("@") && !plain.endsWith("@" + account + ".iam.gserviceaccount.com");
  }
}
