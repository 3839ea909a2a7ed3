package dev.mlestate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong, where, why and what to do: word for word. */
class BadInputTest {
  private static Arguments replaced(String from, String to, String... expected) {
    assertThat(EnvironmentFixtures.SMALLEST).contains(from);
    return Arguments.of(EnvironmentFixtures.SMALLEST.replace(from, to), List.of(expected));
  }

  private static Arguments added(String lines, String... expected) {
    return Arguments.of(EnvironmentFixtures.SMALLEST + lines + "\n", List.of(expected));
  }

  private static Arguments pool(String pool, String... expected) {
    return replaced("{name: l4, accelerator: {type: L4}}", pool, expected);
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        replaced(
            "costCenter: ml-1234\n",
            "",
            "1:1 costCenter: costCenter is missing; add it: the cost centre of what no team owns; a tag of everything"),
        replaced(
            "account:",
            "acount:",
            "4:1 acount: there is no key acount here; did you mean account?"),
        replaced(
            "account: \"333344445555\"\n",
            "",
            "1:1 account: account is missing; add it: AWS account, GCP project or Azure subscription; everything refuses any other"),
        added(
            "zebra: 1",
            "11:1 zebra: there is no key zebra here; use one of estate, environment, cloud, account,"
                + " region, owner, costCenter, teams, dataClassification, compliance, residency,"
                + " network, encryption, identity, dataLake, featureStore, clusters, serving,"
                + " registry, monitoring, audit, budget, usage, policyParameters, aws, gcp, azure"),
        added(
            "ingestion: {}",
            "11:1 ingestion: ingestion is in no version yet: nothing acts on it; remove it until a release names it"),
        added(
            "network: {existing: {id: vpc-0123456789abcdef0, privateSubnetIds: [subnet-0123456789abcdef0]}}",
            "11:49 network.existing.privateSubnetIds: there is no key privateSubnetIds here; did you mean privateSubnets?"),
        added(
            "identity: {groups: {mlEngineer: a@example.com}}",
            "11:21 identity.groups.mlEngineer: there is no key mlEngineer here; did you mean mlEngineers?"),
        added(
            "usage: {\"l 4\": {hoursPerDay: 3}}",
            "11:9 usage[\"l 4\"]: no node pool and no serving has the name l 4; did you mean l4?"),
        added("network:", "11:9 network: it has no value; give it one, or remove the key"));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        replaced(
            "\"333344445555\"",
            "333344445555",
            "4:10 account: 333344445555 is not text; put it in quotes: \"333344445555\""),
        replaced(
            "\"333344445555\"",
            "\"3333\"",
            "4:10 account: \"3333\" is not an AWS account; write its twelve digits in quotes"),
        replaced(
            "us-east-1",
            "useast1",
            "5:9 region: \"useast1\" is not an AWS region; write it as us-east-1"),
        replaced(
            "environment: dev",
            "environment: development",
            "2:14 environment: \"development\" is not one of dev, staging, prod; use one of dev, staging, prod"),
        replaced(
            "environment: dev",
            "environment: prd",
            "2:14 environment: \"prd\" is not one of dev, staging, prod; did you mean prod?"),
        replaced(
            "estate: vision",
            "estate: Vision_1",
            "1:9 estate: \"Vision_1\" is not a name; use lower-case letters, digits and single hyphens, with a letter first, such as train-1"),
        replaced(
            "estate: vision",
            "estate: vision-of-the-future",
            "1:9 estate: \"vision-of-the-future\" has 20 characters; use at most 16, so that the names made from it fit"),
        replaced(
            "owner: ml-platform@example.com",
            "owner: somebody",
            "6:8 owner: \"somebody\" is not an e-mail address; write it as name@example.com"),
        added(
            "audit: {retentionDays: 30 days}",
            "11:24 audit.retentionDays: \"30 days\" is not a whole number of days; write the number alone, in days: 30"),
        added(
            "audit: {retentionDays: 1y}",
            "11:24 audit.retentionDays: \"1y\" is not a whole number of days; write the number alone, in days"),
        added(
            "audit: {retentionDays: \"30\"}",
            "11:24 audit.retentionDays: \"30\" is not a whole number of days; write it without quotes: 30"),
        added(
            "audit: {retentionDays: 30.5}",
            "11:24 audit.retentionDays: 30.5 is not a whole number of days; write the number alone, in days"),
        added(
            "serving: [{name: a, kind: serverless, cpu: {memoryGib: 4Gi}}]",
            "11:56 serving[0].cpu.memoryGib: \"4Gi\" is not a number of GiB; write the number alone, in GiB"),
        added(
            "audit: {immutable: yes}",
            "11:20 audit.immutable: \"yes\" is neither true nor false; write true or false"),
        added(
            "encryption: {deletionWindowDays: 60}",
            "11:34 encryption.deletionWindowDays: 60 is out of range; use a whole number of days from 7 to 30"),
        added("teams: research", "11:8 teams: \"research\" is not a list; write it as [research]"),
        added(
            "network: 10.0.0.0/16",
            "11:10 network: \"10.0.0.0/16\" is not a mapping; write keys under it: cidr, zones, egress, privateEndpoints, flowLogs, existing"),
        added(
            "compliance: [cis, cis]",
            "11:19 compliance[1]: cis stands twice in the list; remove one of the two"),
        added(
            "compliance: [hippa]",
            "11:14 compliance[0]: \"hippa\" is not one of hipaa, gdpr, pci-dss-4, soc2, nist-800-53, cis; did you mean hipaa?"),
        added(
            "budget: {alertPercents: [80]}",
            "11:10 budget.alertPercents: it has 1 item; give it at least 2"),
        added(
            "budget: {alertPercents: [80, 0]}",
            "11:30 budget.alertPercents[1]: 0 is out of range; use a whole number of percent from 1 to 1000"),
        added(
            "budget: {alertPercents: [80, 50]}",
            "11:30 budget.alertPercents[1]: 50 is not above 80 before it; list them rising"),
        added(
            "monitoring: {logRetentionDays: 100}",
            "11:32 monitoring.logRetentionDays: CloudWatch cannot keep logs for 100 days; use 120"));
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        added(
            "network: {cidr: 10.40.0.0}",
            "11:17 network.cidr: \"10.40.0.0\" is not an IPv4 CIDR block; write it as 10.40.0.0/16"),
        added(
            "network: {cidr: 10.400.0.0/16}",
            "11:17 network.cidr: \"10.400.0.0/16\" is not an IPv4 CIDR block; write it as 10.40.0.0/16"),
        added(
            "network: {cidr: 10.40.1.0/16}",
            "11:17 network.cidr: 10.40.1.0/16 has bits set after its prefix; write 10.40.0.0/16"),
        added(
            "network: {cidr: 8.8.0.0/16}",
            "11:17 network.cidr: 8.8.0.0/16 holds public addresses; use a block inside 10.0.0.0/8,"
                + " 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10"),
        added(
            "network: {cidr: 10.0.0.0/8}",
            "11:17 network.cidr: 10.0.0.0/8 is not between /16 and /24; choose a block in between"),
        added(
            "network: {existing: {id: vpc-0123456789abcdef0, privateSubnets: [{id: subnet-0123456789abcdef0,"
                + " zone: us-east-1a, cidr: 10.0.0.0/20}, {id: subnet-0123456789abcdef1, zone:"
                + " us-east-1a, cidr: 10.0.16.0/20}]}, flowLogs: {retentionDays: 30}}",
            "11:49 network.existing.privateSubnets: the subnets lie in one zone; list subnets in two zones at the least: a cluster's control plane needs them",
            "11:207 network.flowLogs: whoever made an existing network records its traffic; remove flowLogs, or existing"),
        added(
            "network: {zones: 3, existing: {id: my-vpc, privateSubnets: [{id: subnet-0123456789abcdef0,"
                + " zone: us-west-2a, cidr: 10.0.0.0/20}, {id: subnet-0123456789abcdef0, zone:"
                + " us-east-1a, cidr: 10.0.8.0/21}]}}",
            "11:18 network.zones: an existing network has its own zones; remove zones, or existing",
            "11:36 network.existing.id: \"my-vpc\" is not the id of a VPC; write it as vpc-0123456789abcdef0",
            "11:98 network.existing.privateSubnets[0].zone: \"us-west-2a\" is not a zone of us-east-1; write it as us-east-1a",
            "11:135 network.existing.privateSubnets[1].id: subnet-0123456789abcdef0 is listed twice; remove one of the two",
            "11:185 network.existing.privateSubnets[1].cidr: 10.0.8.0/21 overlaps 10.0.0.0/20 in"
                + " network.existing.privateSubnets[0]; keep the wider, or make them apart"),
        replaced(
            "- name: train",
            "- name: train\n    access: {from: [0.0.0.0/0, 10.0.0.0/8, 10.1.0.0/16]}",
            "10:21 clusters[0].access.from[0]: 0.0.0.0/0 holds public addresses; use a block inside"
                + " 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10",
            "10:32 clusters[0].access.from[1]: 10.0.0.0/8 overlaps 0.0.0.0/0 in"
                + " clusters[0].access.from[0]; keep the wider, or make them apart",
            "10:44 clusters[0].access.from[2]: 10.1.0.0/16 overlaps 0.0.0.0/0 in"
                + " clusters[0].access.from[0]; keep the wider, or make them apart",
            "10:44 clusters[0].access.from[2]: 10.1.0.0/16 overlaps 10.0.0.0/8 in"
                + " clusters[0].access.from[1]; keep the wider, or make them apart"),
        added(
            "residency: {allowedRegions: [us-west-2]}",
            "5:9 region: us-east-1 is not one of residency.allowedRegions; use one of us-west-2, or allow it"),
        added(
            "encryption: {keys: provider-managed, rotationDays: 90}",
            "11:52 encryption.rotationDays: it has no effect on keys that are provider-managed; remove it, or use customer-managed keys"),
        added(
            "encryption: {existing: {data: my-key}}",
            "11:31 encryption.existing.data: \"my-key\" is not the ARN of a key in us-east-1; write it as"
                + " arn:aws:kms:us-east-1:333344445555:key/…"));
  }

  static Stream<Arguments> pools() {
    return Stream.of(
        pool(
            "{name: both, cpu: {}, accelerator: {type: L4}}",
            "10:17 clusters[0].nodePools[0]: the pool has both cpu and accelerator; give it exactly one of them"),
        pool(
            "{name: neither}",
            "10:17 clusters[0].nodePools[0]: the pool has none of cpu, accelerator and tpu; give it exactly one of them"),
        pool(
            "{name: l4, accelerator: {type: L5}}",
            "10:48 clusters[0].nodePools[0].accelerator.type: \"L5\" is not one of H100, H200, A100, L4,"
                + " L40S, A10G, T4, Trainium, Inferentia; did you mean L4?"),
        pool(
            "{name: l4, accelerator: {type: L4}, nodes: {min: 3, max: 2}}",
            "10:66 clusters[0].nodePools[0].nodes.min: min 3 is above max 2; use at most 2, or raise max"),
        pool(
            "{name: a, cpu: {}}, {name: a, cpu: {}}",
            "10:44 clusters[0].nodePools[1].name: the name a is taken in line 10; choose another"),
        pool(
            "{name: l4, team: adds, accelerator: {type: L4}}",
            "10:34 clusters[0].nodePools[0].team: there is no team adds; list it under teams"),
        pool(
            "{name: c, cpu: {}, fabric: rdma}",
            "10:44 clusters[0].nodePools[0].fabric: machines without accelerators have no rdma; remove it"),
        pool(
            "{name: l4, accelerator: {type: L4}, capacity: [reservation]}",
            "10:53 clusters[0].nodePools[0].capacity: a reservation is wanted, but none is named; add"
                + " aws.reservations.l4: cr-…, or remove reservation"),
        pool(
            "{name: l4, accelerator: {type: L4}, capacity: [spott]}",
            "10:64 clusters[0].nodePools[0].capacity[0]: \"spott\" is not one of reservation, spot,"
                + " on-demand, queued; did you mean spot?"),
        added(
            "aws: {reservations: {l5: cr-0123456789abcdef0, l4: cr-0123456789abcdef0}}",
            "11:26 aws.reservations.l5: there is no node pool l5; did you mean l4?",
            "11:52 aws.reservations.l4: the capacity of l4 has no reservation; add reservation to its"
                + " capacity, or remove this"),
        added(
            "policyParameters: {maxNodesPerPool: 2}",
            "10:5 clusters[0].nodePools[1].nodes.max: 3 is above policyParameters.maxNodesPerPool of 2"
                + " (test.yaml:11:37); use at most 2"));
  }

  static Stream<Arguments> servings() {
    return Stream.of(
        added(
            "serving: [{name: ranker}]\nregistry: {models: [ranke]}",
            "11:18 serving[0].name: there is no model ranker in registry.models; did you mean ranke?"),
        added(
            "serving: [{name: l4}]",
            "11:18 serving[0].name: a node pool has the name l4 (test.yaml:10:24); choose another"),
        added(
            "serving: [{name: a, replicas: {min: 0}}]",
            "11:37 serving[0].replicas.min: a realtime endpoint cannot scale to zero; use 1, or kind: serverless"),
        added(
            "serving: [{name: a, kind: serverless, accelerator: {type: L4}, cpu: {vcpus: 1, memoryGib: 7},"
                + " replicas: {max: 300}, capture: {percent: 5}}]",
            "11:77 serving[0].cpu.vcpus: it has no effect on a serverless endpoint, which gets CPUs by its memory; remove it",
            "11:91 serving[0].cpu.memoryGib: a serverless endpoint cannot have 7 GiB; use 1, 2, 3, 4, 5 or 6",
            "11:111 serving[0].replicas.max: 300 is above the most concurrent requests of a serverless endpoint; use at most 200",
            "11:136 serving[0].capture.percent: a serverless endpoint cannot record its traffic; remove it, or use kind: realtime"),
        added(
            "usage: {rankr: {hoursPerDay: 3}, dataLake: {hoursPerDay: 25}}",
            "11:9 usage.rankr: no node pool and no serving has the name rankr; use one of l4, system, dataLake",
            "11:58 usage.dataLake.hoursPerDay: 25 is out of range; use a number of hours a day from 0 to 24"),
        added(
            "usage: {l4: {storedGib: 3}}",
            "11:25 usage.l4.storedGib: it has no effect on l4; remove it"),
        added(
            "dataLake: {zones: [raw]}\nfeatureStore: {groups: [{name: a, entityId: id, eventTime: id,"
                + " features: {id: int, write_time: int, _x: int}}]}",
            "11:12 dataLake.zones: the feature store has no zone to keep features in; add features",
            "12:60 featureStore.groups[0].eventTime: it is the same feature as entityId; name the feature that holds the time",
            "12:79 featureStore.groups[0].features.id: id is already entityId or eventTime; remove it from features",
            "12:96 featureStore.groups[0].features.write_time: SageMaker adds write_time itself; choose another name",
            "12:105 featureStore.groups[0].features._x: \"_x\" is not the name of a feature; use letters,"
                + " digits, _ and -, with a letter or digit first and last, such as user_id"),
        added(
            "dataLake: {zones: [raw, access-logs, audit-trail, model-artifacts]}",
            "11:25 dataLake.zones[1]: every estate has a bucket access-logs of its own; choose another name",
            "11:38 dataLake.zones[2]: every estate has a bucket audit-trail of its own; choose another name",
            "11:51 dataLake.zones[3]: \"model-artifacts\" has 15 characters; use at most 12, so that the names made from it fit"),
        added(
            "teams: [{name: ads, gpuHoursPerMonth: 900}, {name: ads}]\nbudget: {gpuHoursPerMonth: 800}",
            "11:39 teams[0].gpuHoursPerMonth: 900 is above budget.gpuHoursPerMonth, 800; use at most 800",
            "11:52 teams[1].name: the name ads is taken in line 11; choose another"));
  }

  @ParameterizedTest
  @MethodSource({"keys", "values", "networks", "pools", "servings"})
  void isReportedWordForWord(String text, List<String> expected) {
    assertThat(EnvironmentFixtures.problems(text)).containsExactlyElementsOf(expected);
  }

  @Test
  void everythingIsReportedAtOnceAndNothingTwice() {
    String text =
        """
        estate: Vision
        environment: dev
        cloud: awz
        account: 1
        region: us-east-1
        owner: nobody
        clusters:
          - name: train
            nodePools: [{name: l4, team: ghost, accelerator: {type: L4}, nodes: {min: x, max: 2}}]
        colour: red
        """;

    assertThat(EnvironmentFixtures.problems(text))
        .extracting(line -> line.substring(0, line.indexOf(": ")))
        .containsExactly(
            "1:1 costCenter",
            "1:9 estate",
            "3:8 cloud",
            "4:10 account",
            "6:8 owner",
            "9:34 clusters[0].nodePools[0].team",
            "9:79 clusters[0].nodePools[0].nodes.min",
            "10:1 colour");
  }

  @Test
  void aKeyOfAnotherCloudIsRefused() {
    String text =
        EnvironmentFixtures.SMALLEST
                .replace("cloud: aws", "cloud: gcp")
                .replace("us-east-1", "us-central1")
                .replace("\"333344445555\"", "vision-dev")
            + "aws: {reservations: {}}\n";

    assertThat(EnvironmentFixtures.problems(text))
        .containsExactly("11:1 aws: the environment is on gcp, not on aws; remove it");
  }
}
