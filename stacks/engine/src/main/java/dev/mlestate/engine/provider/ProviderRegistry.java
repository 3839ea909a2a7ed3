package dev.mlestate.engine.provider;

import dev.mlestate.engine.state.ProviderReference;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.PropertyDiff;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.Sentinels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The configured providers of a run, and what manages the provider resources themselves: to create
 * one is to configure an instance.
 */
public final class ProviderRegistry implements ResourceProvider, AutoCloseable {
  /** Keeps, among a provider's inputs, what is meant for the engine; the CLI writes it, too. */
  public static final String INTERNAL = "__internal";

  private static final String VERSION = "version";

  private final ProviderSource source;
  private final Supplier<String> ids;
  private final Retries retries;
  // Instances that passed Check and wait for their configuration, by URN.
  private final Map<String, ProviderClient> checked = new HashMap<>();
  private final Map<String, ProviderClient> configured = new HashMap<>();

  /**
   * A registry without providers.
   *
   * @param ids makes the ids of new provider resources
   * @param retries makes calls again that failed for a while
   */
  public ProviderRegistry(ProviderSource source, Supplier<String> ids, Retries retries) {
    this.source = source;
    this.ids = ids;
    this.retries = retries;
  }

  /** The provider of a reference; empty if this run has not configured it. */
  public synchronized Optional<ProviderClient> find(ProviderReference reference) {
    return Optional.ofNullable(configured.get(reference.toString()));
  }

  /** Configures a provider as the state has it, unless that has been done. */
  public synchronized ProviderClient load(ResourceState state) {
    String reference = new ProviderReference(state.urn(), state.id()).toString();
    @Nullable ProviderClient present = configured.get(reference);
    if (present != null) {
      return present;
    }
    ProviderClient client = connect(state.type(), state.inputs());
    client.configure(state.urn(), state.id(), filtered(state.inputs()));
    configured.put(reference, client);
    return client;
  }

  private ProviderClient connect(String type, Obj inputs) {
    String packageName = Urn.providerPackage(type);
    Optional<String> version = PropertyValues.get(inputs, VERSION).flatMap(PropertyValues::text);
    return new ProviderClient(
        source
            .connect(packageName, version)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ErrorKind.CONFIGURATION,
                        Problem.of(
                            "",
                            "no provider for the package '" + packageName + "' is at hand",
                            "use the Pulumi CLI for stacks with that package"))),
        retries);
  }

  private static Obj filtered(Obj inputs) {
    return PropertyValues.without(inputs, INTERNAL);
  }

  @Override
  public synchronized Checked check(String urn, Optional<Obj> before, Obj inputs) {
    ProviderClient client = connect(new Urn(urn).type(), inputs);
    Checked answer =
        client.checkConfig(urn, before.map(ProviderRegistry::filtered), filtered(inputs));
    if (!answer.failures().isEmpty()) {
      client.close();
      return answer;
    }
    @Nullable ProviderClient former = checked.put(urn, client);
    if (former != null) {
      former.close();
    }
    // A provider may drop these, the state needs them.
    Obj result = answer.inputs();
    for (String key : List.of(VERSION, INTERNAL)) {
      Obj current = result;
      result =
          PropertyValues.get(inputs, key)
              .map(value -> PropertyValues.with(current, key, value))
              .orElse(current);
    }
    return new Checked(result, List.of());
  }

  @Override
  public synchronized Diff diff(ResourceState before, Obj inputs, List<String> ignoreChanges) {
    @Nullable ProviderClient client = checked.get(before.urn());
    return diffConfig(client == null ? load(before) : client, before, inputs);
  }

  /** What it would do to a provider's resources to hand them to another provider. */
  public Diff handOver(ResourceState before, ProviderReference to, Obj inputs) {
    return diffConfig(
        find(to).orElseThrow(() -> new ProviderException("unknown provider " + to)),
        before,
        inputs);
  }

  private static Diff diffConfig(ProviderClient client, ResourceState before, Obj inputs) {
    Diff diff = client.diffConfig(before, filtered(before.inputs()), filtered(inputs));
    if (diff.changes() != Diff.Changes.UNKNOWN) {
      return diff;
    }
    boolean same = PropertyDiff.same(before.outputs(), filtered(inputs));
    return new Diff(
        same ? Diff.Changes.NONE : Diff.Changes.SOME,
        diff.replaceKeys(),
        diff.changedKeys(),
        diff.detailed(),
        diff.deleteBeforeReplace());
  }

  @Override
  public synchronized Result create(ResourceState wanted, String token, boolean preview) {
    return configure(wanted, preview ? Sentinels.UNKNOWN : ids.get());
  }

  @Override
  public synchronized Result update(ResourceState before, ResourceState wanted, boolean preview) {
    return configure(wanted, before.id());
  }

  /** Takes over a provider that does not change. */
  public synchronized void same(ResourceState before) {
    Result unused = configure(before, before.id());
  }

  private Result configure(ResourceState wanted, String id) {
    @Nullable ProviderClient client = checked.remove(wanted.urn());
    if (client == null) {
      client = connect(wanted.type(), wanted.inputs());
    }
    Obj inputs = filtered(wanted.inputs());
    client.configure(wanted.urn(), id, inputs);
    // A former instance may be at work on a deletion; it is closed with the registry.
    @Nullable ProviderClient former =
        configured.put(new ProviderReference(wanted.urn(), id).toString(), client);
    if (former != null) {
      configured.put("former " + configured.size() + " " + wanted.urn(), former);
    }
    return new Result(id, inputs, List.of());
  }

  @Override
  public void delete(ResourceState state) {
    // Nothing exists outside of this run.
  }

  @Override
  public Reading read(ResourceState resource, Obj inputs, Obj outputs) {
    throw new ProviderException("a provider resource cannot be read");
  }

  /** Ends all waits for another attempt: what failed has failed from now on. */
  public void stopRetrying() {
    retries.stop();
  }

  @Override
  public synchronized void close() {
    checked.values().forEach(ProviderClient::close);
    configured.values().forEach(ProviderClient::close);
  }
}
