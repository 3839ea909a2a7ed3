package dev.mlestate.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds a {@link ResourceState}; whatever is not set is empty or false. */
public final class ResourceStateBuilder {
  private String urn;
  private String type;
  private boolean custom = false;
  private boolean delete = false;
  private String id = "";
  private Obj inputs = PropertyValues.EMPTY;
  private Obj outputs = PropertyValues.EMPTY;
  private String parent = "";
  private boolean protect = false;
  private boolean external = false;
  private List<String> dependencies = List.of();
  private List<String> initErrors = List.of();
  private String provider = "";
  private SortedMap<String, List<String>> propertyDependencies = new TreeMap<>();
  private boolean pendingReplacement = false;
  private List<String> additionalSecretOutputs = List.of();
  private List<String> aliases = List.of();
  private CustomTimeouts customTimeouts = CustomTimeouts.NONE;
  private boolean retainOnDelete = false;
  private String deletedWith = "";
  private List<String> replaceWith = List.of();
  private Optional<PropertyValue> replacementTrigger = Optional.empty();
  private Optional<Instant> created = Optional.empty();
  private Optional<Instant> modified = Optional.empty();
  private List<String> ignoreChanges = List.of();
  private List<String> replaceOnChanges = List.of();
  private SortedMap<String, JsonNode> extra = new TreeMap<>();

  ResourceStateBuilder(String urn, String type) {
    this.urn = urn;
    this.type = type;
  }

  ResourceStateBuilder(ResourceState state) {
    this.urn = state.urn();
    this.type = state.type();
    this.custom = state.custom();
    this.delete = state.delete();
    this.id = state.id();
    this.inputs = state.inputs();
    this.outputs = state.outputs();
    this.parent = state.parent();
    this.protect = state.protect();
    this.external = state.external();
    this.dependencies = state.dependencies();
    this.initErrors = state.initErrors();
    this.provider = state.provider();
    this.propertyDependencies = state.propertyDependencies();
    this.pendingReplacement = state.pendingReplacement();
    this.additionalSecretOutputs = state.additionalSecretOutputs();
    this.aliases = state.aliases();
    this.customTimeouts = state.customTimeouts();
    this.retainOnDelete = state.retainOnDelete();
    this.deletedWith = state.deletedWith();
    this.replaceWith = state.replaceWith();
    this.replacementTrigger = state.replacementTrigger();
    this.created = state.created();
    this.modified = state.modified();
    this.ignoreChanges = state.ignoreChanges();
    this.replaceOnChanges = state.replaceOnChanges();
    this.extra = state.extra();
  }

  public ResourceState build() {
    return new ResourceState(
        urn,
        type,
        custom,
        delete,
        id,
        inputs,
        outputs,
        parent,
        protect,
        external,
        dependencies,
        initErrors,
        provider,
        propertyDependencies,
        pendingReplacement,
        additionalSecretOutputs,
        aliases,
        customTimeouts,
        retainOnDelete,
        deletedWith,
        replaceWith,
        replacementTrigger,
        created,
        modified,
        ignoreChanges,
        replaceOnChanges,
        extra);
  }

  public ResourceStateBuilder urn(String urn) {
    this.urn = urn;
    return this;
  }

  public ResourceStateBuilder type(String type) {
    this.type = type;
    return this;
  }

  public ResourceStateBuilder custom(boolean custom) {
    this.custom = custom;
    return this;
  }

  public ResourceStateBuilder delete(boolean delete) {
    this.delete = delete;
    return this;
  }

  public ResourceStateBuilder id(String id) {
    this.id = id;
    return this;
  }

  public ResourceStateBuilder inputs(Obj inputs) {
    this.inputs = inputs;
    return this;
  }

  public ResourceStateBuilder outputs(Obj outputs) {
    this.outputs = outputs;
    return this;
  }

  public ResourceStateBuilder parent(String parent) {
    this.parent = parent;
    return this;
  }

  public ResourceStateBuilder protect(boolean protect) {
    this.protect = protect;
    return this;
  }

  public ResourceStateBuilder external(boolean external) {
    this.external = external;
    return this;
  }

  public ResourceStateBuilder dependencies(List<String> dependencies) {
    this.dependencies = dependencies;
    return this;
  }

  public ResourceStateBuilder initErrors(List<String> initErrors) {
    this.initErrors = initErrors;
    return this;
  }

  public ResourceStateBuilder provider(String provider) {
    this.provider = provider;
    return this;
  }

  public ResourceStateBuilder propertyDependencies(
      SortedMap<String, List<String>> propertyDependencies) {
    this.propertyDependencies = propertyDependencies;
    return this;
  }

  public ResourceStateBuilder pendingReplacement(boolean pendingReplacement) {
    this.pendingReplacement = pendingReplacement;
    return this;
  }

  public ResourceStateBuilder additionalSecretOutputs(List<String> additionalSecretOutputs) {
    this.additionalSecretOutputs = additionalSecretOutputs;
    return this;
  }

  public ResourceStateBuilder aliases(List<String> aliases) {
    this.aliases = aliases;
    return this;
  }

  public ResourceStateBuilder customTimeouts(CustomTimeouts customTimeouts) {
    this.customTimeouts = customTimeouts;
    return this;
  }

  public ResourceStateBuilder retainOnDelete(boolean retainOnDelete) {
    this.retainOnDelete = retainOnDelete;
    return this;
  }

  public ResourceStateBuilder deletedWith(String deletedWith) {
    this.deletedWith = deletedWith;
    return this;
  }

  public ResourceStateBuilder replaceWith(List<String> replaceWith) {
    this.replaceWith = replaceWith;
    return this;
  }

  public ResourceStateBuilder replacementTrigger(Optional<PropertyValue> replacementTrigger) {
    this.replacementTrigger = replacementTrigger;
    return this;
  }

  public ResourceStateBuilder created(Optional<Instant> created) {
    this.created = created;
    return this;
  }

  public ResourceStateBuilder modified(Optional<Instant> modified) {
    this.modified = modified;
    return this;
  }

  public ResourceStateBuilder ignoreChanges(List<String> ignoreChanges) {
    this.ignoreChanges = ignoreChanges;
    return this;
  }

  public ResourceStateBuilder replaceOnChanges(List<String> replaceOnChanges) {
    this.replaceOnChanges = replaceOnChanges;
    return this;
  }

  public ResourceStateBuilder extra(SortedMap<String, JsonNode> extra) {
    this.extra = extra;
    return this;
  }
}
