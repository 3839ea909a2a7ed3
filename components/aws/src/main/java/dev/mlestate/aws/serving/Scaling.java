package dev.mlestate.aws.serving;

import com.pulumi.aws.appautoscaling.Policy;
import com.pulumi.aws.appautoscaling.PolicyArgs;
import com.pulumi.aws.appautoscaling.Target;
import com.pulumi.aws.appautoscaling.TargetArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationArgs;
import com.pulumi.aws.appautoscaling.inputs.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.model.Replicas;
import java.util.Map;

/** Keeps as many instances as the requests want. */
record Scaling(Target target, Policy policy) {
  private static final String DIMENSION = "sagemaker:variant:DesiredInstanceCount";
  private static final String SERVICE = "sagemaker";

  /** An instance takes minutes to come, so it goes later than it came. */
  private static final int OUT_COOLDOWN_SECONDS = 60;

  private static final int IN_COOLDOWN_SECONDS = 300;

  static Scaling create(
      String name,
      Output<String> endpoint,
      Replicas replicas,
      double requestsPerMinute,
      Map<String, String> tags,
      CustomResourceOptions options) {
    int least = Math.max(1, replicas.min());
    Target target =
        new Target(
            name,
            TargetArgs.builder()
                .serviceNamespace(SERVICE)
                .scalableDimension(DIMENSION)
                .resourceId(
                    endpoint.applyValue(
                        id -> "endpoint/" + id + "/variant/" + EndpointParts.VARIANT))
                .minCapacity(least)
                .maxCapacity(Math.max(least, replicas.max()))
                .tags(tags)
                .build(),
            options);
    Policy policy =
        new Policy(
            name,
            PolicyArgs.builder()
                .name(name)
                .policyType("TargetTrackingScaling")
                .serviceNamespace(target.serviceNamespace())
                .scalableDimension(target.scalableDimension())
                .resourceId(target.resourceId())
                .targetTrackingScalingPolicyConfiguration(
                    PolicyTargetTrackingScalingPolicyConfigurationArgs.builder()
                        .predefinedMetricSpecification(
                            PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                                .builder()
                                .predefinedMetricType("SageMakerVariantInvocationsPerInstance")
                                .build())
                        .targetValue(requestsPerMinute)
                        .scaleOutCooldown(OUT_COOLDOWN_SECONDS)
                        .scaleInCooldown(IN_COOLDOWN_SECONDS)
                        .build())
                .build(),
            options);
    return new Scaling(target, policy);
  }
}
