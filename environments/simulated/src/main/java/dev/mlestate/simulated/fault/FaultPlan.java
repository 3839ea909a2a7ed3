package dev.mlestate.simulated.fault;

import dev.mlestate.simulated.provider.Cloud;
import dev.mlestate.simulated.provider.ResourceRequest;
import dev.mlestate.simulated.record.CloudRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The faults of one command, and how often each has come. Shared by all providers of the command,
 * so that running the program again within it does not begin anew.
 */
public final class FaultPlan {
  /** One call of one resource under one fault. */
  private record Count(int fault, Call call, String urn) {}

  private final List<Fault> faults;
  private final Sleeper sleeper;
  private final Map<Count, Integer> counts = new HashMap<>();
  private final Set<Integer> met = new HashSet<>();

  /**
   * A plan of faults, of which nothing has come yet.
   *
   * @param sleeper what a slow creation waits with
   */
  public FaultPlan(List<Fault> faults, Sleeper sleeper) {
    this.faults = List.copyOf(faults);
    this.sleeper = sleeper;
  }

  /** A plan in which all goes well. */
  public static FaultPlan none() {
    return new FaultPlan(List.of(), Sleeper.REAL);
  }

  /** The faults that no call has met so far, as they were written. */
  public synchronized List<String> unmet() {
    List<String> unmet = new ArrayList<>();
    for (int i = 0; i < faults.size(); i++) {
      if (!met.contains(i)) {
        unmet.add(faults.get(i).text());
      }
    }
    return unmet;
  }

  /**
   * A cloud in which these faults come.
   *
   * @param packageName whose words to use, such as {@code aws}
   * @param account the account, project or subscription
   */
  public Cloud around(Cloud cloud, String packageName, String account, CloudRecord record) {
    return faults.isEmpty()
        ? cloud
        : new FaultyCloud(
            cloud, this, Voice.of(packageName, account), new MachineRequests(record, packageName));
  }

  /** The first fault that comes with a call, counted. */
  synchronized Optional<Trouble> next(
      Call call, ResourceRequest resource, Predicate<Trouble> applies) {
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      if (fault.calls().matches(call, resource)
          && applies.test(fault.trouble())
          && counted(new Count(i, call, resource.urn()), fault)) {
        met.add(i);
        return Optional.of(fault.trouble());
      }
    }
    return Optional.empty();
  }

  private boolean counted(Count count, Fault fault) {
    int before = counts.getOrDefault(count, 0);
    if (fault.calls().times().isPresent() && before >= fault.calls().times().getAsInt()) {
      return false;
    }
    counts.put(count, before + 1);
    return true;
  }

  void sleep(Duration duration) throws InterruptedException {
    sleeper.sleep(duration);
  }
}
