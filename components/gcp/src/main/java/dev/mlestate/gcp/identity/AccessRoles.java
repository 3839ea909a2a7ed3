package dev.mlestate.gcp.identity;

import com.pulumi.core.Output;
import com.pulumi.gcp.projects.IAMMember;
import com.pulumi.gcp.projects.IAMMemberArgs;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the directory's groups may do in the project as a whole: see the clusters that they work in
 * and the logs and metrics of their work. Clusters and stores grant to them by themselves. Nobody
 * gets a basic role (owner, editor, viewer).
 */
public final class AccessRoles extends EstateComponent {
  private static final List<String> WORK =
      List.of("roles/container.clusterViewer", "roles/logging.viewer", "roles/monitoring.viewer");

  private final AccessGroups groups;
  private final Map<String, List<IAMMember>> grants = new TreeMap<>();

  private AccessRoles(Builder builder) {
    super("mlestate:gcp:AccessRoles", builder);
    GcpProject project = ComponentBuilder.required(builder.project, "project");
    groups = builder.groups;
    groups.members().forEach((group, member) -> grant(group, member, project));
    Map<String, Output<?>> outputs = new TreeMap<>();
    groups.members().forEach((group, member) -> outputs.put(group, Output.of(member)));
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Groups of another name may look at the clusters' names, no more. */
  static List<String> roles(String group) {
    List<String> roles = new ArrayList<>();
    switch (group) {
      case "dataScientists" -> roles.addAll(WORK);
      case "mlEngineers" -> {
        roles.addAll(WORK);
        roles.add("roles/aiplatform.user");
      }
      case "auditors" ->
          roles.addAll(
              List.of(
                  "roles/container.clusterViewer",
                  "roles/iam.securityReviewer",
                  "roles/logging.privateLogViewer"));
      default -> roles.add("roles/container.clusterViewer");
    }
    return roles;
  }

  private void grant(String group, String member, GcpProject project) {
    List<IAMMember> made = new ArrayList<>();
    for (String role : roles(group)) {
      made.add(
          new IAMMember(
              child(hyphenated(group) + "-" + hyphenated(role.substring(role.indexOf('/') + 1))),
              IAMMemberArgs.builder().project(project.id()).role(role).member(member).build(),
              parented()));
    }
    grants.put(group, List.copyOf(made));
  }

  private static String hyphenated(String text) {
    return text.replace('.', '-').replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** The groups, for what grants to them by itself. */
  public AccessGroups groups() {
    return groups;
  }

  /** The project's grants by the group's name. */
  public Map<String, List<IAMMember>> grants() {
    return Collections.unmodifiableMap(grants);
  }

  /** Builds {@link AccessRoles}; the project is required. */
  public static final class Builder extends ComponentBuilder<AccessRoles, Builder> {
    private @Nullable GcpProject project;
    private AccessGroups groups = AccessGroups.of(Map.of());

    private Builder(String name) {
      super(name);
    }

    /** Where they work. */
    public Builder project(GcpProject value) {
      project = value;
      return this;
    }

    /** Who works there. Default: nobody. */
    public Builder groups(AccessGroups value) {
      groups = value;
      return this;
    }

    @Override
    public AccessRoles build() {
      return new AccessRoles(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
