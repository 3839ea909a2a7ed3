package dev.mlestate.simulated;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.simulated.aws.AwsCloud;
import dev.mlestate.simulated.provider.ProviderService;
import dev.mlestate.simulated.record.CloudRecord;
import dev.mlestate.simulated.schema.SchemaFile;
import io.grpc.BindableService;
import java.util.List;
import java.util.Optional;

/**
 * An AWS account that exists only in a folder: it takes what pulumi/aws 6.83.0 declares, answers as
 * the AWS provider and AWS do, and forgets nothing.
 */
public final class SimulatedAws {
  private final CloudRecord record;
  private final String account;

  private SimulatedAws(CloudRecord record, String account) {
    this.record = record;
    this.account = account;
  }

  /**
   * Opens an account's record, or begins it.
   *
   * @throws ProblemException if the record is damaged or cannot be written, belongs to another
   *     account, or no account is known at its first use
   */
  public static SimulatedAws open(SimulatedAwsOptions options) {
    CloudRecord record = CloudRecord.open(options.recordDirectory(), "aws");
    return record.exclusively(
        () -> {
          String account = account(record, options.account(), options.recordDirectory().toString());
          record.addExisting(options.existing());
          return new SimulatedAws(record, account);
        });
  }

  private static String account(CloudRecord record, Optional<String> wanted, String folder) {
    Optional<String> recorded = record.account();
    if (wanted.isPresent() && !wanted.get().matches("[0-9]{12}")) {
      throw problem(
          folder,
          "\"%s\" is no AWS account: it has twelve digits".formatted(wanted.get()),
          "set MLESTATE_SIMULATED_ACCOUNT to twelve digits");
    }
    if (recorded.isPresent() && wanted.isPresent() && !wanted.equals(recorded)) {
      throw problem(
          folder,
          "the simulated AWS in %s is account %s, not %s"
              .formatted(folder, recorded.get(), wanted.get()),
          "use another folder for another account");
    }
    if (recorded.isEmpty()) {
      if (wanted.isEmpty()) {
        throw problem(
            folder,
            "the simulated AWS in %s is new and belongs to no account yet".formatted(folder),
            "set MLESTATE_SIMULATED_ACCOUNT to twelve digits");
      }
      record.setAccount(wanted.get());
    }
    return recorded.or(() -> wanted).orElseThrow();
  }

  private static ProblemException problem(String folder, String reason, String remedy) {
    return new ProblemException(ErrorKind.AUTHENTICATION, Problem.of(folder, reason, remedy));
  }

  /** The account's number. */
  public String account() {
    return account;
  }

  /** A new provider of the account, to be configured by the engine that serves it. */
  public BindableService provider() {
    return new ProviderService(new AwsCloud(SchemaFile.aws(), record, account));
  }

  /** Everything that exists, in the order in which it was made. */
  public List<ExistingResource> inventory() {
    return record.all().stream()
        .filter(AwsCloud::exists)
        .map(each -> new ExistingResource(each.type(), each.scope(), each.id(), each.urn()))
        .toList();
  }

  /** KMS keys that wait for their deletion: what a destroyed environment leaves over. */
  public List<ExistingResource> pendingDeletions() {
    return record.all().stream()
        .filter(each -> !AwsCloud.exists(each))
        .map(each -> new ExistingResource(each.type(), each.scope(), each.id(), each.urn()))
        .toList();
  }
}
