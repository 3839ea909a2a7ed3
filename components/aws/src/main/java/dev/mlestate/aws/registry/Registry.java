package dev.mlestate.aws.registry;

import com.pulumi.aws.sagemaker.ModelPackageGroup;
import com.pulumi.aws.sagemaker.ModelPackageGroupArgs;
import com.pulumi.core.Output;
import dev.mlestate.aws.encryption.EncryptionKeys;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.storage.BucketEncryption;
import dev.mlestate.aws.storage.BucketRetention;
import dev.mlestate.aws.storage.SecureBucket;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Versions of models with a bucket for their artifacts, and repositories of images.
 *
 * <pre>{@code
 * Registry registry =
 *     Registry.builder("vision-dev").account(account).models(List.of("ranker")).build();
 * }</pre>
 */
public final class Registry extends EstateComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:aws:Registry";

  private final SecureBucket artifacts;
  private final Map<String, ModelPackageGroup> models = new LinkedHashMap<>();
  private final Map<String, ImageRepository> images = new LinkedHashMap<>();
  private final AwsAccount account;

  private Registry(Builder builder) {
    super(TYPE, builder);
    account = ComponentBuilder.required(builder.account, "account");
    BucketEncryption encryption = BucketEncryption.of(builder.keys.arn(KeyDomain.DATA), account);
    artifacts =
        SecureBucket.builder(child("model-artifacts"))
            .account(account)
            .encryption(builder.allowedKeys.map(encryption::allowing).orElse(encryption))
            .retention(BucketRetention.noncurrent(builder.retentionDays))
            .accessLogs(builder.accessLogs)
            .forceDestroy(builder.disposable)
            .tags(tags())
            .options(parentedComponent())
            .build();
    for (String model : builder.models) {
      models.put(
          model,
          new ModelPackageGroup(
              child(model),
              ModelPackageGroupArgs.builder()
                  .modelPackageGroupName(child(model))
                  .modelPackageGroupDescription("Versions of " + model)
                  .tags(tags())
                  .build(),
              parentedDeleteFirst()));
    }
    ImageRepository.Settings settings =
        new ImageRepository.Settings(
            account,
            builder.keys.arn(KeyDomain.DATA),
            builder.scanOnPush,
            builder.keepImages,
            builder.disposable,
            tags());
    for (String image : builder.images) {
      images.put(
          image,
          ImageRepository.create(
              child(image), componentName() + "/" + image, settings, parentedDeleteFirst()));
    }
    Map<String, Output<?>> outputs = new TreeMap<>();
    outputs.put("artifactsUri", artifacts.uri());
    imageUris().forEach((image, uri) -> outputs.put(image + "ImageUri", uri));
    complete(outputs);
  }

  /**
   * Starts a registry.
   *
   * @param name prefix of model package groups and repositories, such as vision-dev
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /**
   * The ARN of one version of a model.
   *
   * @param group what SageMaker calls the model package group
   * @param version 1 is the first
   */
  public static String modelPackageArn(AwsAccount account, String group, int version) {
    return account.arn("sagemaker", "model-package/" + group + "/" + version);
  }

  /** The bucket of the models' artifacts. */
  public SecureBucket artifacts() {
    return artifacts;
  }

  /** By the model's name in the environment file. */
  public Map<String, ModelPackageGroup> models() {
    return Collections.unmodifiableMap(models);
  }

  /** By the image's name in the environment file. */
  public Map<String, ImageRepository> images() {
    return Collections.unmodifiableMap(images);
  }

  /** The ARNs of the model package groups, by model. */
  public Map<String, Output<String>> modelUris() {
    Map<String, Output<String>> uris = new LinkedHashMap<>();
    models.forEach((model, group) -> uris.put(model, group.arn()));
    return uris;
  }

  /** Where to push and pull, by image. */
  public Map<String, Output<String>> imageUris() {
    Map<String, Output<String>> uris = new LinkedHashMap<>();
    images.forEach((image, repository) -> uris.put(image, repository.repository().repositoryUrl()));
    return uris;
  }

  /** The ARN of one version of a model, once its group exists. */
  public Output<String> modelPackage(String model, int version) {
    ModelPackageGroup group = models.get(model);
    if (group == null) {
      throw new IllegalArgumentException("no model " + model + " is in the registry");
    }
    return group
        .modelPackageGroupName()
        .applyValue(name -> modelPackageArn(account, name, version));
  }

  /** Builds a {@link Registry}. */
  public static final class Builder extends ComponentBuilder<Registry, Builder> {
    private @Nullable AwsAccount account;
    private EncryptionKeys keys = EncryptionKeys.providerManaged();
    private Optional<String> allowedKeys = Optional.empty();
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

    /** Account and region. Required. */
    public Builder account(AwsAccount value) {
      account = value;
      return this;
    }

    /** The data key encrypts artifacts and images. Default: keys that AWS manages. */
    public Builder keys(EncryptionKeys value) {
      keys = value;
      return this;
    }

    /** Pattern of the key ARNs that writers may name. Default: any of the account and region. */
    public Builder allowedKeys(String value) {
      allowedKeys = Optional.of(value);
      return this;
    }

    /** Name of the bucket that receives the access logs. Default: none are kept. */
    public Builder accessLogs(Output<String> value) {
      accessLogs = Optional.of(value);
      return this;
    }

    /** Names of models; each has a group of versions. Default: none. */
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

    /** Whether deleting the registry deletes artifacts and images. Default: false. */
    public Builder disposable(boolean value) {
      disposable = value;
      return this;
    }

    /** How many images a repository keeps, the newest. Default: 200. */
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
