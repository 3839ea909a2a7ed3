package dev.mlestate.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.s3.BucketV2;
import dev.mlestate.testkit.PulumiEngine;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

class AssertionsTest {
  @RegisterExtension
  static final PulumiEngine engine = PulumiEngine.with(PulumiEngine.settings().project("estate"));

  private static Graph up;
  private static Graph preview;

  @BeforeAll
  static void run() {
    preview = engine.preview(Estate::stack);
    up = engine.up(Estate::stack);
  }

  /** An assertion that holds, beside one that does not and what that one says. */
  private record Pair(
      String name, Consumer<Graph> green, Consumer<Graph> red, List<String> message) {}

  private static Pair pair(
      String name, Consumer<GraphAssert> green, Consumer<GraphAssert> red, String... message) {
    return new Pair(
        name,
        graph -> green.accept(assertThat(graph)),
        graph -> red.accept(assertThat(graph)),
        List.of(message));
  }

  private static List<DynamicTest> tests(Graph graph, List<Pair> pairs) {
    return pairs.stream()
        .map(
            pair ->
                DynamicTest.dynamicTest(
                    pair.name(),
                    () -> {
                      pair.green().accept(graph);
                      assertThatThrownBy(() -> pair.red().accept(graph))
                          .isInstanceOf(AssertionError.class)
                          .hasMessageContainingAll(pair.message().toArray(String[]::new));
                    }))
        .toList();
  }

  @TestFactory
  List<DynamicTest> resourcesAreFoundByNameAndType() {
    return tests(
        up,
        List.of(
            pair("name", a -> a.resource("data"), a -> a.resource("dat"), "did you mean data?"),
            pair(
                "ambiguous name",
                a -> a.resource(Vpc.class, "network"),
                a -> a.resource("network"),
                "2 resources are meant by the name network",
                "estate:index:Network::network"),
            pair(
                "class",
                a -> a.resource(BucketV2.class, "data"),
                a -> a.resource(Subnet.class, "data"),
                "of the type aws:ec2/subnet:Subnet is called data",
                "use private"),
            pair(
                "short type",
                a -> a.resource("Network", "network"),
                a -> a.resource("Netwrk", "network"),
                "there is none of that type"),
            pair(
                "hasNoResource",
                a -> a.hasNoResource("logs"),
                a -> a.hasNoResource("data"),
                "there is a resource called data: data (aws:s3/bucketV2:BucketV2)"),
            pair(
                "hasNoResourcesOf",
                a -> a.hasNoResourcesOf("aws:sqs/queue:Queue"),
                a -> a.hasNoResourcesOf(BucketV2.class),
                "there is a resource of BucketV2"),
            pair(
                "several resources in one chain",
                a -> a.resource("data").hasInput("bucket").and().resource("web").hasInput("ami"),
                a -> a.resource("data").hasInput("bucket").and().resource("we"),
                "did you mean web?"),
            pair("hasResources", a -> a.hasResources(7), a -> a.hasResources(1), "there are 7"),
            pair(
                "hasResources of a type",
                a -> a.hasResources(BucketV2.class, 1).hasResources("Vpc", 1),
                a -> a.hasResources("Vpc", 2),
                "2 resources of Vpc were expected, there are 1"),
            pair(
                "isA",
                a -> a.resource("data").isA(BucketV2.class),
                a -> a.resource("data").isA("Bucket"),
                "data (aws:s3/bucketV2:BucketV2) is no Bucket"),
            pair(
                "isComponent",
                a -> a.resource("Network", "network").isComponent(),
                a -> a.resource("data").isComponent(),
                "is no component")));
  }

