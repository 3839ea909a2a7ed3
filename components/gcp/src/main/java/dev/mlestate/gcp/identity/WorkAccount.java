package dev.mlestate.gcp.identity;

import com.pulumi.core.Output;
import com.pulumi.gcp.projects.IAMMember;
import com.pulumi.gcp.projects.IAMMemberArgs;
import com.pulumi.gcp.serviceaccount.Account;
import com.pulumi.gcp.serviceaccount.AccountArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.pulumi.Names;
import java.util.ArrayList;
import java.util.List;

/** A service account for one purpose, and what it may do in the project. It has no keys. */
public final class WorkAccount {
  /** IAM API reference, projects.serviceAccounts.create (general knowledge, not read). */
  private static final int ID_LENGTH = 30;

  private final String name;
  private final GcpProject project;
  private final CustomResourceOptions options;
  private final Account account;
  private final List<Resource> grants = new ArrayList<>();

  /**
   * Registers the account.
   *
   * @param name of the account; what is too long for its id ends in a hash
   * @param options of the account and of its grants
   */
  public WorkAccount(
      String name, String description, GcpProject project, CustomResourceOptions options) {
    this.name = name;
    this.project = project;
    this.options = options;
    account =
        new Account(
            name,
            AccountArgs.builder()
                .project(project.id())
                .accountId(Names.limited(ID_LENGTH, name))
                .displayName(name)
                .description(description)
                .build(),
            options);
  }

  /** Grants a role in the project, such as logging.logWriter. */
  public WorkAccount may(String role) {
    grants.add(
        new IAMMember(
            name + "-" + role.replace('.', '-'),
            IAMMemberArgs.builder()
                .project(project.id())
                .role("roles/" + role)
                .member(member())
                .build(),
            CustomResourceOptions.merge(
                options, CustomResourceOptions.builder().dependsOn(account).build())));
    return this;
  }

  /** The account as an IAM member; known before it exists. */
  public Output<String> member() {
    return Output.of("serviceAccount:" + address());
  }

  /** The account's address, once it exists. */
  public Output<String> email() {
    return account.email();
  }

  private String address() {
    return Names.limited(ID_LENGTH, name) + "@" + project.id() + ".iam.gserviceaccount.com";
  }

  public Account account() {
    return account;
  }

  /** What must be there before the account can do its work. */
  public List<Resource> grants() {
    return List.copyOf(grants);
  }
}
