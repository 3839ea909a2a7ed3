package dev.mlestate.gcp.registry;

import com.pulumi.core.Output;
import com.pulumi.gcp.artifactregistry.Repository;
import com.pulumi.gcp.projects.Service;
import com.pulumi.gcp.projects.ServiceArgs;
import dev.mlestate.gcp.component.GcpBuilder;
import dev.mlestate.gcp.component.GcpComponent;
import dev.mlestate.gcp.storage.BucketRetention;
import dev.mlestate.gcp.storage.SecureBucket;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.pulumi.Names;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A bucket for models' artifacts, names for the models in Vertex AI's registry, and repositories of
 * images.
 *
 * <pre>{@code
 * Registry registry =
 *     Registry.builder("vision-dev").project(project).models(List.of("ranker")).build();
 * }</pre>
 *
 * <p>A model comes to be in Vertex AI's registry by the upload of its first version, and the
 * provider has no resource for it (hashicorp/terraform-provider-google issue 25152, read
 * 2026-11-24). So the registry is a convention that endpoints rely on: who uploads gives the model
 * the id of {@link #modelUris}, and puts its artifacts under {@link #artifactsUri}.
 */
public final class Registry extends GcpComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:gcp:Registry";

  /** Vertex AI API reference, UploadModelRequest.modelId; general knowledge, not read. */
  private static final int LONGEST_MODEL_ID = 63;

  private final SecureBucket artifacts;
  private final List<String> models;
  private final Map<String, Repository> images = new LinkedHashMap<>();
  private final Optional<Service> scanning;

  private Registry(Builder builder) {
    super(TYPE, builder);
    models = builder.models;
    artifacts =
        SecureBucket.builder(child("model-artifacts"))
            .project(project())
            .keys(builder.keys())
            .retention(BucketRetention.noncurrent(builder.retentionDays))
            .accessLogs(builder.accessLogs)
            .forceDestroy(builder.disposable)
            .tags(tags())
            .options(parentedComponent())
            .build();
    scanning = builder.scanOnPush ? Optional.of(scan()) : Optional.empty();
    for (String image : builder.images) {
      images.put(
          image,
          ImageRepository.create(
              repositoryName(image),
              project(),
              key(KeyDomain.DATA),
              builder.keepImages,
              labels(),
              parentedEncryptedDeleteFirst(KeyDomain.DATA)));
    }
    Map<String, Output<?>> outputs = new TreeMap<>();
    outputs.put("artifactsUri", artifacts.uri());
    imageUris().forEach((image, uri) -> outputs.put(image + "ImageUri", uri));
    modelUris().forEach((model, uri) -> outputs.put(model + "ModelUri", uri));
    complete(outputs);
  }

  /**
   * Starts a registry.
   *
   * @param name prefix of models and repositories, such as vision-dev
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The bucket of the models' artifacts. */
  public SecureBucket artifacts() {
    return artifacts;
  }

  /** By the image's name in the environment file. */
  public Map<String, Repository> images() {
    return Collections.unmodifiableMap(images);
  }

  /** What searches pushed images for known vulnerabilities; empty if nothing does. */
  public Optional<Service> scanning() {
    return scanning;
  }

  /** The models' names in Vertex AI, such as projects/p/locations/r/models/vision-dev-ranker. */
  public Map<String, Output<String>> modelUris() {
    Map<String, Output<String>> uris = new LinkedHashMap<>();
    models.forEach(model -> uris.put(model, Output.of(modelPath(model))));
    return uris;
  }

  /**
   * Where to push and pull, by image: docker push takes it with a tag. The last part is the image
   * in its repository.
   */
  public Map<String, Output<String>> imageUris() {
    Map<String, Output<String>> uris = new LinkedHashMap<>();
    images.forEach(
        (image, repository) ->
            uris.put(
                image,
                repository
                    .repositoryId()
                    .applyValue(
                        id ->
                            project().region()
                                + "-docker.pkg.dev/"
                                + project().id()
                                + "/"
                                + id
                                + "/"
                                + image)));
    return uris;
  }

  /** One version of a model in Vertex AI, such as …/models/vision-dev-ranker@3. */
  public String modelVersion(String model, int version) {
    return modelPath(inRegistry(model)) + "@" + version;
  }

  /** The folder of one version's artifacts, such as gs://…/models/ranker/3. */
  public Output<String> artifactsUri(String model, int version) {
    String folder = "/models/" + inRegistry(model) + "/" + version;
    return artifacts.uri().applyValue(uri -> uri + folder);
  }

  private String inRegistry(String model) {
    if (!models.contains(model)) {
      throw new IllegalArgumentException("no model " + model + " is in the registry");
    }
    return model;
  }

  private String modelPath(String model) {
    return project().path()
        + "/locations/"
        + project().region()
        + "/models/"
        + Names.limited(LONGEST_MODEL_ID, child(model));
  }

  private String repositoryName(String image) {
    return Names.limited(LONGEST_MODEL_ID, child(image));
  }

  /**
   * Scanning is the whole project's: it goes with the registry, since it is paid for by the image.
   */
  private Service scan() {
    return new Service(
        child("scanning"),
        ServiceArgs.builder()
            .service("containerscanning.googleapis.com")
            .disableOnDestroy(true)
            .disableDependentServices(false)
            .build(),
        parented());
  }

  /** Builds a {@link Registry}. */
  public static final class Builder extends GcpBuilder<Registry, Builder> {
    private Optional<Output<String>> accessLogs = Optional.empty();
    private List<String> models = List.of();
    private List<String> images = List.of();
    private boolean scanOnPush = true;
    private boolean disposable;
    private int keepImages = 200;
    private int retentionDays = 365;

    private Builder(String name) {
      super(name);
    }

    /** Name of the bucket that receives usage logs. Default: none are kept. */
    public Builder accessLogs(Output<String> value) {
      accessLogs = Optional.of(value);
      return this;
    }

    /** Names of models. Default: none. */
    public Builder models(List<String> value) {
      models = List.copyOf(value);
      return this;
    }

    /** Names of images; each has a repository. Default: none. */
    public Builder images(List<String> value) {
      images = List.copyOf(value);
      return this;
    }

    /** Whether images are searched for vulnerabilities as they come. Default: true. */
    public Builder scanOnPush(boolean value) {
      scanOnPush = value;
      return this;
    }

    /** Models and images as the environment file has them. */
    public Builder registry(dev.mlestate.model.Registry value) {
      return models(value.models()).images(value.images()).scanOnPush(value.scanOnPush());
    }

    /** Whether deleting the registry deletes artifacts. Default: false. */
    public Builder disposable(boolean value) {
      disposable = value;
      return this;
    }

    /** How many images a repository keeps whatever their tags, the newest. Default: 200. */
    public Builder keepImages(int value) {
      keepImages = value;
      return this;
    }

    /** Days after which replaced and deleted artifacts expire. Default: 365. */
    public Builder retentionDays(int value) {
      retentionDays = value;
      return this;
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
