package dev.mlestate.aws.iam;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.pulumi.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A role of a service with AWS's own policies or some of ours. */
public final class ServiceRole {
  /**
   * The longest name of a role (IAM User Guide, "IAM and AWS STS quotas"; general knowledge, not
   * read).
   */
  private static final int ROLE_NAME_LENGTH = 64;

  private final String name;
  private final CustomResourceOptions options;
  private final Role role;
  private final List<Resource> policies = new ArrayList<>();

  /**
   * Registers the role.
   *
   * @param trust who may take it
   * @param options parent of the role and of its policies
   */
  public ServiceRole(
      String name,
      String description,
      Statement trust,
      Map<String, String> tags,
      CustomResourceOptions options) {
    this.name = name;
    this.options = options;
    role =
        new Role(
            name,
            RoleArgs.builder()
                .name(Names.limited(ROLE_NAME_LENGTH, name))
                .description(description)
                .assumeRolePolicy(PolicyDocument.of(trust).json())
                .tags(tags)
                .build(),
            options);
  }

  /**
   * A role that one service assumes on behalf of the account alone, with one policy.
   *
   * @param service such as sagemaker.amazonaws.com
   */
  public static ServiceRole create(
      String name,
      String service,
      AwsAccount account,
      PolicyDocument permissions,
      Map<String, String> tags,
      CustomResourceOptions options) {
    return new ServiceRole(
            name, "Assumed by " + service, Statement.trust(service, account), tags, options)
        .inline("permissions", permissions);
  }

  /**
   * Trust for pods of one cluster (EKS User Guide, "EKS Pod Identity role"; general knowledge, not
   * read).
   */
  public static Statement trustPods(AwsAccount account, String cluster) {
    return Statement.allow("Pods")
        .service("pods.eks.amazonaws.com")
        .actions("sts:AssumeRole", "sts:TagSession")
        .condition("StringEquals", "aws:SourceAccount", account.id())
        .condition("ArnEquals", "aws:SourceArn", account.arn("eks", "cluster/" + cluster));
  }

  /** Attaches a policy that AWS manages. */
  public ServiceRole managed(String policy) {
    String suffix = policy.substring(policy.lastIndexOf('/') + 1);
    policies.add(
        new RolePolicyAttachment(
            name + "-" + suffix,
            RolePolicyAttachmentArgs.builder()
                .role(role.name())
                .policyArn("arn:aws:iam::aws:policy/" + policy)
                .build(),
            options));
    return this;
  }

  /** Adds a policy of ours. */
  public ServiceRole inline(String policyName, PolicyDocument document) {
    policies.add(
        new RolePolicy(
            name + "-" + policyName,
            RolePolicyArgs.builder()
                .name(policyName)
                .role(role.name())
                .policy(document.json())
                .build(),
            options));
    return this;
  }

  public Role role() {
    return role;
  }

  public Output<String> arn() {
    return role.arn();
  }

  /** What must be there before the role is of use. */
  public List<Resource> policies() {
    return List.copyOf(policies);
  }
}
