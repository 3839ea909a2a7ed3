package dev.mlestate.azure.serving;

import com.pulumi.core.Output;
import dev.mlestate.azure.component.AzureBuilder;
import dev.mlestate.azure.registry.Registry;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of both kinds of endpoints have.
 *
 * @param <T> the component
 * @param <B> the builder itself
 */
public abstract sealed class EndpointBuilder<T, B extends EndpointBuilder<T, B>>
    extends AzureBuilder<T, B> permits RealtimeEndpoint.Builder, ServerlessEndpoint.Builder {
  private @Nullable Registry registry;
  private @Nullable String model;
  private int modelVersion = 1;
  private String image = "serving";

  EndpointBuilder(String name) {
    super(name);
  }

  /** Of the model and of the image. Required. */
  public B registry(Registry value) {
    registry = value;
    return self();
  }

  /** The model and its version in the registry. Required. */
  public B model(String value, int version) {
    model = value;
    modelVersion = version;
    return self();
  }

  /**
   * Name of the image, in the registry, that serves; its tag is the model's name and version, such
   * as ranker-3. Default: serving.
   */
  public B image(String value) {
    image = value;
    return self();
  }

  final Registry registry() {
    return required(registry, "registry");
  }

  final String model() {
    return required(model, "model");
  }

  final int modelVersion() {
    return modelVersion;
  }

  /** Such as azureml://registries/vision-dev-models/models/ranker/versions/3. */
  final Output<String> modelUri() {
    return registry().modelVersion(model(), modelVersion);
  }

  /** Such as visiondev3f2a1b.azurecr.io/vision-dev/serving:ranker-3. */
  final Output<String> imageUri() {
    Output<String> repository = registry().imageUris().get(image);
    if (repository == null) {
      throw new IllegalArgumentException("no image " + image + " is in the registry");
    }
    return repository.applyValue(uri -> uri + ":" + model() + "-" + modelVersion);
  }
}
