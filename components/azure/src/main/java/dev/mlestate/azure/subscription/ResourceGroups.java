package dev.mlestate.azure.subscription;

import com.pulumi.azurenative.resources.ResourceGroup;
import com.pulumi.azurenative.resources.ResourceGroupArgs;
import com.pulumi.core.Output;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A resource group for each concern. */
public final class ResourceGroups extends EstateComponent {
  private final Map<Concern, ResourceGroup> groups = new EnumMap<>(Concern.class);
  private final AzureSubscription subscription;

  private ResourceGroups(Builder builder) {
    super("mlestate:azure:ResourceGroups", builder);
    subscription = ComponentBuilder.required(builder.subscription, "subscription");
    for (Concern concern : Concern.values()) {
      groups.put(
          concern,
          new ResourceGroup(
              child(concern.word()),
              ResourceGroupArgs.builder()
                  .resourceGroupName(plainName(concern))
                  .location(subscription.location())
                  .tags(tags())
                  .build(),
              parented()));
    }
    Map<String, Output<?>> outputs = new TreeMap<>();
    groups.forEach((concern, group) -> outputs.put(concern.word(), group.name()));
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  public ResourceGroup group(Concern concern) {
    ResourceGroup group = groups.get(concern);
    if (group == null) {
      throw new IllegalStateException("no resource group for " + concern);
    }
    return group;
  }

  /** The group's name; what is made in the group depends on it by this. */
  public Output<String> name(Concern concern) {
    return group(concern).name();
  }

  /** The group's name, known before it exists: for ids, not for what is made in the group. */
  public String plainName(Concern concern) {
    return child(concern.word());
  }

  /**
   * The resource id of something in a group, known before it exists.
   *
   * @param type such as Microsoft.KeyVault/vaults
   */
  public String path(Concern concern, String type, String name) {
    return subscription.resourcePath(plainName(concern), type, name);
  }

  /** Builds {@link ResourceGroups}; the subscription is required. */
  public static final class Builder extends ComponentBuilder<ResourceGroups, Builder> {
    private @Nullable AzureSubscription subscription;

    private Builder(String name) {
      super(name);
    }

    /** Where the groups are. */
    public Builder subscription(AzureSubscription value) {
      subscription = value;
      return this;
    }

    @Override
    public ResourceGroups build() {
      return new ResourceGroups(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
