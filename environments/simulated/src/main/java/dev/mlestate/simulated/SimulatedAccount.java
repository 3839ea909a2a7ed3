package dev.mlestate.simulated;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.simulated.cloud.CloudProfile;
import dev.mlestate.simulated.cloud.Remainder;
import dev.mlestate.simulated.cloud.SimulatedCloud;
import dev.mlestate.simulated.fault.FaultPlan;
import dev.mlestate.simulated.provider.TokenService;
import dev.mlestate.simulated.record.CloudRecord;
import dev.mlestate.simulated.record.RecordedResource;
import io.grpc.BindableService;
import java.util.List;
import java.util.Optional;

/** An account, project or subscription of a cloud that exists only in a folder. */
public final class SimulatedAccount {
  private final CloudProfile profile;
  private final CloudRecord record;
  private final String account;

  private SimulatedAccount(CloudProfile profile, CloudRecord record, String account) {
    this.profile = profile;
    this.record = record;
    this.account = account;
  }

  /**
   * What an account's id looks like.
   *
   * @param cloud the cloud as people call it, such as AWS
   * @param name what the cloud calls an account, such as project
   * @param pattern a regular expression
   * @param description the pattern in words, such as twelve digits
   */
  record AccountForm(String cloud, String name, String pattern, String description) {}

  static SimulatedAccount open(CloudProfile profile, CloudOptions options, AccountForm form) {
    CloudRecord record = CloudRecord.open(options.recordDirectory(), profile.packageName());
    return record.exclusively(
        () -> {
          String account =
              account(record, options.account(), options.recordDirectory().toString(), form);
          record.addExisting(options.existing());
          return new SimulatedAccount(profile, record, account);
        });
  }

  private static String account(
      CloudRecord record, Optional<String> wanted, String folder, AccountForm form) {
    Optional<String> recorded = record.account();
    String remedy = "set MLESTATE_SIMULATED_ACCOUNT to " + form.description();
    if (wanted.isPresent() && !wanted.get().matches(form.pattern())) {
      throw problem(
          folder,
          "\"%s\" is no %s %s: it has %s"
              .formatted(wanted.get(), form.cloud(), form.name(), form.description()),
          remedy);
    }
    if (recorded.isPresent() && wanted.isPresent() && !wanted.equals(recorded)) {
      throw problem(
          folder,
          "the simulated %s in %s is %s %s, not %s"
              .formatted(form.cloud(), folder, form.name(), recorded.get(), wanted.get()),
          "use another folder for another " + form.name());
    }
    if (recorded.isEmpty()) {
      if (wanted.isEmpty()) {
        throw problem(
            folder,
            "the simulated %s in %s is new and belongs to no %s yet"
                .formatted(form.cloud(), folder, form.name()),
            remedy);
      }
      record.setAccount(wanted.get());
    }
    return recorded.or(() -> wanted).orElseThrow();
  }

  private static ProblemException problem(String folder, String reason, String remedy) {
    return new ProblemException(ErrorKind.AUTHENTICATION, Problem.of(folder, reason, remedy));
  }

  /** The account's number, the project's id or the subscription's. */
  public String account() {
    return account;
  }

  /** The package of the cloud's provider, such as {@code aws}. */
  public String packageName() {
    return profile.packageName();
  }

  /** A new provider of the account, to be configured by the engine that serves it. */
  public BindableService provider() {
    return provider(FaultPlan.none());
  }

  /** A new provider, in which faults come. */
  public BindableService provider(FaultPlan faults) {
    return new TokenService(
        faults.around(
            new SimulatedCloud(profile, record, account), profile.packageName(), account, record));
  }

  /** Everything that exists, in the order in which it was made. */
  public List<ExistingResource> inventory() {
    return record.all().stream().filter(Remainder::exists).map(SimulatedAccount::named).toList();
  }

  /**
   * What was deleted but stays, for good or for a while: all that a destroyed environment leaves
   * over.
   */
  public List<Leftover> leftovers() {
    return record.all().stream()
        .flatMap(
            each ->
                Remainder.reason(each).map(reason -> new Leftover(named(each), reason)).stream())
        .toList();
  }

  private static ExistingResource named(RecordedResource each) {
    return new ExistingResource(each.type(), each.scope(), each.id(), each.urn());
  }
}