  @TestFactory
  List<DynamicTest> inputsAndOutputs() {
    return tests(
        up,
        List.of(
            pair(
                "hasInput",
                a -> a.resource("data").hasInput("tags.team", "ads").hasInput("tags"),
                a -> a.resource("data").hasInput("tags.team", "search"),
                "the input tags.team of data (aws:s3/bucketV2:BucketV2) is \"ads\"",
                "expected was \"search\""),
            pair(
                "hasInput, whole",
                a -> a.resource("data").hasInput("tags", Map.of("team", "ads")),
                a -> a.resource("data").hasInput("tag"),
                "has no input tag: did you mean tags?"),
            pair(
                "hasNoInput",
                a -> a.resource("data").hasNoInput("tags.owner"),
                a -> a.resource("data").hasNoInput("tags.team"),
                "is \"ads\", not absent"),
            pair(
                "hasInputSatisfying",
                a ->
                    a.resource("data")
                        .hasInputSatisfying(
                            "bucket", b -> assertThat(b).asString().startsWith("d")),
                a -> a.resource("data").hasInputSatisfying("bucket", b -> assertThat(b).isNull()),
                "the input bucket of data",
                "does not satisfy"),
            pair(
                "hasSecretInput",
                a -> a.resource("password").hasSecretInput("value"),
                a -> a.resource("password").hasSecretInput("type"),
                "the input type of password",
                "is not secret"),
            pair(
                "secrets stay secret",
                a -> a.resource("password").hasInput("value", "correct horse"),
                a -> a.resource("password").hasInput("value", "other"),
                "is [secret], expected was another one"),
            pair(
                "hasKnown",
                a -> a.resource("web").hasKnown("subnetId"),
                a -> a.resource("web").hasUnknown("subnetId"),
                "the input subnetId of web",
                "is known: \"subnet-"),
            pair(
                "hasOutput",
                a -> a.resource(Vpc.class, "network").hasOutput("cidrBlock", "10.0.0.0/16"),
                a -> a.resource(Vpc.class, "network").hasOutput("cidrBlock", "10.1.0.0/16"),
                "the output cidrBlock of network (aws:ec2/vpc:Vpc) is \"10.0.0.0/16\""),
            pair(
                "hasSecretOutput",
                a -> a.resource("password").hasSecretOutput("value"),
                a -> a.resource("password").hasSecretOutput("arn"),
                "is not secret"),
            pair(
                "outputs of the stack",
                a -> a.hasOutput("names.bucket", "data").hasSecretOutput("password"),
                a -> a.hasOutput("names.bucket", "logs"),
                "the output names.bucket of the stack is \"data\""),
            pair(
                "hasSecretOutput of the stack",
                a -> a.hasNoOutput("nothing"),
                a -> a.hasSecretOutput("web"),
                "the output web of the stack is not secret"),
            pair(
                "hasNoOutput",
                a -> a.hasNoOutput("webs"),
                a -> a.hasNoOutput("password"),
                "is [secret], not absent"),
            pair(
                "isTagged",
                a -> a.resource("data").isTagged("team", "ads"),
                a -> a.resource("data").isTagged("owner", "me"),
                "has no input tags.owner")));
  }

  @TestFactory
  List<DynamicTest> whatIsNotKnownInAPreview() {
    return tests(
        preview,
        List.of(
            pair(
                "hasUnknown",
                a -> a.resource("web").hasUnknown("subnetId"),
                a -> a.resource("web").hasKnown("subnetId"),
                "is not known yet"),
            pair(
                "hasInput of what is unknown",
                a -> a.resource("web").hasInput("subnetId"),
                a -> a.resource("web").hasInput("subnetId", "subnet-1"),
                "is (not known yet)",
                "take up instead of preview"),
            pair(
                "hasUnknownOutput",
                a -> a.resource("data").hasUnknownOutput("arn"),
                a -> a.resource("data").hasUnknownOutput("bucket"),
                "is known"),
            pair(
                "hasUnknownOutput of the stack",
                a -> a.hasUnknownOutput("web"),
                a -> a.hasUnknownOutput("names"),
                "the output names of the stack is known"),
            pair(
                "dependencies by id",
                a -> a.resource("web").inputComesFrom("subnetId", "private"),
                a -> a.resource("web").inputComesFrom("ami", "private"),
                "the input ami of web",
                "it comes from nothing")));
  }

