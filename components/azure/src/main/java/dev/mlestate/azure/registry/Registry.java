package dev.mlestate.azure.registry;

import com.pulumi.azurenative.containerregistry.ScopeMap;
import com.pulumi.azurenative.containerregistry.ScopeMapArgs;
import com.pulumi.azurenative.machinelearningservices.RegistryArgs;
import com.pulumi.azurenative.machinelearningservices.RegistryModelContainer;
import com.pulumi.azurenative.machinelearningservices.RegistryModelContainerArgs;
import com.pulumi.azurenative.machinelearningservices.enums.ManagedServiceIdentityType;
import com.pulumi.azurenative.machinelearningservices.inputs.AcrDetailsArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.ManagedServiceIdentityArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.ModelContainerArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.RegistryRegionArmDetailsArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.StorageAccountDetailsArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.SystemCreatedAcrAccountArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.SystemCreatedStorageAccountArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.component.AzureBuilder;
import dev.mlestate.azure.component.AzureComponent;
import dev.mlestate.azure.network.NetworkAccess;
import dev.mlestate.azure.network.PrivateService;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Versions of models in a registry of Azure Machine Learning, and images in a container registry.
 *
 * <pre>{@code
 * Registry registry =
 *     Registry.builder("vision-dev")
 *         .subscription(subscription)
 *         .resourceGroup(group)
 *         .network(network)
 *         .models(List.of("ranker"))
 *         .build();
 * }</pre>
 *
 * <p>A registry of Azure Machine Learning keeps its models in accounts that Azure makes in a group
 * of its own, with keys that Microsoft manages. It is in the environment's region alone: its
 * replicas would lie in others.
 */
