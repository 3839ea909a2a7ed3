package dev.mlestate.aws.featurestore;

import com.pulumi.aws.sagemaker.inputs.FeatureGroupFeatureDefinitionArgs;
import dev.mlestate.model.FeatureGroup;
import dev.mlestate.model.FeatureType;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The features of a group in SageMaker's words, entity id and event time first. */
final class FeatureDefinitions {
  /**
   * SageMaker adds these itself (CloudFormation template reference, AWS::SageMaker::FeatureGroup
   * FeatureDefinition, read 2026-11-23).
   */
  private static final Set<String> RESERVED =
      Set.of("api_invocation_time", "is_deleted", "write_time");

  private FeatureDefinitions() {}

  /**
   * The definitions.
   *
   * @throws ProblemException if SageMaker takes no such features
   */
  static List<FeatureGroupFeatureDefinitionArgs> of(FeatureGroup group) {
    Map<String, FeatureType> types = new LinkedHashMap<>();
    types.put(group.entityId(), FeatureType.STRING);
    // ISO 8601; a number would be seconds since 1970.
    types.put(group.eventTime(), FeatureType.STRING);
    types.putAll(group.features());
    List<Problem> problems = problems(group, types);
    if (!problems.isEmpty()) {
      throw new ProblemException(ErrorKind.CONFIGURATION, problems);
    }
    List<FeatureGroupFeatureDefinitionArgs> definitions = new ArrayList<>();
    types.forEach(
        (name, type) ->
            definitions.add(
                FeatureGroupFeatureDefinitionArgs.builder()
                    .featureName(name)
                    .featureType(word(type))
                    .build()));
    return definitions;
  }

  private static List<Problem> problems(FeatureGroup group, Map<String, FeatureType> types) {
    List<Problem> problems = new ArrayList<>();
    String path = "featureStore.groups." + group.name();
    for (String name : types.keySet()) {
      if (RESERVED.contains(name)) {
        problems.add(
            Problem.of(
                path + ".features." + name, "SageMaker adds " + name + " itself", "rename it"));
      }
    }
    if (types.get(group.eventTime()) == FeatureType.INT) {
      problems.add(
          Problem.of(
              path + ".features." + group.eventTime(),
              "the event time cannot be an int",
              "use double (seconds since 1970) or string (ISO 8601)"));
    }
    return problems;
  }

  private static String word(FeatureType type) {
    return switch (type) {
      case INT -> "Integral";
      case DOUBLE -> "Fractional";
      case STRING -> "String";
    };
  }
}
