package dev.mlestate.kubernetes;

import static dev.mlestate.kubernetes.PluginPermissions.rule;

import com.pulumi.kubernetes.core.v1.ServiceAccount;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.rbac.v1.Role;
import com.pulumi.kubernetes.rbac.v1.RoleArgs;
import com.pulumi.kubernetes.rbac.v1.RoleBinding;
import com.pulumi.kubernetes.rbac.v1.RoleBindingArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.PolicyRuleArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.RoleRefArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;

/**
 * What the autoscaler reads and writes in the cluster (kubernetes/autoscaler,
 * cluster-autoscaler/cloudprovider/aws/examples of 1.22, read 2026-11-23; cron jobs, volume
 * attachments and resource.k8s.io, which came later, are general knowledge).
 */
final class AutoscalerPermissions {
  private static final String RBAC = "rbac.authorization.k8s.io";

  private AutoscalerPermissions() {}

  static ServiceAccount grant(
      String resourceName,
      String account,
      String namespace,
      String priorities,
      CustomResourceOptions options) {
    ServiceAccount serviceAccount =
        PluginPermissions.clusterWide(resourceName, account, namespace, clusterRules(), options);
    Role role =
        new Role(
            resourceName,
            RoleArgs.builder()
                .metadata(ObjectMetaArgs.builder().name(account).namespace(namespace).build())
                .rules(
                    rule("", List.of("configmaps"), "create", "list", "watch"),
                    named("configmaps", "cluster-autoscaler-status", priorities))
                .build(),
            options);
    new RoleBinding(
        resourceName,
        RoleBindingArgs.builder()
            .metadata(ObjectMetaArgs.builder().name(account).namespace(namespace).build())
            .roleRef(RoleRefArgs.builder().apiGroup(RBAC).kind("Role").name(account).build())
            .subjects(PluginPermissions.subject(account, namespace))
            .build(),
        CustomResourceOptions.merge(
            options, CustomResourceOptions.builder().dependsOn(role, serviceAccount).build()));
    return serviceAccount;
  }

  private static PolicyRuleArgs named(String resource, String... names) {
    return PolicyRuleArgs.builder()
        .apiGroups("")
        .resources(resource)
        .resourceNames(names)
        .verbs("delete", "get", "update", "watch")
        .build();
  }

  private static List<PolicyRuleArgs> clusterRules() {
    return List.of(
        rule("", List.of("events", "endpoints"), "create", "patch"),
        rule("", List.of("pods/eviction"), "create"),
        rule("", List.of("pods/status"), "update"),
        rule("", List.of("nodes"), "get", "list", "update", "watch"),
        rule(
            "",
            List.of(
                "namespaces",
                "persistentvolumeclaims",
                "persistentvolumes",
                "pods",
                "replicationcontrollers",
                "services"),
            "get",
            "list",
            "watch"),
        rule("apps", List.of("daemonsets", "replicasets", "statefulsets"), "get", "list", "watch"),
        rule("batch", List.of("cronjobs", "jobs"), "get", "list", "patch", "watch"),
        rule("policy", List.of("poddisruptionbudgets"), "list", "watch"),
        rule(
            "resource.k8s.io",
            List.of("deviceclasses", "resourceclaims", "resourceslices"),
            "get",
            "list",
            "watch"),
        rule(
            "storage.k8s.io",
            List.of(
                "csidrivers",
                "csinodes",
                "csistoragecapacities",
                "storageclasses",
                "volumeattachments"),
            "get",
            "list",
            "watch"),
        rule("coordination.k8s.io", List.of("leases"), "create", "get", "update"));
  }
}
