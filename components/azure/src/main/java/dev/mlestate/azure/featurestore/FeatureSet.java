package dev.mlestate.azure.featurestore;

import com.pulumi.azurenative.machinelearningservices.FeaturesetContainerEntity;
import com.pulumi.azurenative.machinelearningservices.FeaturesetVersion;
import com.pulumi.azurenative.machinelearningservices.FeaturestoreEntityContainerEntity;
import com.pulumi.azurenative.machinelearningservices.FeaturestoreEntityVersion;
import com.pulumi.azurenative.storage.Blob;

/**
 * A group of features as Azure Machine Learning has it.
 *
 * @param entity what the features are of
 * @param entityVersion by which column the entity is known
 * @param specification the file that says which features there are
 * @param container all versions of the set
 * @param version the version that the environment file describes
 * @param versionName what the version is called
 */
public record FeatureSet(
    FeaturestoreEntityContainerEntity entity,
    FeaturestoreEntityVersion entityVersion,
    Blob specification,
    FeaturesetContainerEntity container,
    FeaturesetVersion version,
    String versionName) {}
