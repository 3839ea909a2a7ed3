package dev.mlestate.engine.monitor;

import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.provider.ProviderRegistry;
import dev.mlestate.engine.state.CustomTimeouts;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.engine.step.Alias;
import dev.mlestate.engine.step.Goal;
import dev.mlestate.engine.step.RunFailedException;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pulumirpc.AliasOuterClass;
import pulumirpc.Resource.RegisterResourceRequest;

/** Reads registrations. */
final class GoalReader {
  private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d*)?)(ns|us|µs|ms|s|m|h)");

  private static final double NANOS = 1e9;

  private GoalReader() {}

  static void refuseUnsupported(RegisterResourceRequest request) {
    if (request.getRemote()) {
      throw Unsupported.feature("the remote component " + request.getType());
    }
    if (request.getTransformsCount() > 0) {
      throw Unsupported.feature("the transforms option of '" + request.getName() + "'");
    }
    if (request.hasHooks() && request.getHooks().getSerializedSize() > 0) {
      throw Unsupported.feature("the hooks option of '" + request.getName() + "'");
    }
    if (request.getEnvVarMappingsCount() > 0) {
      throw Unsupported.feature("the envVarMappings option of '" + request.getName() + "'");
    }
  }

  static Goal read(RegisterResourceRequest request, Family.Inherited inherited, String provider) {
    Obj raw = StructCodec.decode(request.getObject());
    TreeSet<String> dependencies = new TreeSet<>(request.getDependenciesList());
    boolean deleteFirst = request.getDeleteBeforeReplace();
    return new Goal(
        request.getType(),
        request.getName(),
        request.getCustom(),
        withVersion(request, PropertyValues.withoutOutputs(raw)),
        request.getParent(),
        inherited.protect(),
        List.copyOf(dependencies),
        propertyDependencies(request, raw),
        provider,
        request.getDeleteBeforeReplaceDefined() || deleteFirst
            ? Optional.of(deleteFirst)
            : Optional.empty(),
        request.getIgnoreChangesList(),
        request.getReplaceOnChangesList(),
        request.hasReplacementTrigger()
            ? Optional.of(
                PropertyValues.withoutOutputs(StructCodec.decode(request.getReplacementTrigger())))
            : Optional.empty(),
        request.getAdditionalSecretOutputsList(),
        aliases(request),
        timeouts(request),
        inherited.retainOnDelete(),
        inherited.deletedWith(),
        request.getReplaceWithList(),
        request.getImportId());
  }

  /**
   * An explicit provider keeps the version that its SDK asks for among its inputs, as in Pulumi.
   */
  private static Obj withVersion(RegisterResourceRequest request, Obj properties) {
    boolean provider = !Urn.providerPackage(request.getType()).isEmpty();
    return provider && !request.getVersion().isEmpty()
        ? PropertyValues.with(
            PropertyValues.with(properties, "version", PropertyValues.of(request.getVersion())),
            ProviderRegistry.INTERNAL,
            PropertyValues.EMPTY)
        : properties;
  }

  private static SortedMap<String, List<String>> propertyDependencies(
      RegisterResourceRequest request, Obj raw) {
    SortedMap<String, List<String>> lists = new TreeMap<>();
    raw.members()
        .forEach(
            (key, value) -> {
              TreeSet<String> urns = new TreeSet<>(PropertyValues.dependencies(value));
              if (request.getPropertyDependenciesCount() == 0) {
                urns.addAll(request.getDependenciesList());
              } else if (request.containsPropertyDependencies(key)) {
                urns.addAll(request.getPropertyDependenciesOrThrow(key).getUrnsList());
              }
              lists.put(key, List.copyOf(urns));
            });
    request
        .getPropertyDependenciesMap()
        .forEach((key, urns) -> lists.putIfAbsent(key, List.copyOf(urns.getUrnsList())));
    return lists;
  }

  private static List<Alias> aliases(RegisterResourceRequest request) {
    List<Alias> aliases = new ArrayList<>();
    request.getAliasURNsList().forEach(urn -> aliases.add(new Alias.Whole(urn)));
    for (AliasOuterClass.Alias alias : request.getAliasesList()) {
      if (!alias.getUrn().isEmpty()) {
        aliases.add(new Alias.Whole(alias.getUrn()));
        continue;
      }
      AliasOuterClass.Alias.Spec spec = alias.getSpec();
      Optional<String> parent = Optional.empty();
      if (spec.getNoParent()) {
        parent = Optional.of("");
      } else if (!spec.getParentUrn().isEmpty()) {
        parent = Optional.of(spec.getParentUrn());
      }
      aliases.add(
          new Alias.Parts(
              spec.getName(), spec.getType(), spec.getStack(), spec.getProject(), parent));
    }
    return aliases;
  }

  private static CustomTimeouts timeouts(RegisterResourceRequest request) {
    if (!request.hasCustomTimeouts()) {
      return CustomTimeouts.NONE;
    }
    return new CustomTimeouts(
        seconds(request.getCustomTimeouts().getCreate()),
        seconds(request.getCustomTimeouts().getUpdate()),
        seconds(request.getCustomTimeouts().getDelete()));
  }

  /** The seconds of a duration in Go's form, such as {@code 1h30m}; of an empty text 0. */
  static double seconds(String text) {
    Matcher matcher = DURATION.matcher(text);
    double seconds = 0;
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      seconds += Double.parseDouble(matcher.group(1)) * unit(matcher.group(2)) / NANOS;
      end = matcher.end();
    }
    if (end != text.length()) {
      throw new RunFailedException(
          Failure.Kind.INVALID, "", "unable to parse the custom timeout '" + text + "'");
    }
    return seconds;
  }

  /** In nanoseconds, which are whole numbers where seconds are not. */
  private static double unit(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "us", "µs" -> 1e3;
      case "ms" -> 1e6;
      case "s" -> NANOS;
      case "m" -> 60 * NANOS;
      case "h" -> 3600 * NANOS;
      default -> throw new IllegalArgumentException("no unit of time: " + unit);
    };
  }
}
