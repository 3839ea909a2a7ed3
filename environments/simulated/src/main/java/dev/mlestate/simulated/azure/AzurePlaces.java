package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.cloud.Surroundings;
import java.util.Locale;
import java.util.Optional;

/** What the rules of Azure's outputs.tsv may refer to. */
final class AzurePlaces {
  private static final String GUID = "guid:";
  private static final String IDENTITY = "identity:";
  private static final String PARENT = "parent:";

  private AzurePlaces() {}

  static Optional<String> value(String place, Surroundings around) {
    String subscription = around.settings().account();
    if (place.startsWith(GUID)) {
      return around.generated("hex32:" + place.substring(GUID.length())).map(Guids::of);
    }
    if (place.startsWith(PARENT)) {
      return path(around)
          .flatMap(ResourcePaths::parent)
          .flatMap(parent -> around.output(parent, place.substring(PARENT.length())));
    }
    if (place.startsWith(IDENTITY)) {
      return path(around).map(id -> Guids.ofIdentity(place.substring(IDENTITY.length()), id));
    }
    return switch (place) {
      case "path" -> path(around);
      case "lastName" -> path(around).map(ResourcePaths::name);
      case "lowerName" -> path(around).map(ResourcePaths::name).map(AzurePlaces::lower);
      case "armType" -> Optional.of(ResourcePaths.armType(around.type()));
      case "tenant" -> Optional.of(Guids.tenant(subscription));
      case "place" ->
          around
              .input("location")
              .or(() -> group(around).flatMap(id -> around.output(id, "location")))
              .map(AzureFlags::location);
      case "dnsPrefix" ->
          around.input("dnsPrefix").or(() -> around.input("fqdnSubdomain")).map(AzurePlaces::lower);
      case "environmentDomain" ->
          around
              .input("managedEnvironmentId")
              .or(() -> around.input("environmentId"))
              .flatMap(id -> around.output(id, "defaultDomain"));
      case "zoneName" -> around.input("privateZoneName");
      default -> Optional.empty();
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Optional<String> path(Surroundings around) {
    return ResourcePaths.id(around.type(), around.inputs(), around.settings().account());
  }

  private static Optional<String> group(Surroundings around) {
    return around
        .input("resourceGroupName")
        .map(
            name ->
                "/subscriptions/%s/resourceGroups/%s".formatted(around.settings().account(), name));
  }
}
