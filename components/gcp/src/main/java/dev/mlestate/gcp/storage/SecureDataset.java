package dev.mlestate.gcp.storage;

import com.pulumi.core.Output;
import com.pulumi.gcp.bigquery.Dataset;
import com.pulumi.gcp.bigquery.DatasetArgs;
import com.pulumi.gcp.bigquery.inputs.DatasetDefaultEncryptionConfigurationArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.gcp.project.GcpProject;
import java.util.Map;
import java.util.Optional;

/** Datasets of BigQuery in the project's region, whose tables are encrypted with one key. */
public final class SecureDataset {
  private SecureDataset() {}

  /**
   * Registers a dataset.
   *
   * @param datasetId letters, digits and underscores
   * @param key id of the customer's key; empty: one that Google manages
   * @param disposable whether deleting the dataset deletes its tables
   */
  public static Dataset create(
      String name,
      String datasetId,
      String description,
      GcpProject project,
      Optional<Output<String>> key,
      boolean disposable,
      Map<String, String> labels,
      CustomResourceOptions options) {
    var args =
        DatasetArgs.builder()
            .datasetId(datasetId)
            .friendlyName(name)
            .description(description)
            .location(project.region())
            .deleteContentsOnDestroy(disposable)
            .labels(labels);
    key.ifPresent(
        id ->
            args.defaultEncryptionConfiguration(
                DatasetDefaultEncryptionConfigurationArgs.builder().kmsKeyName(id).build()));
    return new Dataset(name, args.build(), options);
  }
}
