package dev.mlestate.cost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.inventory.Resource;
import dev.mlestate.inventory.Source;
import dev.mlestate.model.Environment;
import dev.mlestate.model.EnvironmentReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Makes inventories for the environments in the repository. */
final class Inventories {
  static final Environment PROD = environment("prod-aws.yaml");
  static final Environment PROD_GCP = environment("prod-gcp.yaml");
  static final Environment PROD_AZURE = environment("prod-azure.yaml");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Inventories() {}

  private static Environment environment(String file) {
    return EnvironmentReader.read(
            Path.of(System.getProperty("mlestate.root"), "environments", file))
        .environment();
  }

  static Environment in(String region, Environment of) {
    return new Environment(
        of.estate(),
        of.environment(),
        of.cloud(),
        of.account(),
        region,
        of.owner(),
        of.costCenter(),
        of.teams(),
        of.dataClassification(),
        of.compliance(),
        of.residency(),
        of.network(),
        of.encryption(),
        of.identity(),
        of.dataLake(),
        of.featureStore(),
        of.clusters(),
        of.serving(),
        of.registry(),
        of.monitoring(),
        of.audit(),
        of.budget(),
        of.usage(),
        of.policyParameters(),
        of.aws(),
        of.gcp(),
        of.azure());
  }

  static Resource resource(String type, String name, String properties) {
    return resource(type, name, properties, Set.of());
  }

  static Resource resource(
      String type, String name, String properties, Set<String> unknown, Resource... needs) {
    try {
      return new Resource(
          type,
          urn(type, name),
          name,
          (ObjectNode) MAPPER.readTree(properties.replace('\'', '"')),
          unknown,
          Set.of(),
          List.of(needs).stream().map(Resource::urn).toList(),
          Source.PREVIEW);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(properties, e);
    }
  }

  static String urn(String type, String name) {
    return "urn:pulumi:prod-aws::estate::" + type + "::" + name;
  }

  static Inventory of(Resource... resources) {
    return new Inventory(List.of(resources));
  }

  static Resource key(String name) {
    return resource("aws:kms/key:Key", "vision-prod-" + name, "{'tags': {'team': 'shared'}}");
  }

  static Resource template(String group, String more) {
    return resource(
        "aws:ec2/launchTemplate:LaunchTemplate",
        "vision-prod-train-" + group,
        "{'blockDeviceMappings': [{'ebs': {'volumeType': 'gp3', 'volumeSize': 100}}]" + more + "}");
  }

  static Resource group(
      String pool, String group, String machine, String capacity, int min, int max, Resource t) {
    return resource(
        "aws:eks/nodeGroup:NodeGroup",
        "vision-prod-train-" + group,
        """
        {'labels': {'mlestate.dev/pool': '%s'}, 'instanceTypes': ['%s'], 'capacityType': '%s',
         'scalingConfig': {'minSize': %d, 'maxSize': %d},
         'tags': {'team': 'research', 'cost-center': 'ml-2001'}}"""
            .formatted(pool, machine, capacity, min, max),
        Set.of(),
        t);
  }

  /** The H100 pool of prod: reservation, spot, on-demand. */
  static List<Resource> h100() {
    Resource reserved = template("h100-reservation", ", 'capacityReservationSpecification': {}");
    Resource spot = template("h100-spot", "");
    Resource onDemand = template("h100-on-demand", "");
    return List.of(
        reserved,
        spot,
        onDemand,
        group("h100", "h100-reservation", "p5.48xlarge", "ON_DEMAND", 0, 16, reserved),
        group("h100", "h100-spot", "p5.48xlarge", "SPOT", 0, 16, spot),
        group("h100", "h100-on-demand", "p5.48xlarge", "ON_DEMAND", 0, 16, onDemand));
  }

  /** The ranker of prod: a realtime endpoint that scales. */
  static List<Resource> ranker() {
    Resource configuration =
        resource(
            "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
            "vision-prod-ranker",
            """
            {'productionVariants': [{'instanceType': 'ml.g6.xlarge', 'initialInstanceCount': 2}],
             'dataCaptureConfig': {'initialSamplingPercentage': 20},
             'tags': {'team': 'ads', 'cost-center': 'ml-2002'}}""");
    Resource endpoint =
        resource(
            "aws:sagemaker/endpoint:Endpoint", "vision-prod-ranker", "{}", Set.of(), configuration);
    Resource target =
        resource(
            "aws:appautoscaling/target:Target",
            "vision-prod-ranker",
            "{'minCapacity': 2, 'maxCapacity': 10}",
            Set.of(),
            endpoint);
    return List.of(configuration, endpoint, target);
  }

  /** A node pool of GKE; {@code more} stands in its nodes' configuration. */
  static Resource gkePool(String pool, String option, String machine, String more, String size) {
    return resource(
        "gcp:container/nodePool:NodePool",
        "vision-prod-train-" + pool + "-" + option,
        """
        {'nodeConfig': {'labels': {'mlestate.dev/pool': '%s'}, 'machineType': '%s', 'diskSizeGb': 100,
          'diskType': 'pd-balanced', 'resourceLabels': {'team': 'research', 'cost-center': 'ml-2001'}
          %s}, %s}"""
            .formatted(pool, machine, more, size));
  }

  /** An agent pool of AKS, written with a version of the API; its own name has no hyphens. */
  static Resource aksPool(String pool, String option, String machine, String more) {
    return resource(
        "azure-native:containerservice/v20240701:AgentPool",
        "vision-prod-train-" + pool + option,
        """
        {'agentPoolName': '%s%s', 'nodeLabels': {'mlestate.dev/pool': '%s'}, 'vmSize': '%s',
         'osDiskSizeGB': 128, 'tags': {'team': 'ads'}%s}"""
            .formatted(pool, option, pool, machine, more));
  }
}
