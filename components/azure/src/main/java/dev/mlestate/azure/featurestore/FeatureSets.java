package dev.mlestate.azure.featurestore;

import com.pulumi.asset.AssetOrArchive;
import com.pulumi.asset.StringAsset;
import com.pulumi.azurenative.machinelearningservices.FeaturesetContainerEntity;
import com.pulumi.azurenative.machinelearningservices.FeaturesetContainerEntityArgs;
import com.pulumi.azurenative.machinelearningservices.FeaturesetVersion;
import com.pulumi.azurenative.machinelearningservices.FeaturesetVersionArgs;
import com.pulumi.azurenative.machinelearningservices.FeaturestoreEntityContainerEntity;
import com.pulumi.azurenative.machinelearningservices.FeaturestoreEntityContainerEntityArgs;
import com.pulumi.azurenative.machinelearningservices.FeaturestoreEntityVersion;
import com.pulumi.azurenative.machinelearningservices.FeaturestoreEntityVersionArgs;
import com.pulumi.azurenative.machinelearningservices.enums.FeatureDataType;
import com.pulumi.azurenative.machinelearningservices.enums.MaterializationStoreType;
import com.pulumi.azurenative.machinelearningservices.inputs.FeaturesetContainerArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.FeaturesetSpecificationArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.FeaturestoreEntityContainerArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.IndexColumnArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.MaterializationComputeResourceArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.MaterializationSettingsArgs;
import com.pulumi.azurenative.storage.Blob;
import com.pulumi.azurenative.storage.BlobArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import dev.mlestate.model.FeatureGroup;
import dev.mlestate.planning.ShortNames;
import dev.mlestate.pulumi.RawType;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Registers feature sets in one workspace. */
final class FeatureSets {
  /** Earlier plugins sign in with the account's shared key, which is turned off. */
  static final RawType BLOB =
      new RawType(
          "azure-native:storage:Blob",
          "3.0.0",
          "pulumi/pulumi-azure-native, provider/pkg/resources/customresources/"
              + "custom_storage_azidentity.go, read 2026-11-24");

  /** The least that a job of Spark takes. */
  private static final String JOB_MACHINE = "Standard_E4s_v3";

  private static final int VERSION_DIGITS = 8;

  private final UnaryOperator<String> child;
  private final Output<String> resourceGroup;
  private final Output<String> workspace;
  private final boolean online;
  private final Map<String, String> tags;

  FeatureSets(
      UnaryOperator<String> child,
      Output<String> resourceGroup,
      Output<String> workspace,
      boolean online,
      Map<String, String> tags) {
    this.child = child;
    this.resourceGroup = resourceGroup;
    this.workspace = workspace;
    this.online = online;
    this.tags = tags;
  }

  /**
   * Where a set's specification and data lie.
   *
   * @param account of the specification
   * @param container of the specification
   * @param source folder of the data, such as abfss://…/users
   * @param folder by which the workspace finds the container
   */
  record Place(
      Output<String> account,
      Output<String> container,
      Output<String> source,
      Output<String> folder) {}

  /**
   * Registers a set.
   *
   * @param blobs provider of the specification
   * @param options of everything: what keeps its name must go before its successor comes
   */
  FeatureSet create(
      FeatureGroup group, Place place, ProviderResource blobs, CustomResourceOptions options) {
    FeaturestoreEntityContainerEntity entity = entity(group, options);
    FeaturestoreEntityVersion entityVersion = entityVersion(group, entity, options);
    String version = FeatureSpecification.version(group);
    Blob specification = specification(group, version, place, blobs, options);
    FeaturesetContainerEntity container = container(group, options);
    Output<String> path =
        Output.tuple(place.folder(), specification.name())
            .applyValue(both -> both.t1 + "/" + both.t2.replaceAll("/[^/]*$", ""));
    FeaturesetVersion set =
        new FeaturesetVersion(
            child.apply("set-" + group.name()),
            FeaturesetVersionArgs.builder()
                .resourceGroupName(resourceGroup)
                .workspaceName(workspace)
                .name(container.name())
                .version(version)
                .featuresetVersionProperties(
                    com.pulumi.azurenative.machinelearningservices.inputs.FeaturesetVersionArgs
                        .builder()
                        .description("Features of " + group.name())
                        .entities(entityReference(entity, entityVersion).applyValue(List::of))
                        .specification(FeaturesetSpecificationArgs.builder().path(path).build())
                        .materializationSettings(materialization())
                        .stage("Development")
                        .tags(tags)
                        .build())
                .build(),
            options);
    return new FeatureSet(entity, entityVersion, specification, container, set, version);
  }

