package dev.mlestate.aws.testing;

import static dev.mlestate.aws.testing.RecordedStack.ACCOUNT;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a cloud would compute, so that a test sees which resource a value comes from. */
final class Computed {
  private Computed() {}

  static String id(String type, String name) {
    return switch (type) {
      case "aws:ec2/securityGroup:SecurityGroup" -> "sg-" + name;
      case "aws:ec2/vpc:Vpc" -> "vpc-" + name;
      default -> kind(type) + "-" + name;
    };
  }

  static Map<String, Object> of(String type, String name, Map<String, Object> inputs) {
    if (!type.startsWith("aws:")) {
      return Map.of();
    }
    String physical = String.valueOf(inputs.getOrDefault("name", name));
    String service = type.substring("aws:".length()).split("/", 2)[0];
    Map<String, Object> computed = new TreeMap<>();
    computed.put("arn", ACCOUNT.arn(service, kind(type) + "/" + physical));
    computed.put("name", name);
    switch (type) {
      case "aws:iam/role:Role" -> computed.put("arn", ACCOUNT.iamArn("role/" + physical));
      case "aws:kms/key:Key" -> {
        computed.put("arn", ACCOUNT.arn("kms", "key/" + name));
        computed.put("keyId", id(type, name));
      }
      case "aws:ecr/repository:Repository" ->
          computed.put(
              "repositoryUrl",
              ACCOUNT.id() + ".dkr.ecr." + ACCOUNT.region() + ".amazonaws.com/" + physical);
      case "aws:ec2/launchTemplate:LaunchTemplate" -> computed.put("latestVersion", 1);
      case "aws:eks/cluster:Cluster" -> cluster(computed, name);
      case "aws:eks/nodeGroup:NodeGroup" ->
          computed.put(
              "resources", List.of(Map.of("autoscalingGroups", List.of(Map.of("name", name)))));
      default -> {}
    }
    return computed;
  }

  private static void cluster(Map<String, Object> computed, String name) {
    computed.put("endpoint", "https://" + name + ".example");
    computed.put("certificateAuthority", Map.of("data", "certificate of " + name));
  }

  private static String kind(String type) {
    String kind = type.substring(type.lastIndexOf(':') + 1);
    return kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1);
  }
}
