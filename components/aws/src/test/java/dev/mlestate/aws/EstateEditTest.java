package dev.mlestate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.aws.testing.Recorded;
import dev.mlestate.aws.testing.RecordedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstateEditTest {
  private static final Path ENVIRONMENTS =
      Path.of(System.getProperty("mlestate.root"), "environments");

  private final Path folder;

  EstateEditTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theMaximumOfAPoolChangesItsGroupsAndItsQuotaAlone() throws IOException {
    List<Recorded> before =
        estate("nodes: {min: 0, max: 16}", "nodes: {min: 0, max: 16}").resources();
    List<Recorded> after =
        estate("nodes: {min: 0, max: 16}", "nodes: {min: 0, max: 12}").resources();

    Set<Recorded> changed = new HashSet<>(after);
    changed.removeAll(new HashSet<>(before));
    Set<String> names = new TreeSet<>();
    changed.forEach(each -> names.add(each.type() + " " + each.name()));
    assertThat(names)
        .containsExactly(
            "aws:eks/nodeGroup:NodeGroup vision-prod-train-h100-on-demand",
            "aws:eks/nodeGroup:NodeGroup vision-prod-train-h100-reservation",
            "aws:eks/nodeGroup:NodeGroup vision-prod-train-h100-spot",
            "kubernetes:core/v1:ResourceQuota vision-prod-train-h100");
  }

  @Test
  void keysThatAwsManagesAreNotMade() throws IOException {
    RecordedStack resources =
        edited(
            prod ->
                prod.replaceAll(
                    "(?s)\nencryption:.*?\n\n", "\nencryption: {keys: provider-managed}\n\n"));

    assertThat(resources.all("aws:kms/key:Key"))
        .extracting(Recorded::name)
        .allMatch(name -> name.contains("audit"));
    assertThat(
            resources
                .one("aws:ec2/launchTemplate:LaunchTemplate", "vision-prod-train-l4-on-demand")
                .at("blockDeviceMappings[0].ebs.encrypted"))
        .isEqualTo("true");
  }

  @Test
  void withoutEgressThereIsNoWayToTheInternet() throws IOException {
    RecordedStack resources = estate("egress: nat", "egress: none");

    assertThat(resources.resources())
        .extracting(Recorded::type)
        .contains("aws:ec2/vpcEndpoint:VpcEndpoint")
        .doesNotContain(
            "aws:ec2/internetGateway:InternetGateway",
            "aws:ec2/natGateway:NatGateway",
            "aws:ec2/eip:Eip",
            "aws:ec2/route:Route");
  }

  private RecordedStack estate(String text, String replacement) throws IOException {
    return edited(
        prod -> {
          assertThat(prod).contains(text);
          return prod.replace(text, replacement);
        });
  }

  private RecordedStack edited(UnaryOperator<String> edit) throws IOException {
    String prod = Files.readString(ENVIRONMENTS.resolve("prod-aws.yaml"));
    Files.writeString(folder.resolve("prod-aws.yaml"), edit.apply(prod));
    Files.writeString(
        folder.resolve("organisation.yaml"),
        Files.readString(ENVIRONMENTS.resolve("organisation.yaml")));
    return RecordedStack.of(
        context ->
            new AwsEstate()
                .realize(Estates.plan(folder.resolve("prod-aws.yaml")))
                .forEach(context::export));
  }
}
