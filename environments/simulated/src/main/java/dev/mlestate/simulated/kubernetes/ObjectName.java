package dev.mlestate.simulated.kubernetes;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By what an object is known in its cluster.
 *
 * @param namespace empty for what belongs to the cluster as a whole
 */
record ObjectName(Optional<String> namespace, String name) {
  static final String NAMESPACE = "kubernetes:core/v1:Namespace";

  private static final PropertyPath NAME = PropertyPath.parse("metadata.name");
  private static final PropertyPath IN = PropertyPath.parse("metadata.namespace");
  private static final Set<String> CLUSTER_SCOPED =
      DatedTable.rows(ObjectName.class, "cluster-scoped.txt", 1).stream()
          .map(List::iterator)
          .map(row -> row.next())
          .collect(Collectors.toUnmodifiableSet());

  static ObjectName of(String token, Obj inputs, String defaultNamespace) {
    String name = NAME.get(inputs).map(PropertyText::of).orElse("");
    if (name.isEmpty()) {
      throw new CloudException("metadata.name is missing or unknown: " + token);
    }
    Optional<String> namespace = Optional.empty();
    if (!clusterScoped(token)) {
      namespace =
          Optional.of(
              IN.get(inputs)
                  .map(PropertyText::of)
                  .filter(text -> !text.isEmpty())
                  .orElse(defaultNamespace));
    }
    return new ObjectName(namespace, name);
  }

  static String kind(String token) {
    return token.substring(token.lastIndexOf(':') + 1);
  }

  static boolean clusterScoped(String token) {
    return CLUSTER_SCOPED.contains(kind(token));
  }

  String id() {
    return namespace.map(space -> space + "/" + name).orElse(name);
  }
}
