package dev.mlestate.simulated.fault;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.diff.DiffAnswer;
import dev.mlestate.simulated.fault.Trouble.Denied;
import dev.mlestate.simulated.fault.Trouble.ErrorAfterCreation;
import dev.mlestate.simulated.fault.Trouble.Lag;
import dev.mlestate.simulated.fault.Trouble.NoCapacity;
import dev.mlestate.simulated.fault.Trouble.QuotaExceeded;
import dev.mlestate.simulated.fault.Trouble.SlowCreation;
import dev.mlestate.simulated.fault.Trouble.Throttling;
import dev.mlestate.simulated.provider.Cloud;
import dev.mlestate.simulated.provider.ResourceRequest;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A cloud in which faults come. A preview asks nothing of a cloud, so that none comes there. */
final class FaultyCloud implements Cloud {
  private final Cloud cloud;
  private final FaultPlan plan;
  private final Voice voice;
  private final MachineRequests machines;

  FaultyCloud(Cloud cloud, FaultPlan plan, Voice voice, MachineRequests machines) {
    this.cloud = cloud;
    this.plan = plan;
    this.voice = voice;
    this.machines = machines;
  }

  @Override
  public Made create(
      ResourceRequest resource, Obj inputs, Optional<String> token, boolean preview) {
    if (preview) {
      return cloud.create(resource, inputs, token, true);
    }
    refuse(Call.CREATE, resource, inputs);
    plan.next(Call.CREATE, resource, trouble -> trouble instanceof SlowCreation)
        .ifPresent(slow -> wait(resource, ((SlowCreation) slow).duration()));
    Made made = cloud.create(resource, inputs, token, false);
    if (plan.next(Call.CREATE, resource, trouble -> trouble instanceof ErrorAfterCreation)
        .isPresent()) {
      throw voice.internal();
    }
    return made;
  }

  /** What a token tells is not subject to the delay with which clouds show what they made. */
  @Override
  public Optional<RecordedResource> made(String token) {
    return cloud.made(token);
  }

  /** Waits as long as the cloud takes, or as the caller allows. */
  private void wait(ResourceRequest resource, Duration duration) {
    Duration allowed = resource.timeout();
    boolean tooLong = !allowed.isZero() && allowed.compareTo(duration) < 0;
    try {
      plan.sleep(tooLong ? allowed : duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CloudException(CloudException.Kind.INTERNAL, "the simulated cloud was stopped");
    }
    if (tooLong) {
      throw voice.timeout(resource, allowed);
    }
  }

  private void refuse(Call call, ResourceRequest resource, Obj inputs) {
    Optional<MachineRequest> machine = machines.of(resource.type(), inputs);
    plan.next(call, resource, trouble -> refuses(trouble, machine))
        .ifPresent(
            trouble -> {
              throw refusal(trouble, call, resource, machine);
            });
  }

  private static boolean refuses(Trouble trouble, Optional<MachineRequest> machine) {
    if (trouble instanceof NoCapacity scarce) {
      return machine.filter(request -> request.matches(scarce)).isPresent();
    }
    return !(trouble instanceof SlowCreation
        || trouble instanceof ErrorAfterCreation
        || trouble instanceof Lag);
  }

  private CloudException refusal(
      Trouble trouble, Call call, ResourceRequest resource, Optional<MachineRequest> machine) {
    if (trouble instanceof Throttling) {
      return voice.throttled(resource);
    }
    if (trouble instanceof QuotaExceeded) {
      return voice.quota(resource, machine);
    }
    if (trouble instanceof NoCapacity) {
      return voice.noCapacity(resource, machine.orElseThrow());
    }
    if (trouble instanceof Denied) {
      return voice.denied(call, resource);
    }
    return voice.timeout(resource, resource.timeout());
  }

  @Override
  public Optional<RecordedResource> read(ResourceRequest resource, String id) {
    refuse(Call.READ, resource, PropertyValues.EMPTY);
    return plan.next(Call.READ, resource, trouble -> trouble instanceof Lag).isPresent()
        ? Optional.empty()
        : cloud.read(resource, id);
  }

  @Override
  public Obj update(ResourceRequest resource, String id, Obj state, Obj inputs, boolean preview) {
    if (!preview) {
      refuse(Call.UPDATE, resource, inputs);
    }
    return cloud.update(resource, id, state, inputs, preview);
  }

  @Override
  public void delete(ResourceRequest resource, String id) {
    refuse(Call.DELETE, resource, PropertyValues.EMPTY);
    cloud.delete(resource, id);
  }

  @Override
  public String version() {
    return cloud.version();
  }

  @Override
  public List<CheckFailure> checkConfiguration(Obj settings) {
    return cloud.checkConfiguration(settings);
  }

  @Override
  public DiffAnswer diffConfiguration(Obj before, Obj after) {
    return cloud.diffConfiguration(before, after);
  }

  @Override
  public void configure(Obj settings) {
    cloud.configure(settings);
  }

  @Override
  public Checked check(ResourceRequest resource, Obj before, Obj inputs, byte[] seed) {
    return cloud.check(resource, before, inputs, seed);
  }

  @Override
  public DiffAnswer diff(ResourceRequest resource, String id, Obj state, Obj before, Obj after) {
    return cloud.diff(resource, id, state, before, after);
  }

  @Override
  public Obj invoke(String token, Obj arguments) {
    return cloud.invoke(token, arguments);
  }
}
