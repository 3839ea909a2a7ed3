package dev.mlestate.azure.cluster;

import dev.mlestate.azure.identity.BuiltInRole;
import java.util.List;

/**
 * What a directory group may do in a cluster (AKS documentation, "Use Azure role-based access
 * control for Kubernetes authorization"; general knowledge, not read).
 *
 * @param namespaces to which it is limited; empty for the whole cluster
 */
record GroupAccess(BuiltInRole role, List<String> namespaces) {
  GroupAccess {
    namespaces = List.copyOf(namespaces);
  }

  /** Groups of another name may look at the team namespaces, no more. */
  static GroupAccess of(String group, List<String> namespaces) {
    return switch (group) {
      case "mlEngineers" -> new GroupAccess(BuiltInRole.AKS_RBAC_ADMIN, namespaces);
      case "dataScientists" -> new GroupAccess(BuiltInRole.AKS_RBAC_WRITER, namespaces);
      case "auditors" -> new GroupAccess(BuiltInRole.AKS_RBAC_READER, List.of());
      default -> new GroupAccess(BuiltInRole.AKS_RBAC_READER, namespaces);
    };
  }
}
