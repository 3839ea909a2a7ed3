package dev.mlestate.kubernetes;

import com.pulumi.kubernetes.core.v1.ServiceAccount;
import com.pulumi.kubernetes.core.v1.ServiceAccountArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.rbac.v1.ClusterRole;
import com.pulumi.kubernetes.rbac.v1.ClusterRoleArgs;
import com.pulumi.kubernetes.rbac.v1.ClusterRoleBinding;
import com.pulumi.kubernetes.rbac.v1.ClusterRoleBindingArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.PolicyRuleArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.RoleRefArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.SubjectArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;

/** Service accounts and what they may do. */
final class PluginPermissions {
  private static final String RBAC = "rbac.authorization.k8s.io";

  private PluginPermissions() {}

  /**
   * What the Neuron plugin needs (Neuron SDK, k8s-neuron-device-plugin-rbac.yml, read 2026-11-23 in
   * public copies).
   */
  static void grant(
      String resourceName, String account, String namespace, CustomResourceOptions options) {
    clusterWide(
        resourceName,
        account,
        namespace,
        List.of(
            rule("", List.of("nodes"), "get", "list", "watch"),
            rule("", List.of("events"), "create", "patch"),
            rule("", List.of("pods"), "get", "list", "watch", "patch", "update"),
            rule("", List.of("nodes/status"), "patch", "update")),
        options);
  }

  static ServiceAccount clusterWide(
      String resourceName,
      String account,
      String namespace,
      List<PolicyRuleArgs> rules,
      CustomResourceOptions options) {
    ServiceAccount serviceAccount =
        new ServiceAccount(
            resourceName,
            ServiceAccountArgs.builder()
                .metadata(ObjectMetaArgs.builder().name(account).namespace(namespace).build())
                .build(),
            options);
    ClusterRole role =
        new ClusterRole(
            resourceName,
            ClusterRoleArgs.builder()
                .metadata(ObjectMetaArgs.builder().name(account).build())
                .rules(rules)
                .build(),
            options);
    new ClusterRoleBinding(
        resourceName,
        ClusterRoleBindingArgs.builder()
            .metadata(ObjectMetaArgs.builder().name(account).build())
            .roleRef(RoleRefArgs.builder().apiGroup(RBAC).kind("ClusterRole").name(account).build())
            .subjects(subject(account, namespace))
            .build(),
        CustomResourceOptions.merge(
            options, CustomResourceOptions.builder().dependsOn(role, serviceAccount).build()));
    return serviceAccount;
  }

  static SubjectArgs subject(String account, String namespace) {
    return SubjectArgs.builder().kind("ServiceAccount").name(account).namespace(namespace).build();
  }

  static PolicyRuleArgs rule(String group, List<String> resources, String... verbs) {
    return PolicyRuleArgs.builder().apiGroups(group).resources(resources).verbs(verbs).build();
  }
}