public final class Registry extends AzureComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:azure:Registry";

  private final ImageRegistry images;
  private final com.pulumi.azurenative.machinelearningservices.Registry modelRegistry;
  private final Map<String, RegistryModelContainer> models = new LinkedHashMap<>();
  private final Map<String, ScopeMap> imageScopes = new LinkedHashMap<>();
  private final List<Resource> reachable;

  private Registry(Builder builder) {
    super(TYPE, builder);
    images =
        ImageRegistry.builder(child("images"))
            .subscription(subscription())
            .resourceGroup(builder.imagesIn(resourceGroup()))
            .network(builder.network())
            .keys(builder.keys())
            .registryName(names().containerRegistry())
            .quarantine(builder.scanOnPush)
            .tags(tags())
            .options(parentedComponent())
            .build();
    for (String image : builder.images) {
      imageScopes.put(image, scope(image, builder.imagesIn(resourceGroup())));
    }
    modelRegistry = modelRegistry(builder.network());
    reachable =
        privateEndpoints(
            builder.network(), "models", modelRegistry.id(), PrivateService.ML_REGISTRY);
    for (String model : builder.models) {
      models.put(model, model(model));
    }
    Map<String, Output<?>> outputs = new TreeMap<>();
    modelUris().forEach((model, uri) -> outputs.put(model + "ModelUri", uri));
    imageUris().forEach((image, uri) -> outputs.put(image + "ImageUri", uri));
    complete(outputs);
  }

  /**
   * Starts a registry.
   *
   * @param name prefix of both registries' names, such as vision-dev
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The registry of images. */
  public ImageRegistry images() {
    return images;
  }

  /** The registry of models. */
  public com.pulumi.azurenative.machinelearningservices.Registry modelRegistry() {
    return modelRegistry;
  }

  /** By the model's name in the environment file. */
  public Map<String, RegistryModelContainer> models() {
    return Collections.unmodifiableMap(models);
  }

  /** What a token may do that is for one image alone, by the image's name. */
  public Map<String, ScopeMap> imageScopes() {
    return Collections.unmodifiableMap(imageScopes);
  }

  /** What must be there before models are reached from within the network. */
  public List<Resource> reachable() {
    return reachable;
  }

  /** Such as azureml://registries/vision-dev-models/models/ranker, by model. */
  public Map<String, Output<String>> modelUris() {
    Map<String, Output<String>> uris = new LinkedHashMap<>();
    models.forEach((model, container) -> uris.put(model, uri(container)));
    return uris;
  }

  /** Where to push and pull, by image. */
  public Map<String, Output<String>> imageUris() {
    Map<String, Output<String>> uris = new LinkedHashMap<>();
    imageScopes.keySet().forEach(image -> uris.put(image, imageUri(image)));
    return uris;
  }

  /**
   * One version of a model, once its container exists.
   *
   * @throws IllegalArgumentException if the registry has no such model
   */
  public Output<String> modelVersion(String model, int version) {
    RegistryModelContainer container = models.get(model);
    if (container == null) {
      throw new IllegalArgumentException("no model " + model + " is in the registry");
    }
    return uri(container).applyValue(uri -> uri + "/versions/" + version);
  }

  private Output<String> uri(RegistryModelContainer container) {
    return Output.tuple(modelRegistry.name(), container.name())
        .applyValue(both -> "azureml://registries/" + both.t1 + "/models/" + both.t2);
  }

  private Output<String> imageUri(String image) {
    return images.server().applyValue(server -> server + "/" + repository(image));
  }

  private String repository(String image) {
    return componentName() + "/" + image;
  }

  private ScopeMap scope(String image, Output<String> group) {
    String repository = "repositories/" + repository(image);
    return new ScopeMap(
        child(image),
        ScopeMapArgs.builder()
            .resourceGroupName(group)
            .registryName(images.name())
            .scopeMapName(names().resource(image))
            .description("Pushes and pulls " + image + " alone")
            .actions(
                repository + "/content/read",
                repository + "/content/write",
                repository + "/metadata/read")
            .build(),
        parentedDeleteFirst());
  }

  private com.pulumi.azurenative.machinelearningservices.Registry modelRegistry(
      NetworkAccess network) {
    return new com.pulumi.azurenative.machinelearningservices.Registry(
        child("models"),
        RegistryArgs.builder()
            .registryName(names().workspace("models"))
            .resourceGroupName(resourceGroup())
            .location(location())
            .identity(
                ManagedServiceIdentityArgs.builder()
                    .type(ManagedServiceIdentityType.SystemAssigned)
                    .build())
            .registryProperties(
                com.pulumi.azurenative.machinelearningservices.inputs.RegistryArgs.builder()
                    .publicNetworkAccess(publicAccess(network))
                    .regionDetails(region())
                    .build())
            .tags(tags())
            .build(),
        parentedDeleteFirst());
  }

  private RegistryRegionArmDetailsArgs region() {
    return RegistryRegionArmDetailsArgs.builder()
        .location(location())
        .acrDetails(
            AcrDetailsArgs.builder()
                .systemCreatedAcrAccount(
                    SystemCreatedAcrAccountArgs.builder().acrAccountSku("Premium").build())
                .build())
        .storageAccountDetails(
            StorageAccountDetailsArgs.builder()
                .systemCreatedStorageAccount(
                    SystemCreatedStorageAccountArgs.builder()
                        .storageAccountType("Standard_ZRS")
                        .storageAccountHnsEnabled(false)
                        .allowBlobPublicAccess(false)
                        .build())
                .build())
        .build();
  }

  private RegistryModelContainer model(String model) {
    return new RegistryModelContainer(
        child("model-" + model),
        RegistryModelContainerArgs.builder()
            .resourceGroupName(resourceGroup())
            .registryName(modelRegistry.name())
            .modelName(model)
            .modelContainerProperties(
                ModelContainerArgs.builder()
                    .description("Versions of " + model)
                    .tags(tags())
                    .build())
            .build(),
        parentedDeleteFirst());
  }

  /** Builds a {@link Registry}. */
  public static final class Builder extends AzureBuilder<Registry, Builder> {
    private @Nullable Output<String> imageGroup;
    private List<String> models = List.of();
    private List<String> images = List.of();
    private boolean scanOnPush = true;

    private Builder(String name) {
      super(name);
    }

    /** Name of the group of the container registry. Default: that of the model registry. */
    public Builder imageGroup(Output<String> value) {
      imageGroup = value;
      return this;
    }

    /** Names of models; each has a container of versions. Default: none. */
    public Builder models(List<String> value) {
      models = List.copyOf(value);
      return this;
    }

    /** Names of images; each has a scope map for tokens of its own. Default: none. */
    public Builder images(List<String> value) {
      images = List.copyOf(value);
      return this;
    }

    /**
     * Whether nobody pulls an image before a scanner with the role AcrQuarantineWriter has passed
     * it. Default: true.
     */
    public Builder scanOnPush(boolean value) {
      scanOnPush = value;
      return this;
    }

    /** Models and images as the environment file has them. */
    public Builder registry(dev.mlestate.model.Registry value) {
      return models(value.models()).images(value.images()).scanOnPush(value.scanOnPush());
    }

    private Output<String> imagesIn(Output<String> other) {
      return imageGroup == null ? other : imageGroup;
    }

    @Override
    public Registry build() {
      return new Registry(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
