package dev.mlestate.conformance.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.conformance.replacement.Expectation.Answer;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {
  private static final Facts AWS = new AwsFacts();
  private static final Facts GCP = new GcpFacts();
  private static final Facts AZURE = new AzureFacts();
  private static final Facts KUBERNETES = new KubernetesFacts();

  private static Answer answer(Facts facts, String token, Obj before, Obj after) {
    return answer(facts, token, "", before, after);
  }

  private static Answer answer(Facts facts, String token, String plugin, Obj before, Obj after) {
    Change change = new Change(Change.Kind.VALUE, PropertyPath.ROOT, before, after);
    return facts.of(token, plugin, Shape.of(token), change).answer();
  }

  private static Obj of(Object... keysAndValues) {
    return PropertyValues.object(keysAndValues);
  }

  @Test
  void aRowThatSaysAlwaysReplaces() {
    String vpc = "aws:ec2/vpc:Vpc";
    assertThat(answer(AWS, vpc, of("cidrBlock", "10.0.0.0/16"), of("cidrBlock", "10.1.0.0/16")))
        .isEqualTo(Answer.REPLACE);
    assertThat(answer(AWS, vpc, of("tags", of("a", "b")), of("tags", of("a", "c"))))
        .isEqualTo(Answer.UPDATE);
    assertThat(answer(AWS, vpc, of("cidrBlock", "10.0.0.0/16"), of("cidrBlock", "10.0.0.0/16")))
        .isEqualTo(Answer.SAME);
  }

  @Test
  void whatTheProviderFillsInMayBeLeftOutButNotEmptied() {
    String pool = "aws:eks/nodeGroup:NodeGroup";
    Obj before = of("instanceTypes", List.of("g6.xlarge"));
    assertThat(answer(AWS, pool, before, of())).isEqualTo(Answer.SAME);
    assertThat(answer(AWS, pool, before, of("instanceTypes", List.of()))).isEqualTo(Answer.REPLACE);
  }

  @Test
  void setsHaveNoOrder() {
    String group = "aws:eks/nodeGroup:NodeGroup";
    Obj before = of("subnetIds", List.of("subnet-1", "subnet-2"));
    assertThat(answer(AWS, group, before, of("subnetIds", List.of("subnet-2", "subnet-1"))))
        .isEqualTo(Answer.SAME);
    assertThat(answer(AWS, group, before, of("subnetIds", List.of("subnet-2"))))
        .isEqualTo(Answer.REPLACE);
  }

  @Test
  void whatDependsIsAnsweredByWhatWasSeen() {
    AwsFacts.Seen seen =
        AwsFacts.Seen.of(
            "replaces: removed; down; on to off | updates: A to B; added; A to B (all arguments"
                + " given)");
    assertThat(seen.answer(List.of("removed"))).isEqualTo(Answer.REPLACE);
    assertThat(seen.answer(List.of("2 to 1", "down", "A to B"))).isEqualTo(Answer.REPLACE);
    assertThat(seen.answer(List.of("1 to 2", "up", "A to B"))).isEqualTo(Answer.UPDATE);
    assertThat(seen.answer(List.of("on to off", "A to B"))).isEqualTo(Answer.REPLACE);
    assertThat(seen.answer(List.of("element added"))).isEqualTo(Answer.DEPENDS);
    AwsFacts.Seen conditional =
        AwsFacts.Seen.of("replaces: A to B (with replace_on_change true) | updates: A to B");
    assertThat(conditional.answer(List.of("A to B"))).isEqualTo(Answer.DEPENDS);
  }

  @Test
  void whatWasNotProbedIsNotGuessed() {
    String key =
        FactTable.rows("aws-unprobed.tsv", 3).stream()
            .filter(row -> row.get(1).equals("*"))
            .findFirst()
            .orElseThrow()
            .get(0);
    assertThat(answer(AWS, key, of("anything", "a"), of("anything", "b")))
        .isEqualTo(Answer.UNPROBED);
  }

  @Test
  void aRowOfGcpReachesBelowItselfAndACountDoesNot() {
    String pool = "gcp:container/nodePool:NodePool";
    assertThat(
            answer(
                GCP,
                pool,
                of("nodeConfig", of("guestAccelerators", List.of(of("count", 1, "type", "a")))),
                of("nodeConfig", of("guestAccelerators", List.of(of("count", 2, "type", "a"))))))
        .isEqualTo(Answer.REPLACE);
    assertThat(answer(GCP, pool, of("nodeCount", 1), of("nodeCount", 2))).isEqualTo(Answer.UPDATE);
  }

  @Test
  void aRowOfGcpHoldsFromItsPluginOn() {
    String network = "gcp:compute/network:Network";
    Obj before = of("mtu", 1460);
    Obj after = of("mtu", 8896);
    assertThat(answer(GCP, network, "7.0.0", before, after)).isEqualTo(Answer.REPLACE);
    assertThat(answer(GCP, network, "8.39.0", before, after)).isEqualTo(Answer.UPDATE);
  }

  @Test
  void twoSpellingsOfALinkAreNotTwoNetworks() {
    String router = "gcp:compute/router:Router";
    assertThat(
            answer(GCP, router, of("network", "projects/p/global/networks/n"), of("network", "n")))
        .isEqualTo(Answer.DEPENDS);
    assertThat(answer(GCP, router, of("network", "n"), of("network", "m")))
        .isEqualTo(Answer.REPLACE);
  }

  @Test
  void azuresPlacesHaveTwoSpellingsAndItsElementsComeAndGo() {
    String network = "azure-native:network:VirtualNetwork";
    assertThat(answer(AZURE, network, of("location", "East US"), of("location", "eastus")))
        .isEqualTo(Answer.SAME);
    assertThat(answer(AZURE, network, of("location", "eastus"), of("location", "westus")))
        .isEqualTo(Answer.REPLACE);
    String endpoint = "azure-native:network:PrivateEndpoint";
    assertThat(
            answer(
                AZURE,
                endpoint,
                of("privateLinkServiceConnections", List.of()),
                of("privateLinkServiceConnections", List.of(of("groupIds", List.of("blob"))))))
        .isEqualTo(Answer.UPDATE);
  }

  @Test
  void aKubernetesObjectKeepsItsNameWhateverItsKind() {
    assertThat(
            answer(
                KUBERNETES,
                "kubernetes:networking.gke.io/v1:Network",
                of("metadata", of("name", "a")),
                of("metadata", of("name", "b"))))
        .isEqualTo(Answer.REPLACE);
    assertThat(
            answer(
                KUBERNETES,
                "kubernetes:core/v1:Namespace",
                of("metadata", of("labels", of("a", "b"))),
                of("metadata", of("labels", of("a", "c")))))
        .isEqualTo(Answer.UPDATE);
  }
}
