package dev.mlestate.simulated.cloud;

import dev.mlestate.simulated.check.AutoNames;
import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.check.Naming;
import dev.mlestate.simulated.diff.InputFlags;
import dev.mlestate.simulated.diff.Replacements;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What distinguishes one cloud and its provider from another. It holds no state. */
public interface CloudProfile {
  /** The provider's package, such as {@code aws}; every type's token starts with it. */
  String packageName();

  /** The provider that is answered for when the program asks for no version. */
  String version();

  /** What the provider of a version declares. */
  Schema schema(String version);

  CloudTables tables();

  /** The type whose rows in the tables hold for a type, such as one of another API version. */
  default String family(String type) {
    return type;
  }

  /** What replaces, with the provider of a version. */
  Replacements replacements(String version);

  InputFlags flags();

  Naming naming();

  ReferenceForms references();

  /**
   * Reads a provider's arguments.
   *
   * @throws dev.mlestate.simulated.CloudException if they are incomplete or of another account
   */
  CloudSettings settings(Obj arguments, String account);

  /** The provider's arguments whose change needs every resource anew. */
  Set<String> replacingArguments();

  /** Within what an id is unique: a region, or "global". */
  String scope(String type, String id, CloudSettings settings);

  /**
   * The inputs with what the provider fills in before it checks them, such as the place of a group
   * in what is made in it.
   *
   * @param before the inputs so far; empty when the resource is new
   * @param all everything that exists
   */
  default Obj completed(
      ResourceDeclaration type,
      Obj before,
      Obj inputs,
      Optional<CloudSettings> settings,
      Supplier<List<RecordedResource>> all) {
    return inputs;
  }

  /** What is wrong with inputs whose types are right. Unconfigured, the settings are empty. */
  List<CheckFailure> check(ResourceDeclaration type, Obj inputs, Optional<CloudSettings> settings);

  /** A place in a template that only this cloud knows. */
  Optional<String> place(String place, Surroundings around);

  /** Templates of outputs that many types compute in the same way; "id" for those without a row. */
  Map<String, String> commonOutputs();

  /** The input with tags or labels, and the outputs that hold them with the provider's own ones. */
  TagOutputs tagOutputs();

  /**
   * Refuses what no table can say. Runs before a resource is made or changed, after its references
   * were found.
   *
   * @throws dev.mlestate.simulated.CloudException with the cloud's own message
   */
  void admit(Admission admission);

  /**
   * Refuses a deletion that no table can say, such as a protected cluster's.
   *
   * @throws dev.mlestate.simulated.CloudException with the cloud's own message
   */
  default void admitDeletion(RecordedResource target, List<RecordedResource> all) {}

  /** What goes with something that is deleted, such as what is in a group. */
  default List<RecordedResource> takenAlong(RecordedResource target, List<RecordedResource> all) {
    return List.of();
  }

  /**
   * Whether the old resource goes before the new one is made: by default when the program gave a
   * name that the provider would have made otherwise, even if it gives another one now.
   *
   * <p>Source: pulumi-terraform-bridge, pkg/tfbridge/schema.go (nameRequiresDeleteBeforeReplace),
   * one of its stored versions, read 2026-11-24.
   */
  default boolean deletesFirst(ResourceDeclaration type, Obj before, Obj after) {
    Optional<String> property = naming().property(type);
    if (property.isEmpty() || AutoNames.isAutomatic(after, property.get())) {
      return false;
    }
    PropertyValue name = after.members().getOrDefault(property.get(), PropertyValues.NULL);
    return !(PropertyValues.unwrap(name) instanceof Null);
  }

  /** The outputs in the form in which the provider gives them, where that differs from inputs. */
  default Obj shaped(ResourceDeclaration type, Obj outputs) {
    return outputs;
  }

  /** Why something stays, or is only gone later, when it is deleted; empty if it is gone. */
  Optional<String> remainder(RecordedResource deleted);

  /** The answer when something new takes the name of what stays; empty if it may. */
  default Optional<String> takenByRemainder(RecordedResource remainder) {
    return Optional.empty();
  }

  /** What a change makes of computed outputs, such as counters. */
  default Obj changed(ResourceDeclaration type, Obj before, Obj outputs, boolean preview) {
    return outputs;
  }

  /**
   * The answer to a function.
   *
   * @param all everything that exists in the record
   * @param before ids of what the company had before
   * @throws dev.mlestate.simulated.CloudException if the function is none of those that are
   *     answered
   */
  Obj invoke(
      String token,
      Obj arguments,
      CloudSettings settings,
      List<RecordedResource> all,
      Set<String> before);

  /**
   * Tags and labels.
   *
   * @param input such as {@code tags}
   * @param outputs those that hold the provider's default ones as well
   */
  record TagOutputs(String input, List<String> outputs) {
    public TagOutputs {
      outputs = List.copyOf(outputs);
    }
  }
}
