package dev.mlestate.gcp.featurestore;

import com.pulumi.core.Output;
import com.pulumi.gcp.bigquery.Dataset;
import com.pulumi.gcp.bigquery.Table;
import com.pulumi.gcp.bigquery.TableArgs;
import com.pulumi.gcp.bigquery.inputs.TableEncryptionConfigurationArgs;
import com.pulumi.gcp.bigquery.inputs.TableTimePartitioningArgs;
import com.pulumi.gcp.bigquery.inputs.TableViewArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.pulumi.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a group's values are kept, and the form in which Vertex AI reads them.
 *
 * @param table one row for each entity and time
 * @param view the same with the time under the name that Vertex AI looks for
 */
public record FeatureTable(Table table, Table view) {
  private static final String VIEW_ENDING = "_features";

  static FeatureTable create(
      String name,
      String tableId,
      FeatureColumns columns,
      Dataset dataset,
      GcpProject project,
      Optional<Output<String>> key,
      Map<String, String> labels,
      CustomResourceOptions options) {
    var args =
        TableArgs.builder()
            .datasetId(dataset.datasetId())
            .tableId(tableId)
            .description("Values of the features of " + name)
            .schema(schema(columns))
            .timePartitioning(
                TableTimePartitioningArgs.builder().type("DAY").field(columns.time()).build())
            .clusterings(columns.entity())
            .deletionProtection(false)
            .labels(labels);
    key.ifPresent(
        id ->
            args.encryptionConfiguration(
                TableEncryptionConfigurationArgs.builder().kmsKeyName(id).build()));
    Table table = new Table(name, args.build(), options);
    Table view =
        new Table(
            name + "-view",
            TableArgs.builder()
                .datasetId(dataset.datasetId())
                .tableId(tableId + VIEW_ENDING)
                .description("What Vertex AI reads of " + name)
                .view(
                    TableViewArgs.builder()
                        .query(query(columns, table, project))
                        .useLegacySql(false)
                        .build())
                .deletionProtection(false)
                .labels(labels)
                .build(),
            options);
    return new FeatureTable(table, view);
  }

  /** The view's address, such as bq://vision-dev-4821.vision_dev_features.users_features. */
  Output<String> uri(GcpProject project) {
    return Output.tuple(view.datasetId(), view.tableId())
        .applyValue(ids -> "bq://" + project.id() + "." + ids.t1 + "." + ids.t2);
  }

  private static Output<String> schema(FeatureColumns columns) {
    List<Map<String, String>> fields = new ArrayList<>();
    fields.add(field(columns.entity(), "STRING", "REQUIRED"));
    // BigQuery reads ISO 8601 into it.
    fields.add(field(columns.time(), "TIMESTAMP", "REQUIRED"));
    columns.features().forEach((column, type) -> fields.add(field(column, type, "NULLABLE")));
    return JsonDocument.of(fields);
  }

  private static Map<String, String> field(String name, String type, String mode) {
    return Map.of("name", name, "type", type, "mode", mode);
  }

  private static Output<String> query(FeatureColumns columns, Table table, GcpProject project) {
    String selected =
        columns.needsTimestamp()
            ? "*, `" + columns.time() + "` AS " + FeatureColumns.TIMESTAMP
            : "*";
    return Output.tuple(table.datasetId(), table.tableId())
        .applyValue(
            ids ->
                "SELECT "
                    + selected
                    + " FROM `"
                    + project.id()
                    + "."
                    + ids.t1
                    + "."
                    + ids.t2
                    + "`");
  }
}
