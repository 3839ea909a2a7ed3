package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.check.AutoNames;
import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.check.Naming;
import dev.mlestate.simulated.check.ValueRules;
import dev.mlestate.simulated.cloud.Admission;
import dev.mlestate.simulated.cloud.CloudProfile;
import dev.mlestate.simulated.cloud.CloudSettings;
import dev.mlestate.simulated.cloud.CloudTables;
import dev.mlestate.simulated.cloud.ReferenceForms;
import dev.mlestate.simulated.cloud.Surroundings;
import dev.mlestate.simulated.diff.InputFlags;
import dev.mlestate.simulated.diff.Replacements;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Azure and pulumi/azure-native. */
public final class AzureProfile implements CloudProfile {
  private static final Map<String, String> COMMON = new LinkedHashMap<>();

  static {
    COMMON.put("id", "{path}");
    COMMON.put("name", "{lastName}");
    COMMON.put("type", "{armType}");
    COMMON.put("location", "{place}");
    COMMON.put("provisioningState", "Succeeded");
    COMMON.put("etag", "W/\"{guid:etag}\"");
    COMMON.put("resourceGuid", "{guid:resource}");
    COMMON.put("tenantId", "{tenant}");
    COMMON.put("privateEndpointConnections", "=[]");
    COMMON.put("systemData", "={}");
  }

  private static final List<ArmRule> RULES =
      List.of(
          new Parents(),
          new GlobalNames(),
          new SoftDeletion(),
          new References(),
          new RoleAssignments(),
          new CustomerManagedKeys(),
          new Networks(),
          new Clusters(),
          new Stores());

  private final CloudTables tables =
      new CloudTables(
          AzureProfile.class,
          "azure-native:",
          "cannot create already existing resource '{id}'",
          Map.of());

  private final Replacements replacements =
      Replacements.of(
          AzureProfile.class, "replace.tsv", "replace-decided.tsv", Replacements.Reach.BELOW);

  private final ValueRules values = ValueRules.of(AzureProfile.class, "value-rules.tsv");
  private final InputFlags flags = new AzureFlags();
  private final Naming naming = new AzureNaming();
  private final ReferenceForms references = new AzureReferenceForms();

  private AzureProfile() {}

  private static final class Holder {
    private static final AzureProfile INSTANCE = new AzureProfile();
  }

  /** The profile, whose tables are read when it is first asked for. */
  public static AzureProfile instance() {
    return Holder.INSTANCE;
  }

  @Override
  public String packageName() {
    return "azure-native";
  }

  @Override
  public String version() {
    return AzureSchema.SDK;
  }

  @Override
  public Schema schema(String version) {
    return AzureSchema.of(version);
  }

  @Override
  public CloudTables tables() {
    return tables;
  }

  @Override
  public String family(String type) {
    return ResourcePaths.unversioned(type);
  }

  @Override
  public Replacements replacements(String version) {
    return replacements;
  }

  @Override
  public InputFlags flags() {
    return flags;
  }

  @Override
  public Naming naming() {
    return naming;
  }

  @Override
  public ReferenceForms references() {
    return references;
  }

  @Override
  public CloudSettings settings(Obj arguments, String account) {
    return AzureSettings.of(arguments, account, CloudSettings.version(arguments, version()));
  }

  @Override
  public Set<String> replacingArguments() {
    return Set.of("subscriptionId");
  }

  @Override
  public String scope(String type, String id, CloudSettings settings) {
    return "global";
  }

  @Override
  public Obj completed(
      ResourceDeclaration type,
      Obj before,
      Obj inputs,
      Optional<CloudSettings> settings,
      Supplier<List<RecordedResource>> all) {
    return DefaultPlace.complete(type, before, inputs, settings, all);
  }

  @Override
  public List<CheckFailure> check(
      ResourceDeclaration type, Obj inputs, Optional<CloudSettings> settings) {
    String version = settings.map(CloudSettings::version).orElseGet(this::version);
    List<CheckFailure> failures =
        new ArrayList<>(AzureVariants.check(schema(version), type.token(), inputs));
    failures.addAll(values.check(type.token(), inputs));
    failures.addAll(AzureLocations.check(inputs));
    return failures;
  }

  @Override
  public Optional<String> place(String place, Surroundings around) {
    return AzurePlaces.value(place, around);
  }

  @Override
  public Map<String, String> commonOutputs() {
    return COMMON;
  }

  @Override
  public TagOutputs tagOutputs() {
    return new TagOutputs("tags", List.of());
  }

  @Override
  public void admit(Admission wanted) {
    String subscription = wanted.settings().account();
    Subscription there =
        new Subscription(subscription, wanted.all(), wanted.known(), wanted.record().existing());
    ResourcePaths.id(wanted.type(), wanted.inputs(), subscription)
        .ifPresent(id -> RULES.forEach(rule -> rule.check(wanted, id, there)));
  }

  @Override
  public void admitDeletion(RecordedResource target, List<RecordedResource> all) {
    AzureDeletions.check(target, all);
  }

  @Override
  public List<RecordedResource> takenAlong(RecordedResource target, List<RecordedResource> all) {
    return AzureDeletions.within(target, all);
  }

  /** The provider deletes first unless it chose the name itself. */
  @Override
  public boolean deletesFirst(ResourceDeclaration type, Obj before, Obj after) {
    return naming
        .property(type)
        .filter(property -> AutoNames.isAutomatic(before, property))
        .isEmpty();
  }

  @Override
  public Obj shaped(ResourceDeclaration type, Obj outputs) {
    return IdentityOutputs.shaped(outputs);
  }

  @Override
  public Optional<String> remainder(RecordedResource deleted) {
    return SoftDeletion.remainder(deleted);
  }

  @Override
  public Obj invoke(
      String token,
      Obj arguments,
      CloudSettings settings,
      List<RecordedResource> all,
      Set<String> before) {
    return AzureInvokes.answer(token, arguments, settings, all, before);
  }
}
