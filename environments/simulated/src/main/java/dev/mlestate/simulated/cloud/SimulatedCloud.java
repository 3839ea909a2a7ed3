package dev.mlestate.simulated.cloud;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.check.AutoNames;
import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.check.ResourceTypes;
import dev.mlestate.simulated.check.TypeChecker;
import dev.mlestate.simulated.diff.DiffAnswer;
import dev.mlestate.simulated.provider.Cloud;
import dev.mlestate.simulated.provider.ProviderArguments;
import dev.mlestate.simulated.provider.ResourceRequest;
import dev.mlestate.simulated.record.CloudRecord;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.simulated.record.ResourceKey;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One provider of a simulated account. Several may share the account's record. */
public final class SimulatedCloud implements Cloud {
  private final CloudProfile profile;
  private final CloudRecord record;
  private final String account;
  private final Known known;
  private Optional<CloudSettings> settings = Optional.empty();

  public SimulatedCloud(CloudProfile profile, CloudRecord record, String account) {
    this.profile = profile;
    this.record = record;
    this.account = account;
    this.known = new Known(profile.references(), record, account);
  }

  @Override
  public String version() {
    return profile.version();
  }

  private String providerType() {
    return "pulumi:providers:" + profile.packageName();
  }

  @Override
  public List<CheckFailure> checkConfiguration(Obj arguments) {
    return ProviderArguments.check(
        profile.schema(CloudSettings.version(arguments, profile.version())),
        providerType(),
        arguments);
  }

  @Override
  public DiffAnswer diffConfiguration(Obj before, Obj after) {
    return ProviderArguments.diff(
        profile.schema(CloudSettings.version(after, profile.version())),
        providerType(),
        before,
        after,
        profile.replacingArguments());
  }

  @Override
  public synchronized void configure(Obj arguments) {
    CloudSettings wanted = profile.settings(arguments, account);
    settings
        .filter(present -> !present.equals(wanted))
        .ifPresent(
            present -> {
              throw new CloudException(
                  "this provider process is configured for %s and cannot also serve %s: start another, on a port of its own"
                      .formatted(present.described(), wanted.described()));
            });
    settings = Optional.of(wanted);
  }

  private synchronized CloudSettings settings() {
    return settings.orElseThrow(
        () ->
            new CloudException("the provider is not configured: its account and region are open"));
  }

  private synchronized String wantedVersion() {
    return settings.map(CloudSettings::version).orElseGet(profile::version);
  }

  private Schema schema() {
    return profile.schema(wantedVersion());
  }

  private ResourceDeclaration declaration(ResourceRequest resource) {
    return ResourceTypes.find(schema(), resource.type());
  }

  private synchronized Optional<CloudSettings> present() {
    return settings;
  }

  @Override
  public Checked check(ResourceRequest resource, Obj before, Obj inputs, byte[] seed) {
    ResourceDeclaration declaration = declaration(resource);
    Obj completed = profile.completed(declaration, before, inputs, present(), this::existing);
    Obj named =
        AutoNames.name(
            profile.naming(),
            declaration,
            before,
            completed,
            resource.urn(),
            resource.name(),
            seed,
            record.generation(declaration.token(), resource.urn()));
    List<CheckFailure> failures =
        new ArrayList<>(new TypeChecker(schema()).check(declaration.inputs(), named));
    if (failures.isEmpty()) {
      failures.addAll(profile.check(declaration, named, present()));
    }
    return new Checked(named, failures);
  }

  @Override
  public DiffAnswer diff(ResourceRequest resource, String id, Obj state, Obj before, Obj after) {
    return CloudDiff.of(profile, schema(), declaration(resource), before, after, wantedVersion());
  }

  private List<RecordedResource> existing() {
    return record.all().stream().filter(Remainder::exists).toList();
  }

  private ResourceKey key(String type, String id) {
    return new ResourceKey(type, profile.scope(type, id, settings()), id);
  }

