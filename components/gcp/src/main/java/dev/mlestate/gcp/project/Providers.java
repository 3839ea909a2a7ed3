package dev.mlestate.gcp.project;

import com.pulumi.gcp.Provider;
import com.pulumi.gcp.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.model.Environment;
import dev.mlestate.pulumi.RawType;
import java.util.Map;
import java.util.TreeMap;

/**
 * Providers that act in one project alone: the one of the SDK's version, and one for each later
 * version that a raw type needs.
 */
public final class Providers {
  private final String name;
  private final String project;
  private final String region;
  private final Provider standard;
  private final Map<String, Provider> pinned = new TreeMap<>();

  private Providers(String name, String project, String region) {
    this.name = name;
    this.project = project;
    this.region = region;
    this.standard = provider(name, CustomResourceOptions.Empty);
  }

  /**
   * The providers of an environment.
   *
   * @param name of the one of the SDK's version; the others begin with it
   */
  public static Providers of(String name, Environment environment) {
    return new Providers(name, environment.account(), environment.region());
  }

  private Provider provider(String resourceName, CustomResourceOptions options) {
    return new Provider(
        resourceName, ProviderArgs.builder().project(project).region(region).build(), options);
  }

  /** Of the SDK's version. */
  public Provider standard() {
    return standard;
  }

  /** Of the plugin's version that first carries the type. */
  public Provider carrying(RawType type) {
    return pinned.computeIfAbsent(
        type.plugin(),
        version ->
            provider(
                name + "-" + version.replace('.', '-'),
                CustomResourceOptions.builder().version(version).build()));
  }

  /** Options of a component whose children use the provider of the SDK's version. */
  public ComponentResourceOptions options() {
    return ComponentResourceOptions.builder().providers(standard).build();
  }
}
