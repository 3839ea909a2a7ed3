package dev.mlestate.engine.monitor;

import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.step.RunFailedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pulumirpc.Resource.RegisterPackageRequest;

/** The packages that a program has announced, by the reference it uses for each. */
final class Packages {
  private final Map<String, PackageVersion> byReference = new LinkedHashMap<>();

  /** A package as a program asks for it. */
  record PackageVersion(String name, Optional<String> version) {
    static PackageVersion of(String name, String version) {
      return new PackageVersion(name, version.isEmpty() ? Optional.empty() : Optional.of(version));
    }

    /** The name of the package's default provider, as the CLI forms it. */
    String defaultProviderName() {
      return version
          .map(text -> "default_" + text.replaceAll("[^0-9A-Za-z]", "_"))
          .orElse("default");
    }
  }

  synchronized String register(RegisterPackageRequest request) {
    if (request.hasParameterization() || request.hasExtension()) {
      throw Unsupported.feature("the parameterised package " + request.getName());
    }
    PackageVersion wanted = PackageVersion.of(request.getName(), request.getVersion());
    String reference = wanted.name() + wanted.version().map(version -> "@" + version).orElse("");
    byReference.put(reference, wanted);
    return reference;
  }

  /** The package of a token, with the version that the request asks for. */
  synchronized PackageVersion find(String token, String version, String reference) {
    if (reference.isEmpty()) {
      return PackageVersion.of(token.substring(0, Math.max(0, token.indexOf(':'))), version);
    }
    PackageVersion known = byReference.get(reference);
    if (known == null) {
      throw new RunFailedException(
          Failure.Kind.INVALID, "", "unknown provider package '" + reference + "'");
    }
    return known;
  }
}
