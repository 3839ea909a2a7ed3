package dev.mlestate.aws.identity;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.core.Output;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.iam.PolicyDocument;
import dev.mlestate.aws.iam.Statement;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import dev.mlestate.pulumi.Names;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A role for each directory group. It may be assumed by who carries the group's address as the
 * principal tag {@code group}, which the identity provider sets at sign-in (IAM User Guide,
 * "Controlling access for IAM principals"; general knowledge, not read). The role itself allows
 * nothing: clusters and the data lake grant to it.
 */
public final class AccessRoles extends EstateComponent {
  private static final int ROLE_NAME_LENGTH = 64;

  private final Map<String, Role> roles = new TreeMap<>();

  private AccessRoles(Builder builder) {
    super("mlestate:aws:AccessRoles", builder);
    AwsAccount account = ComponentBuilder.required(builder.account, "account");
    builder.groups.forEach((group, address) -> roles.put(group, role(group, address, account)));
    Map<String, Output<?>> outputs = new TreeMap<>();
    roles.forEach((group, role) -> outputs.put(group, role.arn()));
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The name of a group's role, known before it exists. */
  public static String roleName(String componentName, String group) {
    return Names.limited(ROLE_NAME_LENGTH, componentName + "-" + hyphenated(group));
  }

  private Role role(String group, String address, AwsAccount account) {
    return new Role(
        child(hyphenated(group)),
        RoleArgs.builder()
            .name(roleName(componentName(), group))
            .description("Taken by members of " + address)
            .assumeRolePolicy(
                PolicyDocument.of(
                        Statement.allow("Group")
                            .aws(account.root())
                            .actions("sts:AssumeRole")
                            .condition("StringEquals", "aws:PrincipalTag/group", address))
                    .json())
            .tags(tags())
            .build(),
        parented());
  }

  private static String hyphenated(String group) {
    return group.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** The roles by the name of the group in the environment file, such as dataScientists. */
  public Map<String, Role> roles() {
    return Collections.unmodifiableMap(roles);
  }

  /** The roles' ARNs by the name of the group. */
  public Map<String, Output<String>> roleArns() {
    Map<String, Output<String>> arns = new TreeMap<>();
    roles.forEach((group, role) -> arns.put(group, role.arn()));
    return arns;
  }

  /** Builds {@link AccessRoles}; the account is required. */
  public static final class Builder extends ComponentBuilder<AccessRoles, Builder> {
    private @Nullable AwsAccount account;
    private Map<String, String> groups = Map.of();

    private Builder(String name) {
      super(name);
    }

    /** Whose principals may take the roles. */
    public Builder account(AwsAccount value) {
      account = value;
      return this;
    }

    /** Addresses of directory groups by name. Default: none. */
    public Builder groups(Map<String, String> value) {
      groups = new TreeMap<>(value);
      return this;
    }

    @Override
    public AccessRoles build() {
      return new AccessRoles(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
