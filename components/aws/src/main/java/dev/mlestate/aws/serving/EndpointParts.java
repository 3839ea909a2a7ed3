package dev.mlestate.aws.serving;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.network.LogRetention;
import java.util.Map;
import java.util.Optional;

/** What both kinds of endpoints have. */
final class EndpointParts {
  /** A configuration has one variant, and a new configuration must keep its name. */
  static final String VARIANT = "primary";

  /**
   * The longest name of models, configurations and endpoints (SageMaker API; general knowledge, not
   * read).
   */
  static final int MAX_NAME_LENGTH = 63;

  private EndpointParts() {}

  /** The log group that SageMaker would make itself, without key or end. */
  static LogGroup logGroup(
      String endpoint,
      int retentionDays,
      Optional<Output<String>> key,
      Map<String, String> tags,
      CustomResourceOptions options) {
    var args =
        LogGroupArgs.builder()
            .name("/aws/sagemaker/Endpoints/" + endpoint)
            .retentionInDays(LogRetention.atLeast(retentionDays))
            .tags(tags);
    key.ifPresent(args::kmsKeyId);
    return new LogGroup(endpoint, args.build(), options);
  }

  /** Where predictions are asked for. */
  static Output<String> url(AwsAccount account, Output<String> endpoint) {
    return endpoint.applyValue(
        name ->
            "https://runtime.sagemaker."
                + account.region()
                + ".amazonaws.com/endpoints/"
                + name
                + "/invocations");
  }
}
