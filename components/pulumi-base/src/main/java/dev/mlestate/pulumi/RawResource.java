package dev.mlestate.pulumi;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import org.jspecify.annotations.Nullable;

/**
 * The base of a resource for which the SDK has no class, or none that knows what is needed.
 *
 * <p>A subclass gives the type and a class of arguments: a {@link ResourceArgs} whose fields carry
 * {@link com.pulumi.core.annotations.Import}; nested objects extend it too, and the SDK's own
 * arguments may be among them. What the cloud computes is a field with {@link
 * com.pulumi.core.annotations.Export} and no initialiser, read through {@link #registered}.
 *
 * <p>It always runs on a provider of its own version: the engine ignores the version of a resource
 * beside an explicit provider, and an inherited provider is that of the SDK's version.
 */
public abstract class RawResource extends CustomResource {
  /**
   * Registers the resource.
   *
   * @param provider of the type's plugin version or a later one
   */
  protected RawResource(
      RawType type,
      String name,
      ResourceArgs args,
      ProviderResource provider,
      CustomResourceOptions options) {
    super(
        type.token(),
        name,
        args,
        CustomResourceOptions.merge(
            options, CustomResourceOptions.builder().provider(provider).build()));
  }

  /** An output's field, which the SDK sets when the resource is registered. */
  protected static <T> Output<T> registered(@Nullable Output<T> field) {
    if (field == null) {
      throw new IllegalStateException("the field has no @Export, so nothing set it");
    }
    return field;
  }
}
