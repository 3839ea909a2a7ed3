package dev.mlestate.simulated.aws;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import java.util.stream.Stream;

/** The few functions of the provider that tell what it is configured with. */
final class AwsInvokes {
  private AwsInvokes() {}

  /**
   * The answer to a function.
   *
   * @throws CloudException if the function is none of those that are answered
   */
  static Obj answer(String token, String region, String account) {
    return switch (token) {
      case "aws:index/getCallerIdentity:getCallerIdentity" ->
          PropertyValues.object(
              "accountId",
              account,
              "arn",
              "arn:aws:iam::" + account + ":user/mlestate",
              "id",
              account,
              "userId",
              "AIDA" + account);
      case "aws:index/getPartition:getPartition" ->
          PropertyValues.object(
              "dnsSuffix", "amazonaws.com",
              "id", "aws",
              "partition", "aws",
              "reverseDnsPrefix", "com.amazonaws");
      case "aws:index/getRegion:getRegion" ->
          PropertyValues.object(
              "endpoint", "ec2." + region + ".amazonaws.com",
              "id", region,
              "name", region,
              "description", region);
      case "aws:index/getAvailabilityZones:getAvailabilityZones" -> {
        List<PropertyValue> names =
            Stream.of("a", "b", "c").map(letter -> PropertyValues.of(region + letter)).toList();
        yield PropertyValues.object(
            "id", region,
            "groupNames", PropertyValues.of(List.of(PropertyValues.of(region))),
            "names", PropertyValues.of(names),
            "zoneIds", PropertyValues.of(List.of()));
      }
      default ->
          throw new CloudException(
              "the simulated AWS does not answer the function "
                  + token
                  + "; it knows getCallerIdentity, getPartition, getRegion and getAvailabilityZones");
    };
  }
}
