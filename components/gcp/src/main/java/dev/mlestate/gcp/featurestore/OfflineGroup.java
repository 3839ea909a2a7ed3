package dev.mlestate.gcp.featurestore;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import dev.mlestate.pulumi.RawResource;
import java.util.List;
import java.util.Map;

/** Features of one kind of entity: a table or view of BigQuery, as Vertex AI knows it. */
public final class OfflineGroup extends RawResource {
  private final String groupName;

  OfflineGroup(
      String resourceName, Args args, ProviderResource provider, CustomResourceOptions options) {
    super(FeatureTypes.GROUP, resourceName, args, provider, options);
    groupName = args.name;
  }

  /** What Vertex AI calls it, once it exists. */
  public Output<String> name() {
    return id().applyValue(id -> groupName);
  }

  static final class Args extends ResourceArgs {
    @Import(name = "name")
    final String name;

    @Import(name = "region")
    final String region;

    @Import(name = "description")
    final String description;

    @Import(name = "labels")
    final Map<String, String> labels;

    @Import(name = "bigQuery")
    final BigQuery bigQuery;

    Args(
        String name,
        String region,
        String description,
        Map<String, String> labels,
        Output<String> inputUri,
        String entityIdColumn) {
      this.name = name;
      this.region = region;
      this.description = description;
      this.labels = labels;
      this.bigQuery = new BigQuery(new Source(inputUri), List.of(entityIdColumn));
    }
  }

  static final class BigQuery extends ResourceArgs {
    @Import(name = "bigQuerySource", required = true)
    final Source bigQuerySource;

    @Import(name = "entityIdColumns")
    final List<String> entityIdColumns;

    BigQuery(Source bigQuerySource, List<String> entityIdColumns) {
      this.bigQuerySource = bigQuerySource;
      this.entityIdColumns = entityIdColumns;
    }
  }

  static final class Source extends ResourceArgs {
    @Import(name = "inputUri", required = true)
    final Output<String> inputUri;

    Source(Output<String> inputUri) {
      this.inputUri = inputUri;
    }
  }
}
