package dev.mlestate.simulated.kubernetes;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.check.Digests;
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
import dev.mlestate.simulated.schema.SchemaFile;
import dev.mlestate.simulated.schema.SpecifiedSchema;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Num;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValue.Unknown;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One provider of simulated Kubernetes; its kubeconfig says which cluster. */
public final class KubernetesCloud implements Cloud {
  private static final String PROVIDER = "pulumi:providers:kubernetes";
  private static final Set<String> NAMESPACES =
      Set.of("default", "kube-system", "kube-public", "kube-node-lease");

  /** The SDK's kinds and those of custom resources that managed clusters bring along. */
  private static final class Kinds {
    private static final Schema SCHEMA =
        new SpecifiedSchema(
            SchemaFile.kubernetes(), KubernetesCloud.class, "specified.tsv", "4.0.0");
  }

  private final Schema schema = Kinds.SCHEMA;
  private final CloudRecord record;
  private PropertyValue kubeconfig = PropertyValues.NULL;
  private String defaultNamespace = "default";

  public KubernetesCloud(CloudRecord record) {
    this.record = record;
  }

  @Override
  public String version() {
    return "4.0.0";
  }

  @Override
  public List<CheckFailure> checkConfiguration(Obj arguments) {
    return ProviderArguments.check(schema, PROVIDER, arguments);
  }

  @Override
  public DiffAnswer diffConfiguration(Obj before, Obj after) {
    PropertyValue old = before.members().getOrDefault("kubeconfig", PropertyValues.NULL);
    PropertyValue fresh = after.members().getOrDefault("kubeconfig", PropertyValues.NULL);
    boolean sameCluster =
        PropertyValues.containsUnknowns(fresh)
            || PropertyValues.containsUnknowns(old)
            || Kubeconfig.server(old).equals(Kubeconfig.server(fresh));
    return ProviderArguments.diff(
        schema, PROVIDER, before, after, sameCluster ? Set.of() : Set.of("kubeconfig"));
  }

  @Override
  public synchronized void configure(Obj arguments) {
    PropertyValue wanted =
        PropertyValues.unwrap(arguments.members().getOrDefault("kubeconfig", PropertyValues.NULL));
    PropertyValue namespace =
        PropertyValues.unwrap(arguments.members().getOrDefault("namespace", PropertyValues.NULL));
    String wantedNamespace = namespace instanceof Str text ? text.value() : "default";
    if (wanted instanceof Unknown) {
      // A preview does not know the cluster yet; one that is known stays.
      if (kubeconfig instanceof Null) {
        kubeconfig = wanted;
        defaultNamespace = wantedNamespace;
      }
      return;
    }
    String server = Kubeconfig.server(wanted);
    boolean served = !(kubeconfig instanceof Null || kubeconfig instanceof Unknown);
    if (served
        && !(server.equals(Kubeconfig.server(kubeconfig))
            && wantedNamespace.equals(defaultNamespace))) {
      throw new CloudException(
          "this provider process serves the cluster %s (default namespace %s) and cannot also serve %s (default namespace %s): start another, on a port of its own"
              .formatted(Kubeconfig.server(kubeconfig), defaultNamespace, server, wantedNamespace));
    }
    kubeconfig = wanted;
    defaultNamespace = wantedNamespace;
  }

  private synchronized String cluster() {
    if (kubeconfig instanceof Unknown) {
      throw new CloudException("the cluster is not known: the provider's kubeconfig is unknown");
    }
    return Kubeconfig.server(kubeconfig);
  }

  private synchronized String defaultNamespace() {
    return defaultNamespace;
  }

  private ResourceDeclaration declaration(ResourceRequest resource) {
    return ResourceTypes.find(schema, resource.type());
  }

  @Override
  public Checked check(ResourceRequest resource, Obj before, Obj inputs, byte[] seed) {
    ResourceDeclaration declaration = declaration(resource);
    Obj complete = KubernetesNames.complete(declaration, resource, before, inputs, seed);
    List<CheckFailure> failures = new TypeChecker(schema).check(declaration.inputs(), complete);
    failures.addAll(KubernetesNames.check(complete));
    return new Checked(complete, failures);
  }

  @Override
  public DiffAnswer diff(ResourceRequest resource, String id, Obj state, Obj before, Obj after) {
    return KubernetesDiff.of(schema, declaration(resource), before, after);
  }

  @Override
  public Made create(
      ResourceRequest resource, Obj inputs, Optional<String> token, boolean preview) {
    ResourceDeclaration declaration = declaration(resource);
    if (preview) {
      return new Made(Optional.empty(), outputs(declaration, inputs, Optional.empty()));
    }
    return record.exclusively(
        () ->
            token
                .flatMap(this::made)
                .map(known -> new Made(Optional.of(known.id()), known.outputs()))
                .orElseGet(() -> make(resource, declaration, inputs, token.orElse(""))));
  }

  @Override
  public Optional<RecordedResource> made(String token) {
    return record.madeUnder(token);
  }

