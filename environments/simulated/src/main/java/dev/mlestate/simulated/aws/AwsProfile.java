package dev.mlestate.simulated.aws;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.check.Naming;
import dev.mlestate.simulated.check.ValueRules;
import dev.mlestate.simulated.cloud.Admission;
import dev.mlestate.simulated.cloud.CloudProfile;
import dev.mlestate.simulated.cloud.CloudSettings;
import dev.mlestate.simulated.cloud.CloudTables;
import dev.mlestate.simulated.cloud.Known;
import dev.mlestate.simulated.cloud.ReferenceForms;
import dev.mlestate.simulated.cloud.Surroundings;
import dev.mlestate.simulated.diff.InputFlags;
import dev.mlestate.simulated.diff.Replacements;
import dev.mlestate.simulated.diff.SchemaFlags;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.simulated.schema.SchemaFile;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Bool;
import dev.mlestate.wire.PropertyValue.Num;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** AWS as pulumi/aws 6.83.0 shows it. */
public final class AwsProfile implements CloudProfile {
  private static final String KEY = "aws:kms/key:Key";
  private static final Pattern KEY_ARN =
      Pattern.compile("arn:aws[a-z-]*:kms:[^:]+:([0-9]+):key/.+");

  /** Services whose resources belong to the account, not to a region. */
  private static final Set<String> GLOBAL =
      Set.of("s3", "iam", "budgets", "costexplorer", "route53", "organizations");

  private static final Map<String, String> COMMON = new LinkedHashMap<>();

  static {
    COMMON.put("id", "{name|{hex26}}");
    COMMON.put("arn", "arn:{partition}:{service}:{region}:{account}:{kind}/{id}");
    COMMON.put("ownerId", "{account}");
    COMMON.put("accountId", "{account}");
    COMMON.put("registryId", "{account}");
    COMMON.put("region", "{region}");
  }

  private static final TagOutputs TAGS = new TagOutputs("tags", List.of("tagsAll"));

  private final CloudTables tables =
      new CloudTables(
          AwsProfile.class,
          "aws:",
          "ResourceAlreadyExistsException: {id} of {type} exists",
          Map.of(
              "aws:ec2/securityGroup:SecurityGroup", List.of("vpcId", "name"),
              "aws:ec2/launchTemplate:LaunchTemplate", List.of("name"),
              "aws:costexplorer/anomalyMonitor:AnomalyMonitor", List.of("name"),
              "aws:secretsmanager/secret:Secret", List.of("name")));

  /** What the AWS provider 5.100.0 answered when it was asked property by property. */
  private final Replacements replacements =
      Replacements.of(
          AwsProfile.class, "replace.tsv", "replace-decided.tsv", Replacements.Reach.PLACE);

  private final InputFlags flags = new SchemaFlags(AwsProfile.class, "schema.tsv", "defaults.tsv");
  private final ValueRules values = ValueRules.of(AwsProfile.class, "value-rules.tsv");
  private final Naming naming = new AwsNaming();
  private final ReferenceForms references = new AwsReferenceForms();

  private AwsProfile() {}

  private static final class Holder {
    private static final AwsProfile INSTANCE = new AwsProfile();
  }

  /** The profile, whose tables are read when it is first asked for. */
  public static AwsProfile instance() {
    return Holder.INSTANCE;
  }

  @Override
  public String packageName() {
    return "aws";
  }

  @Override
  public String version() {
    return "6.83.0";
  }

  @Override
  public Schema schema(String version) {
    return SchemaFile.aws();
  }

  @Override
  public CloudTables tables() {
    return tables;
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
    return AwsSettings.of(arguments, account, CloudSettings.version(arguments, version()));
  }

  @Override
  public Set<String> replacingArguments() {
    return Set.of("region");
  }

  @Override
  public String scope(String type, String id, CloudSettings settings) {
    return GLOBAL.contains(type.split("[:/]", -1)[1]) ? "global" : settings.region();
  }

  @Override
  public List<CheckFailure> check(
      ResourceDeclaration type, Obj inputs, Optional<CloudSettings> settings) {
    List<CheckFailure> failures = new ArrayList<>(values.check(type.token(), inputs));
    settings.ifPresent(to -> failures.addAll(AwsZones.check(inputs, to.region())));
    return failures;
  }

  @Override
  public Optional<String> place(String place, Surroundings around) {
    return new AwsPlaces(around).value(place);
  }

  @Override
  public Map<String, String> commonOutputs() {
    return COMMON;
  }

  @Override
  public TagOutputs tagOutputs() {
    return TAGS;
  }

  /** Wherever the ARN of one of the account's keys stands, the key must be there. */
  @Override
  public void admit(Admission admission) {
    checkKeys(admission.inputs(), admission.known());
  }

  private static void checkKeys(PropertyValue value, Known known) {
    PropertyValue plain = PropertyValues.unwrap(value);
    if (plain instanceof Obj object) {
      object.members().values().forEach(member -> checkKeys(member, known));
    } else if (plain instanceof Array array) {
      array.elements().forEach(element -> checkKeys(element, known));
    } else if (plain instanceof Str text
        && KEY_ARN.matcher(text.value()).matches()
        && !known.holds(text.value())) {
      throw new CloudException("NotFoundException: Key '" + text.value() + "' does not exist");
    }
  }

  @Override
  public Optional<String> remainder(RecordedResource deleted) {
    return deleted.type().equals(KEY)
        ? Optional.of("deleted by the cloud after its waiting time")
        : Optional.empty();
  }

  /** Each change of a launch template makes a new version of it. */
  @Override
  public Obj changed(ResourceDeclaration declaration, Obj current, Obj outputs, boolean preview) {
    if (!declaration.token().equals("aws:ec2/launchTemplate:LaunchTemplate")) {
      return outputs;
    }
    PropertyValue version = current.members().get("latestVersion");
    PropertyValue next =
        preview || !(version instanceof Num number)
            ? PropertyValues.UNKNOWN
            : PropertyValues.of(number.value() + 1);
    Obj updated = PropertyValues.with(outputs, "latestVersion", next);
    boolean becomesDefault =
        updated.members().get("updateDefaultVersion") instanceof Bool flag && flag.value();
    return becomesDefault ? PropertyValues.with(updated, "defaultVersion", next) : updated;
  }

  @Override
  public Obj invoke(
      String token,
      Obj arguments,
      CloudSettings settings,
      List<RecordedResource> all,
      Set<String> before) {
    return AwsInvokes.answer(token, settings.region(), settings.account());
  }
}
