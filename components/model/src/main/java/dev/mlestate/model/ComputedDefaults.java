package dev.mlestate.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The defaults that depend on other keys than the stage; {@link Key#computed} says each in words.
 * They are put into the tree before it becomes records, and only where the tree is sound enough.
 */
final class ComputedDefaults {
  private final Stage stage;

  ComputedDefaults(Stage stage) {
    this.stage = stage;
  }

  void fill(ObjectNode environment) {
    copy(environment, "owner", section(environment, "monitoring"), "alertEmail");
    ObjectNode residency = section(environment, "residency");
    if (!residency.has("allowedRegions") && environment.path("region").isTextual()) {
      residency.putArray("allowedRegions").add(environment.get("region"));
    }
    existingZones(section(environment, "network"));
    for (ObjectNode team : objects(environment.path("teams"))) {
      copy(environment, "costCenter", team, "costCenter");
    }
    for (ObjectNode cluster : objects(environment.path("clusters"))) {
      cluster(cluster);
    }
    Set<JsonNode> models = new LinkedHashSet<>();
    for (ObjectNode serving : objects(environment.path("serving"))) {
      copy(serving, "name", serving, "model");
      serving(serving);
      if (serving.path("model").isTextual()) {
        models.add(serving.get("model"));
      }
    }
    ObjectNode registry = section(environment, "registry");
    if (!registry.has("models")) {
      registry.putArray("models").addAll(models);
    }
  }

  private void cluster(ObjectNode cluster) {
    if (!cluster.has("nodePools")) {
      cluster.putArray("nodePools");
    }
    List<ObjectNode> pools = objects(cluster.path("nodePools"));
    if (cluster.get("nodePools") instanceof ArrayNode list
        && pools.stream()
            .noneMatch(p -> p.has("cpu") || p.path("name").asText().equals("system"))) {
      // At the end, so that the paths of the file's own pools stay.
      ObjectNode system = list.addObject();
      system.put("name", "system");
      system.putObject("cpu");
    }
    objects(cluster.path("nodePools")).forEach(this::pool);
  }

  private void pool(ObjectNode pool) {
    boolean cpu = pool.has("cpu");
    if (pool.get("cpu") instanceof ObjectNode machine) {
      number(machine, "vcpus", 4);
      number(machine, "memoryGib", 16);
    }
    ObjectNode nodes = section(pool, "nodes");
    if (pool.get("tpu") instanceof ObjectNode tpu) {
      slice(pool, nodes, TpuHosts.of(tpu));
    }
    number(nodes, "min", cpu ? choose(1, 2, 2) : 0);
    number(nodes, "max", Math.max(least(nodes), cpu ? choose(3, 4, 6) : choose(1, 2, 4)));
    if (!pool.has("capacity")) {
      ArrayNode capacity = pool.putArray("capacity");
      if (!cpu && stage != Stage.PROD) {
        capacity.add("spot");
      }
      capacity.add("on-demand");
    }
  }

  /** A slice of several hosts exists as a whole or, while a queue has not made it, not at all. */
  private void slice(ObjectNode pool, ObjectNode nodes, int hosts) {
    if (hosts > 1 && !pool.has("capacity")) {
      pool.putArray("capacity").add(stage == Stage.PROD ? "on-demand" : "spot");
    }
    boolean queued = pool.path("capacity").path(0).asText().equals("queued");
    number(nodes, "min", hosts > 1 && !queued ? hosts : 0);
    number(nodes, "max", Math.max(least(nodes), hosts));
  }

  private void serving(ObjectNode serving) {
    boolean serverless = serving.path("kind").asText().equals("serverless");
    ObjectNode machine = section(serving, "cpu");
    number(machine, "vcpus", 2);
    number(machine, "memoryGib", serverless ? 4 : 8);
    ObjectNode replicas = section(serving, "replicas");
    number(replicas, "min", serverless ? 0 : choose(1, 1, 2));
    number(
        replicas,
        "max",
        Math.max(least(replicas), serverless ? choose(5, 10, 20) : choose(2, 2, 4)));
    number(section(serving, "capture"), "percent", serverless ? 0 : choose(0, 10, 20));
  }

  private static void existingZones(ObjectNode network) {
    if (!network.has("existing") || network.has("zones")) {
      return;
    }
    Set<String> zones = new LinkedHashSet<>();
    for (ObjectNode subnet : objects(network.path("existing").path("privateSubnets"))) {
      if (subnet.has("zone")) {
        zones.add(subnet.path("zone").asText());
      }
    }
    if (zones.size() >= 2) {
      network.put("zones", zones.size());
    }
  }

  private int choose(int dev, int staging, int prod) {
    return switch (stage) {
      case DEV -> dev;
      case STAGING -> staging;
      case PROD -> prod;
    };
  }

  /** A written minimum below which the default of the maximum must not lie. */
  private static int least(ObjectNode bounds) {
    return bounds.path("min").isInt() ? bounds.get("min").intValue() : 0;
  }

  private static void number(ObjectNode holder, String key, int value) {
    if (!holder.has(key)) {
      holder.put(key, value);
    }
  }

  private static void copy(ObjectNode from, String source, ObjectNode to, String key) {
    if (!to.has(key) && from.path(source).isTextual()) {
      to.set(key, from.get(source));
    }
  }

  /** The mapping under a key; a detached one if the file has something else there. */
  private static ObjectNode section(ObjectNode holder, String key) {
    if (!holder.has(key)) {
      return holder.putObject(key);
    }
    return holder.get(key) instanceof ObjectNode object ? object : holder.objectNode();
  }

  private static List<ObjectNode> objects(JsonNode list) {
    List<ObjectNode> objects = new ArrayList<>();
    if (list.isArray()) {
      for (JsonNode item : list) {
        if (item instanceof ObjectNode object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }
}
