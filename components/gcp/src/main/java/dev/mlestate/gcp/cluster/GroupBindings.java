package dev.mlestate.gcp.cluster;

import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.rbac.v1.ClusterRoleBinding;
import com.pulumi.kubernetes.rbac.v1.ClusterRoleBindingArgs;
import com.pulumi.kubernetes.rbac.v1.RoleBinding;
import com.pulumi.kubernetes.rbac.v1.RoleBindingArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.RoleRefArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.SubjectArgs;
import com.pulumi.resources.Resource;
import dev.mlestate.gcp.identity.AccessGroups;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the directory's groups may do in a cluster: those who build and those who explore work in
 * the teams' namespaces, auditors look at everything. GKE knows the groups by their address where
 * they are members of the directory's group gke-security-groups.
 */
public final class GroupBindings extends EstateComponent {
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String CLUSTER_ROLE = "ClusterRole";

  private GroupBindings(Builder builder) {
    super("mlestate:gcp:GroupBindings", builder);
    builder.groups.members().forEach((group, member) -> bind(group, member, builder.namespaces));
    complete(Map.of());
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private void bind(String group, String member, Map<String, Resource> namespaces) {
    String address = member.substring(member.indexOf(':') + 1);
    switch (group) {
      case "mlEngineers" -> inNamespaces(group, address, "admin", namespaces);
      case "dataScientists" -> inNamespaces(group, address, "edit", namespaces);
      case "auditors" -> everywhere(group, address, "view");
      default -> inNamespaces(group, address, "view", namespaces);
    }
  }

  private void inNamespaces(
      String group, String address, String role, Map<String, Resource> namespaces) {
    namespaces.forEach(
        (namespace, made) ->
            new RoleBinding(
                child(namespace + "-" + group),
                RoleBindingArgs.builder()
                    .metadata(
                        ObjectMetaArgs.builder()
                            .name(objectName(group))
                            .namespace(namespace)
                            .build())
                    .roleRef(role(role))
                    .subjects(subject(address))
                    .build(),
                parentedAfter(made)));
  }

  private void everywhere(String group, String address, String role) {
    new ClusterRoleBinding(
        child(group),
        ClusterRoleBindingArgs.builder()
            .metadata(ObjectMetaArgs.builder().name(objectName(group)).build())
            .roleRef(role(role))
            .subjects(subject(address))
            .build(),
        parented());
  }

  private static String objectName(String group) {
    return "mlestate-" + group.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  private static RoleRefArgs role(String name) {
    return RoleRefArgs.builder().apiGroup(RBAC).kind(CLUSTER_ROLE).name(name).build();
  }

  private static SubjectArgs subject(String address) {
    return SubjectArgs.builder().apiGroup(RBAC).kind("Group").name(address).build();
  }

  /** Builds {@link GroupBindings}. Its options name the cluster's provider. */
  public static final class Builder extends ComponentBuilder<GroupBindings, Builder> {
    private AccessGroups groups = AccessGroups.of(Map.of());
    private Map<String, Resource> namespaces = Map.of();

    private Builder(String name) {
      super(name);
    }

    /** Who works in the cluster. Default: nobody. */
    public Builder groups(AccessGroups value) {
      groups = value;
      return this;
    }

    /** The namespaces in which groups work, by name. Default: none. */
    public Builder namespaces(Map<String, ? extends Resource> value) {
      namespaces = new TreeMap<>(value);
      return this;
    }

    @Override
    public GroupBindings build() {
      return new GroupBindings(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
