package dev.mlestate.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.test.Mocks;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.inventory.Resource;
import dev.mlestate.inventory.Source;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.pulumi.EstateRealizer;
import dev.mlestate.testkit.program.MockedProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cloud's components register for a plan. What the cloud itself computes reads {@code
 * computed:<type>:<name>:<property>}.
 *
 * @param resources the inputs and the provider, by type and name
 * @param outputs names of the stack's outputs
 */
public record RecordedEstate(Map<String, JsonNode> resources, Set<String> outputs) {
  /** An asset shows nothing of itself. */
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

  private static final Pattern COMPUTED =
      Pattern.compile("computed:([^:\"]+:[^:\"]+:[^:\"]+):([^:\"]+):");
  private static final String PROVIDER = " provider";

  /** In base 64: certificate-authority-data: Y2VydGlmaWNhdGU=. */
  private static final String KUBECONFIG =
      "Y2VydGlmaWNhdGUtYXV0aG9yaXR5LWRhdGE6IFkyVnlkR2xtYVdOaGRHVT0K";

  /** What clouds say of the account when they are asked, each in its own words. */
  private static final Map<String, Object> ANSWERS =
      Map.of(
          "billingAccount", "01ABCD-23EFAB-45CDEF",
          "clientId", "00000000-0000-4000-8000-000000000001",
          "email", "agent@example.iam.gserviceaccount.com",
          "emailAddress", "agent@example.iam.gserviceaccount.com",
          "kubeconfigs", List.of(Map.of("name", "user", "value", KUBECONFIG)),
          "number", "123456789012",
          "objectId", "00000000-0000-4000-8000-000000000002",
          "serviceAccountId", "agent@example.iam.gserviceaccount.com",
          "subscriptionId", "00000000-0000-4000-8000-000000000003",
          "tenantId", "00000000-0000-4000-8000-000000000004");

  public RecordedEstate {
    resources = new TreeMap<>(resources);
    outputs = new TreeSet<>(outputs);
  }

  /** Realises a plan on a cloud that accepts everything. */
  public static RecordedEstate of(EstatePlan plan) {
    EstateRealizer realizer =
        ServiceLoader.load(EstateRealizer.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(candidate -> candidate.cloud() == plan.environment().cloud())
            .findFirst()
            .orElseThrow();
    Map<String, JsonNode> recorded = new ConcurrentHashMap<>();
    Set<String> outputs = ConcurrentHashMap.newKeySet();
    MockedProgram.run(
        accepting(recorded),
        context ->
            realizer
                .realize(plan)
                .forEach(
                    (name, value) -> {
                      outputs.add(name);
                      context.export(name, value);
                    }));
    return new RecordedEstate(recorded, outputs);
  }

  private static Mocks accepting(Map<String, JsonNode> recorded) {
    return new Mocks() {
      @Override
      public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
        return register(args, recorded);
      }

      @Override
      public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
        return CompletableFuture.completedFuture(ANSWERS);
      }
    };
  }

  private static CompletableFuture<Mocks.ResourceResult> register(
      Mocks.ResourceArgs args, Map<String, JsonNode> recorded) {
    ObjectNode inputs = MAPPER.valueToTree(args.inputs);
    inputs.put(PROVIDER, String.valueOf(args.provider));
    if (recorded.put(args.type + "::" + args.name, inputs) != null) {
      throw new AssertionError(args.type + " " + args.name + " is registered twice");
    }
    Map<String, Object> state = new HashMap<>(args.inputs);
    for (String property :
        List.of("arn", "keyId", "endpoint", "url", "repositoryUrl", "bucket", "email")) {
      state.putIfAbsent(property, computed(args, property));
    }
    state.putIfAbsent("name", String.valueOf(args.name));
    state.put("latestVersion", 1);
    if (String.valueOf(args.type).startsWith("azure-native:storage")) {
      state.putIfAbsent("creationTime", "2026-11-23T00:00:00Z");
    }
    state.put("certificateAuthority", Map.of("data", computed(args, "certificate")));
    if (state.get("vpcConfig") instanceof Map<?, ?> given) {
      Map<String, Object> vpc = new HashMap<>();
      given.forEach((key, value) -> vpc.put((String) key, value));
      vpc.put("clusterSecurityGroupId", computed(args, "clusterSecurityGroupId"));
      state.put("vpcConfig", vpc);
    }
    if (state.get("identity") instanceof Map<?, ?> given) {
      state.put("identity", identity(args, given));
    }
    state.put(
        "resources",
        List.of(Map.of("autoscalingGroups", List.of(Map.of("name", computed(args, "group"))))));
    return CompletableFuture.completedFuture(
        Mocks.ResourceResult.of(Optional.of(computed(args, "id")), state));
  }

  /** Azure makes a principal, and answers the identities of a list with what it knows of each. */
  private static Map<String, Object> identity(Mocks.ResourceArgs args, Map<?, ?> given) {
    Map<String, Object> identity = new HashMap<>();
    given.forEach((key, value) -> identity.put((String) key, value));
    identity.putIfAbsent("principalId", computed(args, "principalId"));
    if (given.get("userAssignedIdentities") instanceof List<?> ids) {
      Map<String, Object> known = new HashMap<>();
      ids.forEach(id -> known.put((String) id, Map.of()));
      identity.put("userAssignedIdentities", known);
    }
    return identity;
  }

  private static String computed(Mocks.ResourceArgs args, String property) {
    return "computed:" + args.type + ":" + args.name + ":" + property;
  }

  /**
   * The same as a preview shows it: what the cloud computes is unknown, and who needs it depends on
   * what it comes from.
   */
  public Inventory inventory() {
    List<Resource> all = new ArrayList<>();
    resources.forEach(
        (key, inputs) -> {
          int colons = key.indexOf("::");
          ObjectNode properties = inputs.deepCopy();
          properties.remove(PROVIDER);
          Set<String> unknown = new TreeSet<>();
          Set<String> dependencies = new TreeSet<>();
          hide(properties, "", unknown, dependencies);
          all.add(
              new Resource(
                  key.substring(0, colons),
                  urn(key),
                  key.substring(colons + 2),
                  properties,
                  unknown,
                  Set.of(),
                  List.copyOf(dependencies),
                  Source.PREVIEW));
        });
    return new Inventory(all);
  }

  private static void hide(
      JsonNode node, String path, Set<String> unknown, Set<String> dependencies) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(names(object))) {
        String child = path.isEmpty() ? name : path + "." + name;
        if (depends(object.path(name), dependencies)) {
          unknown.add(child);
          object.putNull(name);
        } else {
          hide(object.path(name), child, unknown, dependencies);
        }
      }
    } else {
      for (int i = 0; i < node.size(); i++) {
        String child = path + "[" + i + "]";
        if (depends(node.path(i), dependencies)) {
          unknown.add(child);
          ((ArrayNode) node).setNull(i);
        } else {
          hide(node.path(i), child, unknown, dependencies);
        }
      }
    }
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static boolean depends(JsonNode value, Set<String> dependencies) {
    Matcher computed = COMPUTED.matcher(value.asText());
    boolean found = false;
    while (computed.find()) {
      found = true;
      dependencies.add(urn(computed.group(1) + "::" + computed.group(2)));
    }
    return found;
  }

  private static String urn(String key) {
    return "urn:pulumi:test::estate::" + key;
  }
}
