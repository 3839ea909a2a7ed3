package dev.mlestate.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An environment file: parsed, defaulted, checked. Every collection is unmodifiable, nothing is
 * null.
 */
public record Environment(
    @Key(value = "The prefix of every name", required = true, format = Format.NAME, longest = 16)
        String estate,
    @Key(
            value = "The stage: it chooses the defaults, and with the estate it begins every name",
            required = true)
        Stage environment,
    @Key(value = "The cloud provider", required = true) Cloud cloud,
    @Key(
            value = "AWS account, GCP project or Azure subscription; everything refuses any other",
            required = true)
        String account,
    @Key(value = "The cloud's region", required = true, format = Format.REGION, longest = 32)
        String region,
    @Key(
            value = "The address of who answers for the environment; a tag of everything",
            required = true,
            format = Format.EMAIL)
        String owner,
    @Key(
            value = "The cost centre of what no team owns; a tag of everything",
            required = true,
            format = Format.TAG,
            longest = 63)
        String costCenter,
    @Key("The teams that own node pools and servings") List<Team> teams,
    @Key(
            value = "How sensitive the data is; a tag of everything",
            dev = "\"internal\"",
            staging = "\"internal\"",
            prod = "\"confidential\"")
        DataClassification dataClassification,
    @Key(
            value = "The packs whose controls must pass",
            dev = "[\"cis\"]",
            staging = "[\"cis\", \"soc2\"]",
            prod = "[\"cis\", \"soc2\"]")
        List<CompliancePack> compliance,
    @Key("Where data may lie") Residency residency,
    @Key("The private network") Network network,
    @Key("Keys for data at rest") Encryption encryption,
    @Key("Who works in the environment") Identity identity,
    @Key("The object stores and their catalog") DataLake dataLake,
    @Key(value = "Features for training and serving", computed = "none")
        Optional<FeatureStore> featureStore,
    @Key(value = "The Kubernetes clusters", most = 10) List<Cluster> clusters,
    @Key("The endpoints for predictions") List<Serving> serving,
    @Key("Models and images") Registry registry,
    @Key("Who hears of trouble, and how long logs stay") Monitoring monitoring,
    @Key("The trail of who did what") Audit audit,
    @Key("What may be spent") Budget budget,
    @Key("What estimates assume, by the name of a node pool, a serving or dataLake")
        Map<String, Usage> usage,
    @Key("Bounds of the rules; they may tighten organisation.yaml, never loosen it")
        PolicyParameters policyParameters,
    @Key("What only AWS has") AwsKnobs aws,
    @Key("What only GCP has") GcpKnobs gcp,
    @Key("What only Azure has") AzureKnobs azure) {
  public Environment {
    teams = List.copyOf(teams);
    compliance = List.copyOf(compliance);
    clusters = List.copyOf(clusters);
    serving = List.copyOf(serving);
    usage = Ordered.copyOf(usage);
  }
}