  @TestFactory
  List<DynamicTest> dependenciesParentsAndOptions() {
    return tests(
        up,
        List.of(
            pair(
                "dependsOn",
                a -> a.resource("web").dependsOn("data").dependsOn("Network", "network"),
                a -> a.resource("web").dependsOn(Vpc.class, "network"),
                "web (aws:ec2/instance:Instance) does not depend on network (aws:ec2/vpc:Vpc)",
                "only by way of",
                "assert dependsIndirectlyOn"),
            pair(
                "dependsIndirectlyOn",
                a -> a.resource("private").dependsIndirectlyOn("Network", "network"),
                a -> a.resource("data").dependsIndirectlyOn("private"),
                "no chain of dependencies leads from data"),
            pair(
                "doesNotDependOn",
                a -> a.resource("data").doesNotDependOn("web"),
                a -> a.resource("web").doesNotDependOn("private"),
                "web (aws:ec2/instance:Instance) → private (aws:ec2/subnet:Subnet)"),
            pair(
                "hasParent",
                a -> a.resource("private").hasParent("network"),
                a -> a.resource("data").hasParent("network"),
                "the parent of data (aws:s3/bucketV2:BucketV2) is the stack"),
            pair(
                "hasNoParent",
                a -> a.resource("data").hasNoParent(),
                a -> a.resource("private").hasNoParent(),
                "is network (estate:index:Network)"),
            pair(
                "hasChildren",
                a -> a.resource("Network", "network").hasChildren("network", "private"),
                a -> a.resource("Network", "network").hasChildren("private"),
                "are [network, private], expected were [private]"),
            pair(
                "hasProvider",
                a -> a.resource("data").hasProvider("west"),
                a -> a.resource("web").hasProvider("west"),
                "the provider of web (aws:ec2/instance:Instance) is default_"),
            pair(
                "isProtected",
                a -> a.resource("data").isProtected(),
                a -> a.resource("web").isProtected(),
                "is not protected"),
            pair(
                "isRetainedOnDelete",
                a -> a.resource("data").isRetainedOnDelete(),
                a -> a.resource("web").isRetainedOnDelete(),
                "is not retained on delete"),
            pair(
                "ignoresChangesTo",
                a -> a.resource("data").ignoresChangesTo("tags.owner"),
                a -> a.resource("data").ignoresChangesTo("tags"),
                "ignores changes to [tags.owner], expected were [tags]"),
            pair(
                "isCreated",
                a -> a.resource("data").isCreated(),
                a -> a.resource("data").isUnchanged(),
                "is create, expected was same")));
  }

  @TestFactory
  List<DynamicTest> rulesCostAndMessages() {
    return tests(
        up,
        List.of(
            pair(
                "breaksNoPolicy and violates",
                a -> a.violates("IAM-10").violates("IAM-10", "web"),
                GraphAssert::breaksNoPolicy,
                "rules fail",
                "IAM-10 fail, web (aws:ec2/instance:Instance)"),
            pair(
                "violates for another resource",
                a -> a.violates("ENC-09", "data"),
                a -> a.violates("ENC-09", "web"),
                "ENC-09 does not fail"),
            pair(
                "leavesNoPolicyUndetermined, and a rule with nothing to judge",
                GraphAssert::leavesNoPolicyUndetermined,
                a -> a.violates("ENC-10"),
                "the rule ENC-10 has nothing to judge here"),
            pair("passes", a -> {}, a -> a.passes("ENC-09"), "ENC-09 does not pass", "data"),
            pair(
                "isTagged",
                a -> a.resource("web").isTagged("team", "ads"),
                a -> a.isTagged("team"),
                "private (aws:ec2/subnet:Subnet)",
                "Tags are missing: team."),
            pair(
                "pricedPartCostsAtMost",
                a -> a.pricedPartCostsAtMost(100_000),
                a -> a.costsAtMost(100_000),
                "nobody can tell what a month costs"),
            pair(
                "hasNoPublicIps",
                a -> a.hasNoPublicIpsBut("web"),
                GraphAssert::hasNoPublicIps,
                "web (aws:ec2/instance:Instance): associatePublicIpAddress is true"),
            pair(
                "says",
                a -> a.says("the estate is small"),
                a -> a.says("large"),
                "nobody said \"large\"")));
  }
}
