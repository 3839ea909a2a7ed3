package dev.mlestate.azure.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import dev.mlestate.azure.testing.AcceptingAzure;
import dev.mlestate.azure.testing.Given;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RegistryTest {
  private static final String IMAGES = "azure-native:containerregistry:Registry";
  private static final String SCOPE = "azure-native:containerregistry:ScopeMap";
  private static final String MODELS = "azure-native:machinelearningservices:Registry";
  private static final String MODEL = "azure-native:machinelearningservices:RegistryModelContainer";

  @Test
  void imagesHaveNoPasswordAndStandInThreeZones() {
    Recorded images = registry(builder -> builder).one(IMAGES);

    assertThat(images.inputs())
        .containsEntry("adminUserEnabled", false)
        .containsEntry("zoneRedundancy", "Enabled")
        .containsEntry("tags", Given.TAGS);
    assertThat(images.at("sku.name")).isEqualTo("Premium");
    assertThat(images.at("policies.retentionPolicy.status")).isEqualTo("enabled");
    assertThat((String) images.at("registryName")).matches("visiondev[0-9a-f]{6}");
  }

  @Test
  void imagesWaitForAScannerOnlyIfWanted() {
    assertThat(registry(builder -> builder).one(IMAGES).at("policies.quarantinePolicy.status"))
        .isEqualTo("enabled");
    assertThat(
            registry(builder -> builder.scanOnPush(false))
                .one(IMAGES)
                .at("policies.quarantinePolicy.status"))
        .isEqualTo("disabled");
  }

  @Test
  void imagesAreEncryptedWithTheCustomersKey() {
    Recorded images = registry(builder -> builder.keys(Given.keys())).one(IMAGES);

    assertThat(images.at("encryption"))
        .isEqualTo(
            Map.of(
                "status",
                "enabled",
                "keyVaultProperties",
                Map.of(
                    "identity",
                    "client of data",
                    "keyIdentifier",
                    "https://kv.vault.azure.net/keys/data")));
    assertThat(images.at("identity.userAssignedIdentities"))
        .isEqualTo(Map.of(Given.keyUser(KeyDomain.DATA), Map.of()));
  }

  @Test
  void anImageHasAScopeOfItsOwn() {
    assertThat(registry(builder -> builder.images(List.of("training"))).one(SCOPE).at("actions"))
        .isEqualTo(
            List.of(
                "repositories/vision-dev/training/content/read",
                "repositories/vision-dev/training/content/write",
                "repositories/vision-dev/training/metadata/read"));
  }

  @Test
  void modelsLieInOneRegionAlone() {
    Recorded models = registry(builder -> builder).one(MODELS);

    assertThat((List<?>) models.at("registryProperties.regionDetails")).hasSize(1);
    assertThat(models.at("registryProperties.regionDetails[0].location")).isEqualTo("eastus");
    assertThat(
            models.at(
                "registryProperties.regionDetails[0].storageAccountDetails[0].systemCreatedStorageAccount.allowBlobPublicAccess"))
        .isEqualTo(false);
  }

  @Test
  void urisAreThoseThatToolsTake() {
    RecordedStack stack =
        RecordedStack.of(
            new AcceptingAzure(),
            context -> {
              Registry registry = new Given().registry();
              Map<String, Output<?>> outputs = new TreeMap<>(registry.imageUris());
              outputs.putAll(registry.modelUris());
              outputs.put("version", registry.modelVersion("ranker", 3));
              return outputs;
            });

    assertThat((String) stack.outputs().get("serving"))
        .matches("visiondev[0-9a-f]{6}\\.azurecr\\.io/vision-dev/serving");
    assertThat(stack.outputs().get("version"))
        .isEqualTo(stack.outputs().get("ranker") + "/versions/3");
    assertThat((String) stack.outputs().get("ranker")).startsWith("azureml://registries/");
    assertThat(stack.one(MODEL).at("modelName")).isEqualTo("ranker");
  }

  @Test
  void aModelThatIsNotThereIsRefused() {
    assertThatThrownBy(
            () ->
                RecordedStack.of(
                    new AcceptingAzure(),
                    () -> {
                      var unused = new Given().registry().modelVersion("other", 1);
                    }))
        .hasStackTraceContaining("no model other");
  }

  private static RecordedStack registry(UnaryOperator<Registry.Builder> options) {
    return RecordedStack.of(
        new AcceptingAzure(),
        () -> options.apply(new Given().to(Registry.builder("vision-dev"))).build());
  }
}
