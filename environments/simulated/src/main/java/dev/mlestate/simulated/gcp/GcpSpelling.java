package dev.mlestate.simulated.gcp;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Other spellings of one value, by the names of the provider's functions that compare them. What a
 * function does is taken from its name (general knowledge, not read; 2026-11-24); of those that are
 * not listed, spellings that differ are values that differ.
 */
final class GcpSpelling {
  private GcpSpelling() {}

  static boolean same(String function, String one, String other) {
    return switch (function) {
      case "CompareSelfLinkOrResourceName" -> link(one, other) || bare(one, other);
      case "CompareSelfLinkRelativePaths", "compareSelfLinkRelativePathsIgnoreParams" ->
          link(one, other);
      case "CompareResourceNames", "SourceRepoRepositoryDiffSuppress" ->
          base(one).equals(base(other));
      case "CompareCaseInsensitive", "CaseDiffSuppress", "iamMemberCaseDiffSuppress" ->
          one.equalsIgnoreCase(other);
      case "CompareProjectName" ->
          one.replaceFirst("^projects/", "").equals(other.replaceFirst("^projects/", ""));
      case "ProjectNumberDiffSuppress" -> number(one).equals(number(other));
      case "OptionalSurroundingSpacesSuppress" -> one.strip().equals(other.strip());
      case "portDiffSuppress", "PortRangeDiffSuppress" -> ports(one).equals(ports(other));
      case "DurationDiffSuppress" -> duration(one, other);
      case "CidrOrSizeDiffSuppress", "IpCidrRangeDiffSuppress" ->
          (other.startsWith("/") && one.endsWith(other))
              || (one.startsWith("/") && other.endsWith(one));
      case "kmsCryptoKeyRingsEquivalent" -> ring(one).equals(ring(other));
      case "AbsoluteDomainSuppress" ->
          one.replaceFirst("\\.$", "").equals(other.replaceFirst("\\.$", ""));
      case "AlwaysDiffSuppress" -> true;
      default -> false;
    };
  }

  private static boolean link(String one, String other) {
    return relative(one).equals(relative(other));
  }

  private static boolean bare(String one, String other) {
    boolean bare = !one.contains("/") || !other.contains("/");
    return bare && base(one).equals(base(other));
  }

  private static String relative(String link) {
    int start = link.indexOf("projects/");
    return start < 0 ? link : link.substring(start);
  }

  private static String base(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private static String number(String name) {
    return name.replaceFirst("^projects/[^/]+/", "projects/-/");
  }

  private static String ports(String range) {
    String[] ends = range.split("-", 2);
    return ends.length == 1 ? range + "-" + range : range;
  }

  private static String ring(String name) {
    return name.replaceFirst("^projects/", "")
        .replaceFirst("/locations/", "/")
        .replaceFirst("/keyRings/", "/");
  }

  private static boolean duration(String one, String other) {
    try {
      return iso(one).equals(iso(other));
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Go's durations, such as 1h30m or 3600s. */
  private static Duration iso(String text) {
    return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
  }
}
