package dev.mlestate.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.policy.wasm.OpaException;
import dev.mlestate.policy.wasm.OpaInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules in this process: OPA's compilation to WebAssembly, compiled further to Java classes by
 * the build. It needs no OPA. Threads may share it; they are served one after another.
 */
public final class WasmPolicyEngine implements PolicyEngine {
  private final Judge judge;

  public WasmPolicyEngine() {
    this(ControlCatalogue.load());
  }

  WasmPolicyEngine(ControlCatalogue catalogue) {
    judge = new Judge(catalogue, new Runner());
  }

  @Override
  public PolicyReport evaluate(PolicyInput input) {
    return judge.judge(input);
  }

  private static final class Runner implements RuleRunner {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private @Nullable Loaded loaded;

    @Override
    public synchronized Map<String, JsonNode> run(JsonNode input, List<String> entrypoints) {
      try {
        Loaded current = loaded == null ? Loaded.load() : loaded;
        // An instance is of no use after a failure, so it is kept only once it has answered.
        loaded = null;
        List<Integer> indices = entrypoints.stream().map(current::index).toList();
        List<String> results =
            current.instance().evaluate(MAPPER.writeValueAsBytes(input), indices);
        Map<String, JsonNode> verdicts = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
          JsonNode result = MAPPER.readTree(results.get(i));
          verdicts.put(
              entrypoints.get(i),
              result.isEmpty() ? MAPPER.missingNode() : result.path(0).path("result"));
        }
        loaded = current;
        return verdicts;
      } catch (OpaException | JsonProcessingException e) {
        throw new PolicyEngineException("The rules could not be evaluated: " + e.getMessage(), e);
      }
    }
  }

  private record Loaded(OpaInstance instance, ObjectNode entrypoints) {
    static Loaded load() throws JsonProcessingException {
      ObjectMapper mapper = new ObjectMapper();
      OpaInstance instance = new OpaInstance();
      JsonNode builtins = mapper.readTree(instance.builtins());
      if (!builtins.isEmpty()) {
        throw new OpaException(
            "the rules use functions that the host does not provide: " + builtins);
      }
      return new Loaded(instance, (ObjectNode) mapper.readTree(instance.entrypoints()));
    }

    int index(String entrypoint) {
      JsonNode index = entrypoints.get(entrypoint);
      if (index == null) {
        throw new OpaException("the compiled rules have no " + entrypoint);
      }
      return index.intValue();
    }
  }
}
