package dev.mlestate.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.MalformedValueException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A deployment to take over, of this engine or of Pulumi's own. */
public final class StackImport {
  private static final String REMEDY = "import what 'pulumi stack export' or 'stack export' prints";

  private final JsonNode document;
  private final Snapshot decoded;
  private final Optional<String> salt;
  private final List<String> warnings = new ArrayList<>();

  private StackImport(JsonNode document, Snapshot decoded, Optional<String> salt) {
    this.document = document;
    this.decoded = decoded;
    this.salt = salt;
  }

  /**
   * What an import did.
   *
   * @param resources how many resources the state has now
   * @param warnings what was left out or is not as it should be
   */
  public record Report(int resources, List<String> warnings) {
    public Report {
      warnings = List.copyOf(warnings);
    }
  }

  static StackImport read(JsonNode document, Ciphers ciphers) {
    try {
      DeploymentCodec.refuseForeign(document);
      Optional<String> salt = Secrets.saltOf(document.path("deployment"));
      DeploymentCodec codec = new DeploymentCodec(new Secrets(ciphers, salt));
      return new StackImport(document, codec.decode(document), salt);
    } catch (MalformedValueException | IllegalArgumentException e) {
      throw refused("the deployment cannot be imported: " + e.getMessage());
    } catch (DateTimeException e) {
      throw refused("the deployment cannot be imported: a time is malformed");
    }
  }

  private static ProblemException refused(String reason) {
    return new ProblemException(ErrorKind.CONFIGURATION, Problem.of("", reason, REMEDY));
  }

  Optional<String> salt() {
    return salt;
  }

  /**
   * The state to be. Operations that nobody can look up are left out, as Pulumi does: to export and
   * import is how a person says that they are settled.
   */
  Snapshot snapshot() {
    return new Snapshot(
        decoded.resources(),
        decoded.pending().stream().filter(each -> !each.token().isEmpty()).toList());
  }

  /**
   * Checks that the deployment is of the stack and holds together.
   *
   * @throws ProblemException if it does not and that is not to be ignored
   */
  Report check(String project, String stack, boolean force) {
    List<String> doubts = new ArrayList<>();
    doubts.addAll(integrity());
    for (ResourceState each : decoded.resources()) {
      Urn urn = new Urn(each.urn());
      if (!urn.stack().equals(stack)) {
        doubts.add("the resource " + urn + " is of the stack " + urn.stack() + ", not " + stack);
      } else if (!urn.project().equals(project)) {
        doubts.add(
            "the resource " + urn + " is of the project " + urn.project() + ", not " + project);
      }
    }
    if (!doubts.isEmpty() && !force) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          doubts.stream()
              .map(
                  doubt ->
                      Problem.of("", doubt, "add --force to import the deployment nevertheless"))
              .toList());
    }
    warnings.addAll(doubts);
    decoded.pending().stream()
        .filter(each -> each.token().isEmpty())
        .forEach(
            each ->
                warnings.add(
                    "left out that "
                        + each.resource().urn()
                        + " was interrupted while "
                        + each.kind().word()));
    return new Report(decoded.resources().size(), warnings);
  }

  private List<String> integrity() {
    List<String> doubts = new ArrayList<>();
    JsonNode manifest = document.path("deployment").path("manifest");
    byte[] version = manifest.path("version").asText().getBytes(StandardCharsets.UTF_8);
    String magic = manifest.path("magic").asText();
    // The CLI's own exports may have none.
    if (!magic.isEmpty() && !magic.equals(DeploymentCodec.sha256(version))) {
      doubts.add("the deployment's magic does not match its version: it may be damaged");
    }
    Set<String> urns = new HashSet<>();
    Set<String> providers = new HashSet<>();
    for (ResourceState each : decoded.resources()) {
      if (each.isProvider()) {
        providers.add(new ProviderReference(each.urn(), each.id()).toString());
      }
      if (!each.provider().isEmpty()
          && !providers.contains(each.provider())
          && !each.pendingReplacement()) {
        doubts.add("the provider " + each.provider() + " of " + each.urn() + " is not before it");
      }
      for (String needed : each.allDependencies()) {
        boolean provider =
            each.providerReference().filter(to -> to.urn().equals(needed)).isPresent();
        if (!provider && !urns.contains(needed)) {
          doubts.add(needed + ", which " + each.urn() + " needs, is not before it");
        }
      }
      if (!urns.add(each.urn()) && !each.delete()) {
        doubts.add("the resource " + each.urn() + " is there twice");
      }
    }
    return doubts;
  }
}
