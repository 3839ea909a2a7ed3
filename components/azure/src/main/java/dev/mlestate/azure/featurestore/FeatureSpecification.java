package dev.mlestate.azure.featurestore;

import com.pulumi.core.Output;
import dev.mlestate.model.FeatureGroup;
import dev.mlestate.model.FeatureType;
import dev.mlestate.planning.ShortNames;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.pulumi.JsonDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The features of a group in the words of Azure Machine Learning's feature set specification ("CLI
 * (v2) feature set specification YAML schema", read 2026-11-24), written as JSON, which is YAML
 * too.
 */
final class FeatureSpecification {
  private FeatureSpecification() {}

  /**
   * The text of a FeatureSetSpec.yaml.
   *
   * @param source folder of the group's Parquet files, such as abfss://…/users
   */
  static Output<String> text(FeatureGroup group, Output<String> source) {
    return JsonDocument.of(
        Map.of(
            "$schema",
            "http://azureml/sdk-2-0/FeatureSetSpec.json",
            "source",
            Map.of(
                "type",
                "parquet",
                "path",
                source.applyValue(folder -> folder + "/*.parquet"),
                "timestamp_column",
                Map.of("name", group.eventTime())),
            "features",
            columns(features(group)),
            "index_columns",
            columns(Map.of(group.entityId(), FeatureType.STRING))));
  }

  /**
   * A version of the group's definition: what is defined alike has the same, and anything else
   * another, since Azure never changes a version.
   */
  static String version(FeatureGroup group) {
    StringBuilder text = new StringBuilder(group.entityId()).append(' ').append(group.eventTime());
    features(group)
        .forEach((name, type) -> text.append('\n').append(name).append(' ').append(word(type)));
    return ShortNames.hash(8, text.toString());
  }

  /**
   * The features beside entity and time.
   *
   * @throws ProblemException if Azure takes no such features
   */
  private static Map<String, FeatureType> features(FeatureGroup group) {
    Map<String, FeatureType> features = new LinkedHashMap<>(group.features());
    if (features.remove(group.eventTime()) == FeatureType.INT) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          List.of(
              Problem.of(
                  "featureStore.groups." + group.name() + ".features." + group.eventTime(),
                  "the event time cannot be an int",
                  "use string (ISO 8601)")));
    }
    features.remove(group.entityId());
    return features;
  }

  private static List<Map<String, String>> columns(Map<String, FeatureType> features) {
    List<Map<String, String>> columns = new ArrayList<>();
    features.forEach((name, type) -> columns.add(Map.of("name", name, "type", word(type))));
    return columns;
  }

  private static String word(FeatureType type) {
    return switch (type) {
      case INT -> "long";
      case DOUBLE -> "double";
      case STRING -> "string";
    };
  }
}
