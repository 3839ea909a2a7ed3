package dev.mlestate.simulated.gcp;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.check.Naming;
import dev.mlestate.simulated.check.ProviderDemands;
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
import dev.mlestate.simulated.schema.SchemaFile;
import dev.mlestate.simulated.schema.SpecifiedSchema;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Google Cloud as pulumi/gcp 7.0.0 shows it, and later versions where a program asks for one. */
public final class GcpProfile implements CloudProfile {
  private static final String SDK = "7.0.0";
  private static final String NEWEST = "9.26.0";
  private static final Pattern PLACE =
      Pattern.compile("/(?:locations|regions|zones)/([^/]+)(?:/|$)");

  private static final Map<String, String> COMMON = new LinkedHashMap<>();

  static {
    COMMON.put("id", "{gcpId}");
    COMMON.put("project", "{project}");
    COMMON.put("region", "{region}");
    COMMON.put("location", "{location}");
    COMMON.put("zone", "{zone}");
    COMMON.put("name", "{id}");
    COMMON.put("selfLink", "https://www.googleapis.com/compute/v1/{computeLink}{id}");
    COMMON.put("etag", "BwY{hex8:etag}=");
    COMMON.put("fingerprint", "{hex11:print}=");
    COMMON.put("labelFingerprint", "{hex11:labels}=");
    COMMON.put("createTime", "2026-01-01T00:00:00Z");
    COMMON.put("updateTime", "2026-01-01T00:00:00Z");
    COMMON.put("creationTimestamp", "2026-01-01T00:00:00Z");
    COMMON.put("creationTime", "=1767225600000");
    COMMON.put("lastModifiedTime", "=1767225600000");
    COMMON.put("state", "ACTIVE");
    COMMON.put("uid", "{uuid}");
  }

  private static final TagOutputs LABELS =
      new TagOutputs("labels", List.of("pulumiLabels", "effectiveLabels"));

  private final CloudTables tables =
      new CloudTables(
          GcpProfile.class,
          "gcp:",
          "googleapi: Error 409: The resource '{id}' already exists, alreadyExists",
          Map.of());

  private final Replacements replacements =
      Replacements.of(
          GcpProfile.class, "replace.tsv", "replace-decided.tsv", Replacements.Reach.BELOW);

  private final List<List<String>> newer =
      DatedTable.rows(GcpProfile.class, "replace-newer.tsv", 5);
  private final GcpValues values = new GcpValues();
  private final InputFlags flags = new GcpFlags(values);
  private final ValueRules rules = ValueRules.of(GcpProfile.class, "value-rules.tsv");
  private final Naming naming = new GcpNaming();
  private final ReferenceForms references = new GcpReferenceForms();
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final Map<String, Replacements> replacing = new ConcurrentHashMap<>();

  private GcpProfile() {}

  private static final class Holder {
    private static final GcpProfile INSTANCE = new GcpProfile();
  }

  /** The profile, whose tables are read when it is first asked for. */
  public static GcpProfile instance() {
    return Holder.INSTANCE;
  }

  @Override
  public String packageName() {
    return "gcp";
  }

  /** The newest: an engine that names no version gets what all of its providers need. */
  @Override
  public String version() {
    return NEWEST;
  }

  @Override
  public Schema schema(String version) {
    return schemas.computeIfAbsent(
        version,
        wanted ->
            SpecifiedSchema.newer(wanted, SDK)
                ? new SpecifiedSchema(SchemaFile.gcp(), GcpProfile.class, "specified.tsv", wanted)
                : SchemaFile.gcp());
  }

  @Override
  public CloudTables tables() {
    return tables;
  }

  @Override
  public Replacements replacements(String version) {
    return replacing.computeIfAbsent(
        version,
        wanted ->
            replacements.with(
                newer.stream().filter(row -> !SpecifiedSchema.newer(row.get(4), wanted)).toList()));
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
    return GcpSettings.of(arguments, account, CloudSettings.version(arguments, version()));
  }

  @Override
  public Set<String> replacingArguments() {
    return Set.of("project");
  }

  @Override
  public String scope(String type, String id, CloudSettings settings) {
    var place = PLACE.matcher(id);
    return place.find() ? GcpLocations.regionOf(place.group(1)) : "global";
  }

  @Override
  public List<CheckFailure> check(
      ResourceDeclaration type, Obj inputs, Optional<CloudSettings> settings) {
    List<CheckFailure> failures =
        new ArrayList<>(ProviderDemands.check(values.of(type.token()).demands(), inputs));
    failures.addAll(rules.check(type.token(), inputs));
    failures.addAll(GcpLocations.check(inputs));
    failures.addAll(GcpLabels.check(type.token(), inputs));
    settings.ifPresent(to -> checkPlace(type, inputs, to, failures));
    return failures;
  }

  /** What neither the resource nor the provider says where it is cannot be made. */
  private static void checkPlace(
      ResourceDeclaration type, Obj inputs, CloudSettings to, List<CheckFailure> failures) {
    for (String property : List.of("region", "zone")) {
      String fallback = property.equals("region") ? to.region() + to.zone() : to.zone();
      boolean asked = type.inputs().members().containsKey(property) && type.computes(property);
      boolean given =
          !(PropertyValues.unwrap(inputs.members().getOrDefault(property, PropertyValues.NULL))
              instanceof Null);
      if (asked && !given && fallback.isEmpty()) {
        failures.add(
            new CheckFailure(
                property,
                "Cannot determine %s: set in this resource, or set provider-level %s."
                    .formatted(property, property)));
      }
    }
  }

  @Override
  public Optional<String> place(String place, Surroundings around) {
    return GcpPlaces.value(place, around);
  }

  @Override
  public Map<String, String> commonOutputs() {
    return COMMON;
  }

  @Override
  public TagOutputs tagOutputs() {
    return LABELS;
  }

  @Override
  public void admit(Admission admission) {
    String own = admission.settings().account();
    admission
        .input("project")
        .map(project -> project.substring(project.lastIndexOf('/') + 1))
        .filter(project -> !project.equals(own) && !project.equals(GcpProject.number(own)))
        .ifPresent(
            project -> {
              throw new CloudException(
                  "googleapi: Error 403: Permission denied on resource project %s., forbidden (this is the simulated project %s)"
                      .formatted(project, own));
            });
    GcpServices.check(admission);
    GcpKeys.check(admission);
  }

  @Override
  public void admitDeletion(RecordedResource target, List<RecordedResource> all) {
    GcpRemainders.checkDeletable(target, all);
  }

  @Override
  public Optional<String> remainder(RecordedResource deleted) {
    return GcpRemainders.reason(deleted);
  }

  @Override
  public Optional<String> takenByRemainder(RecordedResource remainder) {
    return GcpRemainders.taken(remainder);
  }

  @Override
  public Obj invoke(
      String token,
      Obj arguments,
      CloudSettings settings,
      List<RecordedResource> all,
      Set<String> before) {
    return GcpInvokes.answer(token, arguments, settings, all);
  }
}