  private FeaturestoreEntityContainerEntity entity(
      FeatureGroup group, CustomResourceOptions options) {
    return new FeaturestoreEntityContainerEntity(
        child.apply("entity-" + group.name()),
        FeaturestoreEntityContainerEntityArgs.builder()
            .resourceGroupName(resourceGroup)
            .workspaceName(workspace)
            .name(group.name())
            .featurestoreEntityContainerProperties(
                FeaturestoreEntityContainerArgs.builder()
                    .description("What " + group.name() + " are features of")
                    .tags(tags)
                    .build())
            .build(),
        options);
  }

  private FeaturestoreEntityVersion entityVersion(
      FeatureGroup group, FeaturestoreEntityContainerEntity entity, CustomResourceOptions options) {
    return new FeaturestoreEntityVersion(
        child.apply("entity-" + group.name()),
        FeaturestoreEntityVersionArgs.builder()
            .resourceGroupName(resourceGroup)
            .workspaceName(workspace)
            .name(entity.name())
            .version(ShortNames.hash(VERSION_DIGITS, group.entityId()))
            .featurestoreEntityVersionProperties(
                com.pulumi.azurenative.machinelearningservices.inputs.FeaturestoreEntityVersionArgs
                    .builder()
                    .description("Known by " + group.entityId())
                    .indexColumns(
                        IndexColumnArgs.builder()
                            .columnName(group.entityId())
                            .dataType(FeatureDataType.String)
                            .build())
                    .tags(tags)
                    .build())
            .build(),
        options);
  }

  private Blob specification(
      FeatureGroup group,
      String version,
      Place place,
      ProviderResource blobs,
      CustomResourceOptions options) {
    return new Blob(
        child.apply("specification-" + group.name()),
        BlobArgs.builder()
            .resourceGroupName(resourceGroup)
            .accountName(place.account())
            .containerName(place.container())
            .blobName(group.name() + "/" + version + "/FeatureSetSpec.yaml")
            .contentType("application/yaml")
            .source(
                FeatureSpecification.text(group, place.source())
                    .applyValue(text -> (AssetOrArchive) new StringAsset(text)))
            .build(),
        CustomResourceOptions.merge(
            options, CustomResourceOptions.builder().provider(blobs).build()));
  }

  private FeaturesetContainerEntity container(FeatureGroup group, CustomResourceOptions options) {
    return new FeaturesetContainerEntity(
        child.apply("set-" + group.name()),
        FeaturesetContainerEntityArgs.builder()
            .resourceGroupName(resourceGroup)
            .workspaceName(workspace)
            .name(group.name())
            .featuresetContainerProperties(
                FeaturesetContainerArgs.builder()
                    .description("Versions of " + group.name())
                    .tags(tags)
                    .build())
            .build(),
        options);
  }

  private MaterializationSettingsArgs materialization() {
    return MaterializationSettingsArgs.builder()
        .storeType(
            online ? MaterializationStoreType.OnlineAndOffline : MaterializationStoreType.Offline)
        .resource(MaterializationComputeResourceArgs.builder().instanceType(JOB_MACHINE).build())
        .build();
  }

  private static Output<String> entityReference(
      FeaturestoreEntityContainerEntity entity, FeaturestoreEntityVersion version) {
    return Output.tuple(entity.name(), version.name())
        .applyValue(both -> "azureml:" + both.t1 + ":" + both.t2);
  }
}
