package dev.mlestate.simulated.aws;

import dev.mlestate.simulated.cloud.Surroundings;
import java.util.Map;
import java.util.Optional;

/** What the rules of AWS's outputs.tsv may refer to. */
final class AwsPlaces {
  /**
   * Hosted zones of S3's websites by region: terraform-provider-aws,
   * internal/service/s3/hosted_zones.go at commit 06df6bd5, read 2026-11-23.
   */
  private static final Map<String, String> S3_ZONES =
      Map.of(
          "us-east-1", "Z3AQBSTGFYJSTF",
          "us-east-2", "Z2O1EMRO9K5GLX",
          "us-west-1", "Z2F56UZL2M1ACD",
          "us-west-2", "Z3BJ6K6RIION7M",
          "eu-west-1", "Z1BKCTXD74EZPE",
          "eu-central-1", "Z21DNDUVLTQW6Q");

  private final Surroundings around;
  private final String region;

  AwsPlaces(Surroundings around) {
    this.around = around;
    this.region = around.settings().region();
  }

  Optional<String> value(String place) {
    return switch (place) {
      case "partition" -> Optional.of(partition());
      case "zoneId" ->
          input("availabilityZone").or(() -> Optional.of(region + "a")).map(this::zone);
      case "s3Zone" -> Optional.ofNullable(S3_ZONES.get(region));
      case "privateIp" -> input("subnetId").flatMap(this::addressIn);
      case "keyArn" ->
          input("targetKeyId")
              .map(
                  key ->
                      key.startsWith("arn:")
                          ? key
                          : "arn:%s:kms:%s:%s:key/%s"
                              .formatted(partition(), region, around.settings().account(), key));
      case "principalName" -> input("principalArn").map(arn -> arn.substring(arn.indexOf('/') + 1));
      case "url-host" -> input("url").map(url -> url.replaceFirst("^https?://", ""));
      case "name-without-slash" -> input("name").map(name -> name.replaceFirst("^/", ""));
      case "defaultSecurityGroup" ->
          input("vpcId").flatMap(vpc -> around.output(vpc, "defaultSecurityGroupId"));
      case "subnetVpc" ->
          input("vpcConfig.subnetIds[0]").flatMap(subnet -> around.output(subnet, "vpcId"));
      default -> Optional.empty();
    };
  }

  private String partition() {
    return region.startsWith("cn-")
        ? "aws-cn"
        : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  private Optional<String> input(String path) {
    return around.input(path);
  }

  private Optional<String> addressIn(String subnet) {
    return around
        .output(subnet, "cidrBlock")
        .map(cidr -> cidr.substring(0, cidr.lastIndexOf('.') + 1))
        .map(net -> net + (4 + Integer.parseInt(around.generated("number2").orElse("0"))));
  }

  /** A zone's id, such as use1-az1 of us-east-1a; which letter is which zone differs by account. */
  private String zone(String zone) {
    String[] parts = region.split("-", -1);
    StringBuilder shortened = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length - 1; i++) {
      shortened.append(shortDirection(parts[i]));
    }
    char letter = zone.charAt(zone.length() - 1);
    return shortened
        .append(parts[parts.length - 1])
        .append("-az")
        .append(letter - 'a' + 1)
        .toString();
  }

  private static String shortDirection(String direction) {
    return switch (direction) {
      case "northeast" -> "ne";
      case "northwest" -> "nw";
      case "southeast" -> "se";
      case "southwest" -> "sw";
      default -> direction.substring(0, 1);
    };
  }
}
