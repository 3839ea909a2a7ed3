package dev.mlestate.simulated.aws;

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
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Bool;
import dev.mlestate.wire.PropertyValue.Num;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One provider of a simulated AWS account. Several may share the account's record. */
public final class AwsCloud implements Cloud {
  /** An output that marks a key which is scheduled for deletion: it is left over, but not there. */
  static final String PENDING_DELETION = "__pendingDeletion";

  private static final String KEY = "aws:kms/key:Key";
  private static final String PROVIDER = "pulumi:providers:aws";

  /** Services whose resources belong to the account, not to a region. */
  private static final Set<String> GLOBAL =
      Set.of("s3", "iam", "budgets", "costexplorer", "route53", "organizations");

  private final Schema schema;
  private final CloudRecord record;
  private final String account;
  private Optional<AwsSettings> settings = Optional.empty();

  public AwsCloud(Schema schema, CloudRecord record, String account) {
    this.schema = schema;
    this.record = record;
    this.account = account;
  }

  /** Whether a recorded resource is there; a key that waits for its deletion is not. */
  public static boolean exists(RecordedResource resource) {
    return !resource.outputs().members().containsKey(PENDING_DELETION);
  }

  @Override
  public String version() {
    return "6.83.0";
  }

  @Override
  public List<CheckFailure> checkConfiguration(Obj arguments) {
    return ProviderArguments.check(schema, PROVIDER, arguments);
  }

  @Override
  public DiffAnswer diffConfiguration(Obj before, Obj after) {
    return ProviderArguments.diff(schema, PROVIDER, before, after, Set.of("region"));
  }

  @Override
  public synchronized void configure(Obj arguments) {
    AwsSettings wanted = AwsSettings.of(arguments, account);
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

  private synchronized AwsSettings settings() {
    return settings.orElseThrow(
        () ->
            new CloudException("the provider is not configured: its account and region are open"));
  }

  private ResourceDeclaration declaration(ResourceRequest resource) {
    return ResourceTypes.find(schema, resource.type());
  }

  @Override
  public Checked check(ResourceRequest resource, Obj before, Obj inputs, byte[] seed) {
    ResourceDeclaration declaration = declaration(resource);
    Obj named = AutoNames.name(declaration, before, inputs, resource.urn(), resource.name(), seed);
    List<CheckFailure> failures =
        new ArrayList<>(new TypeChecker(schema).check(declaration.inputs(), named));
    if (failures.isEmpty()) {
      failures.addAll(AwsValueRules.check(declaration.token(), named));
      settings.ifPresent(to -> failures.addAll(AwsZones.check(named, to.region())));
    }
    return new Checked(named, failures);
  }

  @Override
  public DiffAnswer diff(ResourceRequest resource, String id, Obj state, Obj before, Obj after) {
    return AwsDiff.of(schema, declaration(resource), before, after);
  }

  private String scope(String type) {
    String service = type.split("[:/]", -1)[1];
    return GLOBAL.contains(service) ? "global" : settings().region();
  }

  private ResourceKey key(String type, String id) {
    return new ResourceKey(type, scope(type), id);
  }

  @Override
  public Made create(ResourceRequest resource, Obj inputs, boolean preview) {
    ResourceDeclaration declaration = declaration(resource);
    AwsSettings to = settings();
    if (preview) {
      return new Made(Optional.empty(), AwsOutputs.preview(declaration, to, inputs));
    }
    return record.exclusively(() -> make(resource, declaration, to, inputs));
  }

  private Made make(
      ResourceRequest resource, ResourceDeclaration declaration, AwsSettings to, Obj inputs) {
    String type = declaration.token();
    AwsReferences.check(type, inputs, record, account);
    int generation = record.generation(type, resource.urn());
    AwsOutputs.Computed computed =
        AwsOutputs.create(
            declaration,
            to,
            inputs,
            new AwsSurroundings(
                record, account, to.region(), inputs, type, resource.urn(), generation));
    ResourceKey key = key(type, computed.id());
    AwsDuplicates.check(record, key, inputs);
    record.put(
        new RecordedResource(
            type,
            key.scope(),
            computed.id(),
            resource.urn(),
            generation,
            withoutInternal(inputs),
            computed.outputs()));
    return new Made(Optional.of(computed.id()), computed.outputs());
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
    return record.find(key(resource.type(), id)).filter(AwsCloud::exists);
  }

  @Override
  public Obj update(ResourceRequest resource, String id, Obj state, Obj inputs, boolean preview) {
    ResourceDeclaration declaration = declaration(resource);
    AwsSettings to = settings();
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
              AwsOutputs.update(
                  declaration,
                  to,
                  id,
                  current,
                  inputs,
                  new AwsSurroundings(
                      record,
                      account,
                      to.region(),
                      inputs,
                      declaration.token(),
                      resource.urn(),
                      generation));
          outputs = versioned(declaration, current, outputs, preview);
          if (!preview) {
            AwsReferences.check(declaration.token(), inputs, record, account);
            record.put(found.orElseThrow().changed(withoutInternal(inputs), outputs));
          }
          return outputs;
        });
  }

  /** Each change of a launch template makes a new version of it. */
  private static Obj versioned(
      ResourceDeclaration declaration, Obj current, Obj outputs, boolean preview) {
    if (!declaration.token().equals("aws:ec2/launchTemplate:LaunchTemplate")) {
      return outputs;
    }
    PropertyValue version = current.members().get("latestVersion");
    PropertyValue next =
        preview || !(version instanceof Num number)
            ? PropertyValues.UNKNOWN
            : PropertyValues.of(number.value() + 1);
    Obj updated = PropertyValues.with(outputs, "latestVersion", next);
    boolean becomesDefault =
        updated.members().get("updateDefaultVersion") instanceof Bool flag && flag.value();
    return becomesDefault ? PropertyValues.with(updated, "defaultVersion", next) : updated;
  }

  @Override
  public void delete(ResourceRequest resource, String id) {
    record.exclusively(
        () -> {
          Optional<RecordedResource> found = read(resource, id);
          found.ifPresent(
              target -> {
                AwsReferences.checkUnused(target, record);
                if (target.type().equals(KEY)) {
                  record.put(
                      target.changed(
                          target.inputs(),
                          PropertyValues.with(
                              target.outputs(), PENDING_DELETION, PropertyValues.of(true))));
                } else {
                  record.remove(target.key());
                }
              });
          return found;
        });
  }

  @Override
  public Obj invoke(String token, Obj arguments) {
    return AwsInvokes.answer(token, settings().region(), account);
  }
}
