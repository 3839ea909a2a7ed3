package dev.mlestate.azure.audit;

import com.pulumi.azurenative.insights.DiagnosticSetting;
import com.pulumi.azurenative.insights.DiagnosticSettingArgs;
import com.pulumi.azurenative.insights.SubscriptionDiagnosticSetting;
import com.pulumi.azurenative.insights.SubscriptionDiagnosticSettingArgs;
import com.pulumi.azurenative.insights.inputs.LogSettingsArgs;
import com.pulumi.azurenative.insights.inputs.SubscriptionLogSettingsArgs;
import com.pulumi.core.Output;
import dev.mlestate.azure.component.AzureBuilder;
import dev.mlestate.azure.component.AzureComponent;
import dev.mlestate.azure.monitoring.LogDestination;
import dev.mlestate.azure.network.PrivateService;
import dev.mlestate.azure.storage.Immutability;
import dev.mlestate.azure.storage.SecureStorageAccount;
import dev.mlestate.azure.storage.StorageRetention;
import dev.mlestate.model.Audit;
import dev.mlestate.model.KeyDomain;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that happens in the subscription, and every use of some resources, in a storage
 * account of its own that cannot be changed, and where one searches.
 *
 * <pre>{@code
 * AuditTrail audit =
 *     AuditTrail.builder("vision-dev-audit")
 *         .subscription(subscription)
 *         .resourceGroup(group)
 *         .network(network)
 *         .logs(logs)
 *         .build();
 * }</pre>
 */
public final class AuditTrail extends AzureComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:azure:AuditTrail";

  /** Azure Monitor documentation, "Azure activity log event schema: Categories"; not read. */
  private static final List<String> ACTIVITIES =
      List.of(
          "Administrative",
          "Alert",
          "Autoscale",
          "Policy",
          "Recommendation",
          "ResourceHealth",
          "Security",
          "ServiceHealth");

  /** Every resource type's own logs. */
  private static final String ALL = "allLogs";

  private final SecureStorageAccount storage;
  private final SubscriptionDiagnosticSetting activity;
  private final Map<String, DiagnosticSetting> resources = new TreeMap<>();

  private AuditTrail(Builder builder) {
    super(TYPE, builder);
    storage =
        SecureStorageAccount.builder(componentName())
            .subscription(subscription())
            .resourceGroup(resourceGroup())
            .network(builder.network())
            .keys(builder.keys())
            .domain(KeyDomain.LOGS)
            // Azure Monitor writes to no account with a hierarchical namespace.
            .hierarchical(false)
            .services(PrivateService.BLOB)
            .retention(StorageRetention.everything(builder.retentionDays))
            .immutability(new Immutability(builder.retentionDays, builder.locked()))
            .tags(tags())
            .options(parentedComponent())
            .build();
    activity = activity(builder.logs);
    for (Watched watched : builder.watched) {
      resources.put(watched.name(), setting(watched, builder.logs));
    }
    complete(Map.of("bucketUri", bucketUri()));
  }

  /**
   * Starts an audit trail.
   *
   * @param name of the trail, such as vision-dev-audit
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  public SecureStorageAccount storage() {
    return storage;
  }

  /** Such as https://visiondevaudit3f2a1b.blob.core.windows.net/. */
  public Output<String> bucketUri() {
    return storage.name().applyValue(name -> "https://" + name + ".blob.core.windows.net/");
  }

  /** What happens in the subscription. */
  public SubscriptionDiagnosticSetting activity() {
    return activity;
  }

  /** By the watched resource's name. */
  public Map<String, DiagnosticSetting> resources() {
    return Collections.unmodifiableMap(resources);
  }

  private SubscriptionDiagnosticSetting activity(Optional<LogDestination> logs) {
    var args =
        SubscriptionDiagnosticSettingArgs.builder()
            .name(componentName())
            .storageAccountId(storage.id())
            .logs(
                ACTIVITIES.stream()
                    .map(
                        category ->
                            SubscriptionLogSettingsArgs.builder()
                                .category(category)
                                .enabled(true)
                                .build())
                    .toList());
    logs.ifPresent(destination -> args.workspaceId(destination.workspaceId()));
    return new SubscriptionDiagnosticSetting(
        child("activity"), args.build(), parentedDeleteFirst(storage));
  }

  private DiagnosticSetting setting(Watched watched, Optional<LogDestination> logs) {
    var args =
        DiagnosticSettingArgs.builder()
            .name(componentName())
            .resourceUri(watched.id())
            .storageAccountId(storage.id())
            .logs(LogSettingsArgs.builder().categoryGroup(ALL).enabled(true).build());
    logs.ifPresent(destination -> args.workspaceId(destination.workspaceId()));
    return new DiagnosticSetting(child(watched.name()), args.build(), parentedDeleteFirst(storage));
  }

  /** Builds an {@link AuditTrail}. */
  public static final class Builder extends AzureBuilder<AuditTrail, Builder> {
    private int retentionDays = 365;
    private boolean immutable = true;
    private boolean disposable;
    private Optional<LogDestination> logs = Optional.empty();
    private List<Watched> watched = List.of();

    private Builder(String name) {
      super(name);
    }

    /** Days that the trail cannot be changed, and after which it goes. Default: 365. */
    public Builder retentionDays(int value) {
      retentionDays = value;
      return this;
    }

    /** Whether nobody at all can lift that; else an owner of the account can. Default: true. */
    public Builder immutable(boolean value) {
      immutable = value;
      return this;
    }

    /** Retention and immutability as the environment file has them. */
    public Builder audit(Audit value) {
      return retentionDays(value.retentionDays()).immutable(value.immutable());
    }

    /** Whether the trail may go with its environment; then an owner can lift the policy. */
    public Builder disposable(boolean value) {
      disposable = value;
      return this;
    }

    /** Where events can be searched too. Default: nowhere. */
    public Builder logs(LogDestination value) {
      logs = Optional.of(value);
      return this;
    }

    /** What else is recorded than what happens in the subscription. Default: nothing. */
    public Builder watched(List<Watched> value) {
      watched = List.copyOf(value);
      return this;
    }

    private boolean locked() {
      return immutable && !disposable;
    }

    @Override
    public AuditTrail build() {
      return new AuditTrail(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