  @Override
  public Made create(
      ResourceRequest resource, Obj inputs, Optional<String> token, boolean preview) {
    ResourceDeclaration declaration = declaration(resource);
    CloudSettings to = settings();
    if (preview) {
      return new Made(Optional.empty(), Outputs.preview(profile, declaration, to, inputs));
    }
    return record.exclusively(
        () ->
            token
                .flatMap(this::made)
                .map(known -> new Made(Optional.of(known.id()), known.outputs()))
                .orElseGet(() -> make(resource, declaration, to, inputs, token.orElse(""))));
  }

  @Override
  public Optional<RecordedResource> made(String token) {
    return record.madeUnder(token).filter(Remainder::exists);
  }

  private Made make(
      ResourceRequest resource,
      ResourceDeclaration declaration,
      CloudSettings to,
      Obj inputs,
      String token) {
    String type = declaration.token();
    admit(type, inputs, Optional.empty(), to);
    int generation = record.generation(type, resource.urn());
    Outputs.Computed computed =
        Outputs.create(
            profile, declaration, to, inputs, around(to, inputs, resource, type, generation));
    ResourceKey key = key(type, computed.id());
    Duplicates.check(profile, record, key, inputs);
    record.put(
        new RecordedResource(
            type,
            key.scope(),
            computed.id(),
            resource.urn(),
            generation,
            withoutInternal(inputs),
            computed.outputs(),
            token));
    return new Made(Optional.of(computed.id()), computed.outputs());
  }

  private Surroundings around(
      CloudSettings to, Obj inputs, ResourceRequest resource, String type, int generation) {
    return new Surroundings(profile, record, to, inputs, type, resource.urn(), generation);
  }

  private void admit(String type, Obj inputs, Optional<RecordedResource> before, CloudSettings to) {
    known.catchUp();
    References.check(profile, type, inputs, known);
    profile.admit(new Admission(type, inputs, before, to, known, record));
  }

  private static Obj withoutInternal(Obj inputs) {
    Obj plain = inputs;
    for (String name : inputs.members().keySet()) {
      // What was named automatically stays known, so that a refresh does not change the name.
      if (name.startsWith("__") && !name.equals("__defaults")) {
        plain = PropertyValues.without(plain, name);
      }
    }
    return plain;
  }

  @Override
  public Optional<RecordedResource> read(ResourceRequest resource, String id) {
    return record.find(key(resource.type(), id)).filter(Remainder::exists);
  }

  @Override
  public Obj update(ResourceRequest resource, String id, Obj state, Obj inputs, boolean preview) {
    ResourceDeclaration declaration = declaration(resource);
    CloudSettings to = settings();
    return record.exclusively(
        () -> {
          Optional<RecordedResource> found = read(resource, id);
          if (found.isEmpty() && !preview) {
            throw new CloudException(
                "ResourceNotFoundException: %s %s does not exist; refresh the stack"
                    .formatted(declaration.token(), id));
          }
          Obj current = found.map(RecordedResource::outputs).orElse(state);
          int generation = found.map(RecordedResource::generation).orElse(0);
          Obj outputs =
              Outputs.update(
                  profile,
                  declaration,
                  to,
                  id,
                  current,
                  inputs,
                  around(to, inputs, resource, declaration.token(), generation));
          outputs = profile.changed(declaration, current, outputs, preview);
          if (!preview) {
            admit(declaration.token(), inputs, found, to);
            record.put(found.orElseThrow().changed(withoutInternal(inputs), outputs));
          }
          return outputs;
        });
  }

  @Override
  public void delete(ResourceRequest resource, String id) {
    record.exclusively(
        () -> {
          Optional<RecordedResource> found = read(resource, id);
          found.ifPresent(this::remove);
          return found;
        });
  }

  private void remove(RecordedResource target) {
    profile.admitDeletion(target, existing());
    References.checkUnused(profile, target, record, account);
    List<RecordedResource> along = profile.takenAlong(target, existing());
    leave(target);
    along.forEach(this::leave);
  }

  private void leave(RecordedResource target) {
    Optional<String> remainder = profile.remainder(target);
    if (remainder.isPresent()) {
      record.put(Remainder.of(target, remainder.get()));
    } else {
      record.remove(target.key());
    }
  }

  @Override
  public Obj invoke(String token, Obj arguments) {
    return profile.invoke(token, arguments, settings(), existing(), record.existing());
  }
}
