package dev.mlestate.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An environment file: parsed, defaulted, checked. Every collection is unmodifiable, nothing is
 * null.
 *
 * @param estate the prefix of every name
 * @param environment chooses the defaults
 * @param account AWS account, GCP project or Azure subscription; everything refuses any other
 * @param owner an e-mail address; tag of everything
 * @param costCenter for what no team owns
 * @param compliance the packs whose controls must pass
 * @param usage what estimates assume, by the name of a node pool, a serving or {@code dataLake}
 * @param aws what only AWS has
 */
public record Environment(
    String estate,
    Stage environment,
    Cloud cloud,
    String account,
    String region,
    String owner,
    String costCenter,
    List<Team> teams,
    DataClassification dataClassification,
    List<CompliancePack> compliance,
    Residency residency,
    Network network,
    Encryption encryption,
    Identity identity,
    DataLake dataLake,
    Optional<FeatureStore> featureStore,
    List<Cluster> clusters,
    List<Serving> serving,
    Registry registry,
    Monitoring monitoring,
    Audit audit,
    Budget budget,
    Map<String, Usage> usage,
    PolicyParameters policyParameters,
    AwsKnobs aws) {
  public Environment {
    teams = List.copyOf(teams);
    compliance = List.copyOf(compliance);
    clusters = List.copyOf(clusters);
    serving = List.copyOf(serving);
  }
}
