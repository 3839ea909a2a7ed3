package dev.mlestate.simulated.azure;

import static dev.mlestate.wire.PropertyValues.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.simulated.cloud.CloudDiff;
import dev.mlestate.simulated.diff.DiffAnswer;
import dev.mlestate.simulated.schema.ObjectDeclaration;
import dev.mlestate.simulated.schema.PropertyDeclaration;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.simulated.schema.ValueType;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AzureDiffTest {
  private static final String VERSION = "2.999.0";
  private static final Schema SCHEMA = AzureSchema.of(VERSION);
  private static final String CLUSTER = "azure-native:containerservice:ManagedCluster";

  private static DiffAnswer diff(String token, Obj before, Obj after) {
    return CloudDiff.of(
        AzureProfile.instance(),
        SCHEMA,
        SCHEMA.resource(token).orElseThrow(),
        before,
        after,
        VERSION);
  }

  private static boolean replaces(String token, Obj before, Obj after) {
    return !diff(token, before, after).replacing().isEmpty();
  }

  /** Every type of outputs.tsv: those that an estate is built of. */
  @Test
  void replacesWhereTheTableSaysAlways() {
    TreeSet<String> ours = new TreeSet<>();
    DatedTable.rows(AzureProfile.class, "outputs.tsv", 3).forEach(row -> ours.add(row.get(0)));
    List<String> wrong = new ArrayList<>();
    int judged = 0;
    for (List<String> row : DatedTable.rows(AzureProfile.class, "replace.tsv", 4)) {
      if (!ours.contains(row.get(0)) || !row.get(2).equals("always")) {
        continue;
      }
      ResourceDeclaration declaration = SCHEMA.resource(row.get(0)).orElseThrow();
      Optional<Obj> one = sample(declaration.inputs(), row.get(1), "a", 1);
      Optional<Obj> other = sample(declaration.inputs(), row.get(1), "b", 2);
      if (one.isEmpty() || other.isEmpty()) {
        continue;
      }
      judged++;
      Obj before = one.get().equals(other.get()) ? PropertyValues.EMPTY : one.get();
      if (!replaces(row.get(0), before, other.get())) {
        wrong.add(row.get(0) + " " + row.get(1));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(judged).isGreaterThan(180);
  }

  /** Inputs in which only the place has a value; the last step decides which. */
  private static Optional<Obj> sample(
      ObjectDeclaration declared, String place, String text, int number) {
    int dot = place.indexOf('.');
    String head = dot < 0 ? place : place.substring(0, dot);
    String name = head.replaceAll("[\\[\\]{}]", "");
    PropertyDeclaration property = declared.members().get(name);
    if (property == null) {
      return Optional.empty();
    }
    return value(property.type(), dot < 0 ? "" : place.substring(dot + 1), text, number)
        .map(given -> object(name, given));
  }

  private static Optional<PropertyValue> value(
      ValueType type, String rest, String text, int number) {
    if (type instanceof ValueType.ListOf list) {
      return value(list.element(), rest, text, number)
          .map(element -> PropertyValues.of(List.of(element)));
    } else if (type instanceof ValueType.MapOf map) {
      return value(map.value(), rest, text, number).map(member -> object("key", member));
    } else if (type instanceof ValueType.Nested nested) {
      ObjectDeclaration declared = SCHEMA.object(nested.name()).orElseThrow();
      return rest.isEmpty()
          ? Optional.of(PropertyValues.EMPTY)
          : sample(declared, rest, text, number).map(each -> each);
    } else if (type instanceof ValueType.Either either) {
      return value(either.left(), rest, text, number);
    } else if (type instanceof ValueType.Whole || type instanceof ValueType.Decimal) {
      return Optional.of(PropertyValues.of(number));
    } else if (type instanceof ValueType.Flag) {
      return Optional.of(PropertyValues.of(number == 1));
    }
    return Optional.of(PropertyValues.of(text));
  }

  @Test
  void takesTheBranchesThatWereDecided() {
    assertThat(
            replaces(
                CLUSTER,
                object("networkProfile", object("networkDataplane", "azure")),
                object("networkProfile", object("networkDataplane", "cilium"))))
        .isFalse();
    assertThat(
            replaces(
                CLUSTER,
                object("networkProfile", object("networkDataplane", "cilium")),
                object("networkProfile", object("networkDataplane", "azure"))))
        .isTrue();
    String storage = "azure-native:storage:StorageAccount";
    assertThat(
            replaces(
                storage,
                object("sku", object("name", "Standard_LRS")),
                object("sku", object("name", "Standard_ZRS"))))
        .isFalse();
    assertThat(
            replaces(
                storage,
                object("sku", object("name", "Standard_LRS")),
                object("sku", object("name", "Premium_LRS"))))
        .isTrue();
    String workspace = "azure-native:machinelearningservices/v20240401:Workspace";
    Obj key = object("status", "Enabled", "keyVaultProperties", object("keyIdentifier", "v1"));
    Obj newer = object("status", "Enabled", "keyVaultProperties", object("keyIdentifier", "v2"));
    assertThat(replaces(workspace, object("encryption", key), object("encryption", newer)))
        .isFalse();
    assertThat(replaces(workspace, PropertyValues.EMPTY, object("encryption", key))).isTrue();
  }

  @Test
  void replacesLaterVersionsOfATypeByTheSameRows() {
    assertThat(
            replaces(
                "azure-native:containerservice/v20250101:AgentPool",
                object("gpuProfile", object("driver", "Install")),
                object("gpuProfile", object("driver", "None"))))
        .isTrue();
  }

  @Test
  void seesNoChangeInTheSpellingOfAPlaceOrTheOrderOfIdentities() {
    assertThat(
            diff(
                    "azure-native:network:VirtualNetwork",
                    object("location", "East US"),
                    object("location", "eastus"))
                .changes())
        .isEmpty();
    assertThat(
            diff(
                    CLUSTER,
                    object("identity", object("userAssignedIdentities", List.of("/a", "/b"))),
                    object("identity", object("userAssignedIdentities", List.of("/b", "/a"))))
                .changes())
        .isEmpty();
    assertThat(
            diff(
                    "azure-native:network:VirtualNetwork",
                    object("addressSpace", object("addressPrefixes", List.of("a", "b"))),
                    object("addressSpace", object("addressPrefixes", List.of("b", "a"))))
                .changes())
        .hasSize(2);
  }

  @Test
  void replacesNothingForWhatIsNotKnownWithinAnObject() {
    String type = "azure-native:machinelearningservices:OnlineDeployment";
    Obj before =
        object(
            "onlineDeploymentProperties",
            object("instanceType", "Standard_NC4as_T4_v3", "environmentId", "a"));
    assertThat(replaces(type, before, object("onlineDeploymentProperties", PropertyValues.UNKNOWN)))
        .isFalse();
    assertThat(
            replaces(
                type,
                before,
                object(
                    "onlineDeploymentProperties",
                    object("instanceType", PropertyValues.UNKNOWN, "environmentId", "a"))))
        .isTrue();
  }

  @Test
  void deletesFirstUnlessTheNameWasAutomatic() {
    Obj before = object("vaultName", "kv", "location", "eastus");
    Obj after = object("vaultName", "kv", "location", "westus");
    assertThat(diff("azure-native:keyvault:Vault", before, after).deleteFirst()).isTrue();
    PropertyValue automatic = PropertyValues.of(List.of(PropertyValues.of("vaultName")));
    assertThat(
            diff(
                    "azure-native:keyvault:Vault",
                    PropertyValues.with(before, "__defaults", automatic),
                    PropertyValues.with(after, "__defaults", automatic))
                .deleteFirst())
        .isFalse();
  }
}
