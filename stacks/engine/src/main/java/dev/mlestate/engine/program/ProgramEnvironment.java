package dev.mlestate.engine.program;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a program needs to know to reach its engine.
 *
 * @param address where the resource monitor and the engine are served: {@code host:port}, or the
 *     one of {@link #inProcessName}
 * @param parallel how many resources may be worked on at a time
 * @param config by key, such as {@code estate:environmentFile}
 * @param secretKeys the keys of secret configuration
 * @param output takes each line that the program prints
 */
public record ProgramEnvironment(
    String address,
    String organization,
    String project,
    String stack,
    boolean preview,
    int parallel,
    SortedMap<String, String> config,
    SortedSet<String> secretKeys,
    Consumer<String> output) {

  public ProgramEnvironment {
    config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
    secretKeys = Collections.unmodifiableSortedSet(new TreeSet<>(secretKeys));
  }

  private static final String IN_PROCESS = "in-process:";

  /** The address of a server of gRPC's in-process transport. */
  public static String inProcessAddress(String name) {
    return IN_PROCESS + name;
  }

  /**
   * The name under which gRPC's in-process transport serves; empty if the address is a network's.
   */
  public static Optional<String> inProcessName(String address) {
    return address.startsWith(IN_PROCESS)
        ? Optional.of(address.substring(IN_PROCESS.length()))
        : Optional.empty();
  }

  /** The environment variables by which Pulumi's SDKs find their engine. */
  public Map<String, String> variables() {
    ObjectNode configNode = JsonNodeFactory.instance.objectNode();
    config.forEach(configNode::put);
    ArrayNode secretNode = JsonNodeFactory.instance.arrayNode();
    secretKeys.forEach(secretNode::add);
    Map<String, String> variables = new TreeMap<>();
    variables.put("PULUMI_MONITOR", address);
    variables.put("PULUMI_ENGINE", address);
    variables.put("PULUMI_ORGANIZATION", organization);
    variables.put("PULUMI_PROJECT", project);
    variables.put("PULUMI_STACK", stack);
    variables.put("PULUMI_DRY_RUN", Boolean.toString(preview));
    variables.put("PULUMI_PARALLEL", Integer.toString(parallel));
    variables.put("PULUMI_CONFIG", configNode.toString());
    variables.put("PULUMI_CONFIG_SECRET_KEYS", secretNode.toString());
    return variables;
  }
}
