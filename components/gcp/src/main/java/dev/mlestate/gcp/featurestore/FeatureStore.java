package dev.mlestate.gcp.featurestore;

import com.pulumi.core.Output;
import com.pulumi.gcp.bigquery.Dataset;
import com.pulumi.resources.Resource;
import dev.mlestate.gcp.component.GcpBuilder;
import dev.mlestate.gcp.component.GcpComponent;
import dev.mlestate.model.FeatureGroup;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.pulumi.ComponentBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Feature groups that are kept in BigQuery for training and, if wanted, in Bigtable for serving.
 *
 * <pre>{@code
 * FeatureStore store =
 *     FeatureStore.builder("vision-dev")
 *         .project(project)
 *         .providers(providers)
 *         .dataset(lake.zone("features").dataset())
 *         .groups(List.of(users))
 *         .build();
 * }</pre>
 *
 * <p>A feature that is added becomes a column; one that is removed, or changes its type, replaces
 * the table.
 */
public final class FeatureStore extends GcpComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:gcp:FeatureStore";

  /** Every hour: what is copied is paid for by its size. */
  private static final String SYNC_CRON = "TZ=UTC 0 * * * *";

  private final Map<String, OfflineGroup> groups = new LinkedHashMap<>();
  private final Map<String, FeatureTable> tables = new LinkedHashMap<>();
  private final Map<String, OnlineView> views = new LinkedHashMap<>();
  private final Optional<OnlineStore> online;

  private FeatureStore(Builder builder) {
    super(TYPE, builder);
    Dataset dataset = ComponentBuilder.required(builder.dataset, "dataset");
    online = builder.online ? Optional.of(onlineStore(builder)) : Optional.empty();
    for (FeatureGroup group : builder.groups) {
      create(group, dataset, builder);
    }
    Map<String, Output<?>> outputs = new TreeMap<>();
    groups.forEach((name, group) -> outputs.put(name, group.name()));
    complete(outputs);
  }

  /**
   * Starts a feature store.
   *
   * @param name prefix of the groups' names, such as vision-dev
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** By the name in the environment file, in its order. */
  public Map<String, OfflineGroup> groups() {
    return Collections.unmodifiableMap(groups);
  }

  /** Where the groups' values are, by the name in the environment file. */
  public Map<String, FeatureTable> tables() {
    return Collections.unmodifiableMap(tables);
  }

  /** What is served of the groups, by the name in the environment file. */
  public Map<String, OnlineView> views() {
    return Collections.unmodifiableMap(views);
  }

  /** Empty if the store is for training alone. */
  public Optional<OnlineStore> online() {
    return online;
  }

  /** What Vertex AI calls the groups, by the name in the environment file. */
  public Map<String, Output<String>> groupNames() {
    Map<String, Output<String>> names = new LinkedHashMap<>();
    groups.forEach((name, group) -> names.put(name, group.name()));
    return names;
  }

  private OnlineStore onlineStore(Builder builder) {
    return new OnlineStore(
        child("features"),
        new OnlineStore.Args(
            underscored(componentName()),
            project().region(),
            labels(),
            new OnlineStore.Nodes(builder.minNodes, builder.maxNodes),
            key(KeyDomain.DATA),
            builder.disposable),
        builder.carrying(FeatureTypes.ONLINE_STORE),
        parentedEncryptedDeleteFirst(KeyDomain.DATA));
  }

  private void create(FeatureGroup group, Dataset dataset, Builder builder) {
    FeatureColumns columns = FeatureColumns.of(group);
    String resource = child(group.name());
    String id = underscored(resource);
    FeatureTable table =
        FeatureTable.create(
            resource,
            underscored(group.name()),
            columns,
            dataset,
            project(),
            key(KeyDomain.DATA),
            labels(),
            parentedEncryptedDeleteFirst(KeyDomain.DATA));
    OfflineGroup offline =
        new OfflineGroup(
            resource,
            new OfflineGroup.Args(
                id,
                project().region(),
                "Features of " + group.name(),
                labels(),
                table.uri(project()),
                columns.entity()),
            builder.carrying(FeatureTypes.GROUP),
            parentedDeleteFirst());
    List<Resource> features = new ArrayList<>();
    for (String feature : columns.features().keySet()) {
      features.add(
          new GroupFeature(
              resource + "-" + feature,
              new GroupFeature.Args(feature, offline.name(), project().region(), labels()),
              builder.carrying(FeatureTypes.FEATURE),
              parentedDeleteFirst()));
    }
    groups.put(group.name(), offline);
    tables.put(group.name(), table);
    List<String> ids = List.copyOf(columns.features().keySet());
    if (!ids.isEmpty()) {
      online.ifPresent(
          store ->
              views.put(
                  group.name(),
                  new OnlineView(
                      resource,
                      new OnlineView.Args(
                          underscored(group.name()),
                          store.name(),
                          project().region(),
                          labels(),
                          SYNC_CRON,
                          offline.name(),
                          ids),
                      builder.carrying(FeatureTypes.VIEW),
                      parentedDeleteFirst(features))));
    }
  }

  /** Builds a {@link FeatureStore}. */
  public static final class Builder extends GcpBuilder<FeatureStore, Builder> {
    private @Nullable Dataset dataset;
    private boolean online = true;
    private boolean disposable;
    private int minNodes = 1;
    private int maxNodes = 3;
    private List<FeatureGroup> groups = List.of();

    private Builder(String name) {
      super(name);
    }

    /** Of the offline store. Required. */
    public Builder dataset(Dataset value) {
      dataset = value;
      return this;
    }

    /** Whether there is a low-latency store too. Default: true. */
    public Builder online(boolean value) {
      online = value;
      return this;
    }

    /**
     * Bounds of the online store's Bigtable nodes, each of which serves some ten thousand reads in
     * a second. Default: 1 to 3.
     *
     * @throws IllegalArgumentException if the most is beyond ten times the fewest
     */
    public Builder nodes(int fewest, int most) {
      if (fewest < 1 || most < fewest || most > 10 * fewest) {
        throw new IllegalArgumentException(
            "an online store has from 1 node to ten times its fewest, not "
                + fewest
                + " to "
                + most);
      }
      minNodes = fewest;
      maxNodes = most;
      return this;
    }

    /** Whether the online store goes with what is in it. Default: false. */
    public Builder disposable(boolean value) {
      disposable = value;
      return this;
    }

    /** The groups and their features. Default: none. */
    public Builder groups(List<FeatureGroup> value) {
      groups = List.copyOf(value);
      return this;
    }

    /** Groups as the environment file has them. */
    public Builder store(dev.mlestate.model.FeatureStore value) {
      return online(value.online()).groups(value.groups());
    }

    @Override
    public FeatureStore build() {
      return new FeatureStore(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