  private Made make(
      ResourceRequest resource, ResourceDeclaration declaration, Obj inputs, String token) {
    String cluster = cluster();
    ObjectName name = ObjectName.of(declaration.token(), inputs, defaultNamespace());
    ResourceKey key = new ResourceKey(declaration.token(), cluster, name.id());
    name.namespace()
        .filter(namespace -> !namespaceExists(cluster, namespace))
        .ifPresent(
            namespace -> {
              throw new CloudException("namespaces \"" + namespace + "\" not found");
            });
    if (record.find(key).isPresent()) {
      throw new CloudException(
          "resource \"%s\" already exists: %s".formatted(name.id(), declaration.token()));
    }
    int generation = record.generation(declaration.token(), resource.urn());
    String uid =
        Digests.uuid(cluster, declaration.token(), name.id(), Integer.toString(generation));
    Obj outputs = outputs(declaration, inputs, Optional.of(uid));
    record.put(
        new RecordedResource(
            declaration.token(),
            cluster,
            name.id(),
            resource.urn(),
            generation,
            inputs,
            outputs,
            token));
    return new Made(Optional.of(name.id()), outputs);
  }

  private boolean namespaceExists(String cluster, String namespace) {
    return NAMESPACES.contains(namespace)
        || record.find(new ResourceKey(ObjectName.NAMESPACE, cluster, namespace)).isPresent();
  }

  /** The inputs with what the API server adds; without a uid, as a preview shows them. */
  private Obj outputs(ResourceDeclaration declaration, Obj inputs, Optional<String> uid) {
    SortedMap<String, PropertyValue> outputs = new TreeMap<>();
    inputs
        .members()
        .forEach(
            (name, value) -> {
              if (!name.startsWith("__")) {
                outputs.put(name, value);
              }
            });
    PropertyValue metadata = outputs.getOrDefault("metadata", PropertyValues.EMPTY);
    if (PropertyValues.unwrap(metadata) instanceof Obj object) {
      Obj filled = object;
      if (!ObjectName.clusterScoped(declaration.token())
          && !object.members().containsKey("namespace")) {
        filled = PropertyValues.with(filled, "namespace", PropertyValues.of(defaultNamespace()));
      }
      filled =
          PropertyValues.with(
              filled, "uid", uid.map(PropertyValues::of).orElse(PropertyValues.UNKNOWN));
      filled =
          PropertyValues.with(
              filled,
              "resourceVersion",
              uid.isPresent() ? PropertyValues.of("1") : PropertyValues.UNKNOWN);
      filled =
          PropertyValues.with(
              filled,
              "generation",
              uid.isPresent() ? PropertyValues.of(1) : PropertyValues.UNKNOWN);
      outputs.put("metadata", filled);
    }
    if (uid.isEmpty()) {
      declaration
          .outputs()
          .members()
          .values()
          .forEach(
              output -> {
                boolean status = output.name().equals("status");
                if (status
                    || (output.required()
                        && !declaration.inputs().members().containsKey(output.name()))) {
                  outputs.putIfAbsent(output.name(), PropertyValues.UNKNOWN);
                }
              });
    }
    return new Obj(outputs);
  }

  @Override
  public Optional<RecordedResource> read(ResourceRequest resource, String id) {
    return record.find(new ResourceKey(resource.type(), cluster(), id));
  }

  @Override
  public Obj update(ResourceRequest resource, String id, Obj state, Obj inputs, boolean preview) {
    ResourceDeclaration declaration = declaration(resource);
    return record.exclusively(
        () -> {
          Obj current = state;
          if (!preview) {
            RecordedResource found =
                read(resource, id)
                    .orElseThrow(
                        () ->
                            new CloudException(
                                "%s \"%s\" not found; refresh the stack"
                                    .formatted(declaration.token(), id)));
            current = found.outputs();
            Obj outputs = kept(declaration, inputs, current, true);
            record.put(found.changed(inputs, outputs));
            return outputs;
          }
          return kept(declaration, inputs, current, false);
        });
  }

  /** The new inputs with the uid as it was and the next version of the object. */
  private Obj kept(ResourceDeclaration declaration, Obj inputs, Obj current, boolean known) {
    Obj outputs = outputs(declaration, inputs, Optional.of(""));
    if (!(PropertyValues.unwrap(outputs.members().getOrDefault("metadata", PropertyValues.NULL))
            instanceof Obj metadata)
        || !(PropertyValues.unwrap(current.members().getOrDefault("metadata", PropertyValues.NULL))
            instanceof Obj before)) {
      return outputs;
    }
    Obj filled =
        PropertyValues.with(
            metadata, "uid", before.members().getOrDefault("uid", PropertyValues.UNKNOWN));
    for (String counter : List.of("resourceVersion", "generation")) {
      filled = PropertyValues.with(filled, counter, next(before, counter, known));
    }
    return PropertyValues.with(outputs, "metadata", filled);
  }

  private static PropertyValue next(Obj metadata, String counter, boolean known) {
    PropertyValue value = metadata.members().getOrDefault(counter, PropertyValues.NULL);
    if (!known) {
      return PropertyValues.UNKNOWN;
    }
    if (value instanceof Num number) {
      return PropertyValues.of(number.value() + 1);
    }
    return value instanceof Str text && text.value().matches("[0-9]+")
        ? PropertyValues.of(Long.toString(Long.parseLong(text.value()) + 1))
        : PropertyValues.of("1");
  }

  @Override
  public void delete(ResourceRequest resource, String id) {
    record.exclusively(
        () -> {
          String cluster = cluster();
          if (resource.type().equals(ObjectName.NAMESPACE)) {
            // A namespace takes what is in it along.
            record.all().stream()
                .filter(each -> each.scope().equals(cluster) && each.id().startsWith(id + "/"))
                .forEach(each -> record.remove(each.key()));
          }
          record.remove(new ResourceKey(resource.type(), cluster, id));
          return id;
        });
  }

  @Override
  public Obj invoke(String token, Obj arguments) {
    throw new CloudException("the simulated Kubernetes answers no functions: " + token);
  }
}
