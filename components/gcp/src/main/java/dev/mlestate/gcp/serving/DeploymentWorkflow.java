package dev.mlestate.gcp.serving;

import com.pulumi.core.Output;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.pulumi.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The steps by which an endpoint comes to serve what was asked for, in the language of Workflows
 * (Workflows documentation, "Syntax overview" and "Vertex AI API Connector Overview", read
 * 2026-11-24). They change nothing where that is so already; else the new deployment gets all
 * traffic before the old one goes. With the argument {@code {"undeploy": true}} all go.
 */
final class DeploymentWorkflow {
  private static final String API = "googleapis.aiplatform.v1.projects.locations.endpoints.";

  /** Less than the hour after which the steps run again, so that no two runs deploy at once. */
  private static final int TIMEOUT_SECONDS = 3000;

  private static final int TTL_SECONDS = 300;

  private final GcpProject project;
  private final Output<String> endpoint;

  /**
   * Steps for an endpoint.
   *
   * @param endpoint its resource name
   */
  DeploymentWorkflow(GcpProject project, Output<String> endpoint) {
    this.project = project;
    this.endpoint = endpoint;
  }

  /**
   * The workflow's source.
   *
   * @param name of the deployment, which differs from that of any other one
   * @param account in whose name the model's containers run
   * @param host to resolve to the endpoint's address; empty: the network's owner sees to it
   */
  Output<String> source(
      Output<String> name, Deployment deployment, Output<String> account, Optional<Host> host) {
    List<Object> steps = new ArrayList<>();
    steps.add(read());
    steps.add(
        step(
            "start",
            Map.of(
                "assign",
                List.of(
                    Map.of("undeploy", "${default(map.get(args, \"undeploy\"), false)}"),
                    Map.of("found", false),
                    Map.of("none", List.of()),
                    Map.of("old", List.of())))));
    steps.add(sort(name));
    steps.add(
        step(
            "deploy",
            when("${not found and not undeploy}", List.of(deploy(name, deployment, account)))));
    steps.add(retire());
    host.ifPresent(
        named -> {
          steps.add(step("readAgain", call("get", Map.of("name", endpoint), "endpoint")));
          steps.add(resolve(named));
        });
    return JsonDocument.of(Map.of("main", Map.of("params", List.of("args"), "steps", steps)));
  }

  /**
   * A name in a private zone.
   *
   * @param zone of Cloud DNS
   * @param name such as vision-prod-ranker.prediction.p.vertexai.goog.
   */
  record Host(Output<String> zone, String name) {}

  private Map<String, Object> read() {
    return step("read", call("get", Map.of("name", endpoint), "endpoint"));
  }

  private static Map<String, Object> sort(Output<String> name) {
    Output<String> wanted =
        name.applyValue(value -> "${not undeploy and model.displayName == \"" + value + "\"}");
    return step(
        "sort",
        each(
            "model",
            "${default(map.get(endpoint, \"deployedModels\"), none)}",
            List.of(
                step(
                    "compare",
                    Map.of(
                        "switch",
                        List.of(
                            Map.of(
                                "condition",
                                wanted,
                                "steps",
                                List.of(assign("keep", Map.of("found", true)))),
                            Map.of(
                                "condition",
                                true,
                                "steps",
                                List.of(
                                    assign(
                                        "drop",
                                        Map.of("old", "${list.concat(old, model.id)}"))))))))));
  }

  private Map<String, Object> deploy(
      Output<String> name, Deployment deployment, Output<String> account) {
    return step(
        "deployModel",
        call(
            "deployModel",
            Map.of(
                "endpoint",
                endpoint,
                "body",
                Map.of(
                    "deployedModel",
                    Map.of(
                        "displayName",
                        name,
                        "model",
                        deployment.model(),
                        "dedicatedResources",
                        deployment.resources(),
                        "serviceAccount",
                        account,
                        "enableAccessLogging",
                        true),
                    // "0" is the deployment that is asked for.
                    "trafficSplit",
                    Map.of("0", 100))),
            "deployed"));
  }

  private Map<String, Object> retire() {
    return step(
        "retire",
        each(
            "id",
            "${old}",
            List.of(
                step(
                    "undeployModel",
                    call(
                        "undeployModel",
                        Map.of("endpoint", endpoint, "body", Map.of("deployedModelId", "${id}")),
                        "undeployed")))));
  }

  private Map<String, Object> resolve(Host host) {
    Output<String> sets =
        host.zone()
            .applyValue(
                zone ->
                    "https://dns.googleapis.com/dns/v1/"
                        + project.path()
                        + "/managedZones/"
                        + zone
                        + "/rrsets");
    Map<String, Object> record =
        Map.of(
            "name",
            host.name(),
            "type",
            "A",
            "ttl",
            TTL_SECONDS,
            "rrdatas",
            List.of("${connection.ipAddress}"));
    Map<String, Object> change =
        http("patch", sets.applyValue(url -> url + "/" + host.name() + "/A"), record);
    Map<String, Object> missing =
        Map.of(
            "as",
            "problem",
            "steps",
            List.of(
                step(
                    "make",
                    when(
                        "${problem.code == 404}",
                        List.of(step("post", http("post", sets, record))))),
                step(
                    "otherwise",
                    when(
                        "${problem.code != 404}",
                        List.of(step("fail", Map.of("raise", "${problem}")))))));
    return step(
        "resolve",
        each(
            "connection",
            "${default(map.get(endpoint, [\"privateServiceConnectConfig\","
                + " \"pscAutomationConfigs\"]), none)}",
            List.of(
                step(
                    "record",
                    when(
                        "${\"ipAddress\" in connection}",
                        List.of(step("write", Map.of("try", change, "except", missing))))))));
  }

  private Map<String, Object> call(String method, Map<String, Object> args, String result) {
    Map<String, Object> all = new TreeMap<>(args);
    all.put("region", project.region());
    if (!method.equals("get")) {
      all.put("connector_params", Map.of("timeout", TIMEOUT_SECONDS));
    }
    return Map.of("call", API + method, "args", all, "result", result);
  }

  private static Map<String, Object> http(
      String method, Output<String> url, Map<String, Object> body) {
    return Map.of(
        "call",
        "http." + method,
        "args",
        Map.of("url", url, "auth", Map.of("type", "OAuth2"), "body", body));
  }

  private static Map<String, Object> each(String value, String list, List<Object> steps) {
    return Map.of("for", Map.of("value", value, "in", list, "steps", steps));
  }

  private static Map<String, Object> when(String condition, List<Object> steps) {
    return Map.of("switch", List.of(Map.of("condition", condition, "steps", steps)));
  }

  private static Map<String, Object> assign(String name, Map<String, Object> values) {
    return step(name, Map.of("assign", List.of(values)));
  }

  private static Map<String, Object> step(String name, Map<String, Object> body) {
    return Map.of(name, body);
  }
}
