package dev.mlestate.azure.identity;

import com.pulumi.azurenative.authorization.RoleAssignment;
import com.pulumi.core.Output;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.azure.subscription.Concern;
import dev.mlestate.azure.subscription.ResourceGroups;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What directory groups may see of the estate itself: auditors how everything is set up, which is
 * not what it holds, engineers the logs. Clusters and the data lake grant their own roles. No group
 * is given anything on the subscription, and none may change anything but by these.
 */
public final class AccessRoles extends EstateComponent {
  private static final String AUDITORS = "auditors";
  private static final String ENGINEERS = "mlEngineers";

  private final AccessGroups groups;
  private final AzureSubscription subscription;
  private final Map<String, RoleAssignment> assignments = new TreeMap<>();

  private AccessRoles(Builder builder) {
    super("mlestate:azure:AccessRoles", builder);
    subscription = ComponentBuilder.required(builder.subscription, "subscription");
    groups = builder.groups;
    ResourceGroups resourceGroups =
        ComponentBuilder.required(builder.resourceGroups, "resourceGroups");
    for (Concern concern : Concern.values()) {
      grant(AUDITORS, concern, BuiltInRole.READER, resourceGroups);
    }
    grant(ENGINEERS, Concern.MONITORING, BuiltInRole.LOG_ANALYTICS_READER, resourceGroups);
    Map<String, Output<?>> outputs = new TreeMap<>();
    groups.groups().forEach((name, group) -> outputs.put(name, group.id()));
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private void grant(
      String name, Concern concern, BuiltInRole role, ResourceGroups resourceGroups) {
    groups
        .group(name)
        .ifPresent(
            group -> {
              String assignment = child(name + "-" + concern.word());
              assignments.put(
                  assignment,
                  RoleGrants.grant(
                      assignment,
                      role,
                      resourceGroups.group(concern).id(),
                      group,
                      subscription,
                      parented()));
            });
  }

  /** The assignments by name. */
  public Map<String, RoleAssignment> assignments() {
    return Collections.unmodifiableMap(assignments);
  }

  /** Builds {@link AccessRoles}; subscription and resource groups are required. */
  public static final class Builder extends ComponentBuilder<AccessRoles, Builder> {
    private @Nullable AzureSubscription subscription;
    private @Nullable ResourceGroups resourceGroups;
    private AccessGroups groups = AccessGroups.of(Map.of());

    private Builder(String name) {
      super(name);
    }

    /** Whose roles they are. */
    public Builder subscription(AzureSubscription value) {
      subscription = value;
      return this;
    }

    /** What the roles are for. */
    public Builder resourceGroups(ResourceGroups value) {
      resourceGroups = value;
      return this;
    }

    /** Who gets them. Default: nobody. */
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
