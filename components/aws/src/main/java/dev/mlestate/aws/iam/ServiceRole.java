package dev.mlestate.aws.iam;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.pulumi.Names;
import java.util.Map;

/**
 * A role that one service assumes on behalf of the account alone, and the one policy that it has.
 *
 * @param policy what needs the role's permissions depends on it
 */
public record ServiceRole(Role role, RolePolicy policy) {
  /** The longest name of a role (IAM User Guide, "IAM and AWS STS quotas", 2026-11-23). */
  private static final int MAX_NAME_LENGTH = 64;

  /**
   * Registers the role and its policy.
   *
   * @param service such as sagemaker.amazonaws.com
   * @param options parent of both
   */
  public static ServiceRole create(
      String name,
      String service,
      AwsAccount account,
      PolicyDocument permissions,
      Map<String, String> tags,
      CustomResourceOptions options) {
    Role role =
        new Role(
            name,
            RoleArgs.builder()
                .name(Names.limited(MAX_NAME_LENGTH, name))
                .assumeRolePolicy(PolicyDocument.of(Statement.trust(service, account)).json())
                .tags(tags)
                .build(),
            options);
    RolePolicy policy =
        new RolePolicy(
            name,
            RolePolicyArgs.builder()
                .name("permissions")
                .role(role.name())
                .policy(permissions.json())
                .build(),
            options);
    return new ServiceRole(role, policy);
  }

  public Output<String> arn() {
    return role.arn();
  }
}
