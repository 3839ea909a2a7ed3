package dev.mlestate.conformance.differential.sdk;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resource of the suite's provider. */
public class Thing extends CustomResource {
  /** The type that most programs use. */
  public static final String TYPE = "proof:index:Thing";

  /** Another type of the same provider with the same properties. */
  public static final String OTHER = "proof:index:Other";

  /** A type of a provider that takes no secrets and does no previews. */
  public static final String BLUNT = "blunt:index:Thing";

  private static final String VERSION = "1.0.0";

  @Export(
      name = "computed",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> computed;

  @Export(
      name = "serial",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> serial;

  @Export(
      name = "region",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> region;

  @Export(
      name = "token",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> token;

  @Export(
      name = "value",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> value;

  @Export(
      name = "items",
      refs = {List.class, Object.class},
      tree = "[0,1]")
  private @Nullable Output<List<Object>> items;

  @Export(
      name = "tags",
      refs = {Map.class, String.class, Object.class},
      tree = "[0,1,2]")
  private @Nullable Output<Map<String, Object>> tags;

  public Thing(String name, ThingArgs args) {
    this(TYPE, name, args, CustomResourceOptions.Empty);
  }

  public Thing(String name, ThingArgs args, CustomResourceOptions options) {
    this(TYPE, name, args, options);
  }

  public Thing(String type, String name, ThingArgs args, CustomResourceOptions options) {
    super(type, name, args, versioned(options));
  }

  private Thing(String name, CustomResourceOptions options) {
    super(TYPE, name, null, versioned(options));
  }

  /** Reads a resource that exists already. */
  public static Thing get(String name, String id, CustomResourceOptions options) {
    return new Thing(
        name, CustomResourceOptions.merge(options, CustomResourceOptions.builder().id(id).build()));
  }

  private static CustomResourceOptions versioned(CustomResourceOptions options) {
    return CustomResourceOptions.merge(
        CustomResourceOptions.builder().version(VERSION).build(), options);
  }

  /** Options for a child. */
  public static CustomResourceOptions.Builder in(Resource parent) {
    CustomResourceOptions.Builder options = CustomResourceOptions.builder();
    var unused = options.parent(parent);
    return options;
  }

  /** Follows {@code value}; unknown in a preview that changes it. */
  public Output<String> computed() {
    return registered(computed);
  }

  /** Of the resource's id; known once it exists. */
  public Output<String> serial() {
    return registered(serial);
  }

  /** Where the provider works. */
  public Output<String> region() {
    return registered(region);
  }

  /** A secret; only where it was wanted. */
  public Output<String> token() {
    return registered(token);
  }

  public Output<String> value() {
    return registered(value);
  }

  public Output<List<Object>> items() {
    return registered(items);
  }

  public Output<Map<String, Object>> tags() {
    return registered(tags);
  }

  private static <T> Output<T> registered(@Nullable Output<T> field) {
    if (field == null) {
      throw new IllegalStateException("the field has no @Export, so nothing set it");
    }
    return field;
  }
}
