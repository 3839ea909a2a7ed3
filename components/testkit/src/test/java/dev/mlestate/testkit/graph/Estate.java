package dev.mlestate.testkit.graph;

import com.pulumi.Context;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.InstanceArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** A small program with something for each assertion. */
final class Estate {
  private Estate() {}

  /** A network with one subnet. */
  private static final class Network extends ComponentResource {
    final Subnet subnet;

    Network(String name) {
      super("estate:index:Network", name, ComponentResourceOptions.Empty);
      CustomResourceOptions inside = CustomResourceOptions.builder().parent(this).build();
      Vpc vpc =
          new Vpc(
              name,
              VpcArgs.builder().cidrBlock("10.0.0.0/16").tags(Map.of("team", "core")).build(),
              inside);
      subnet =
          new Subnet(
              "private",
              SubnetArgs.builder().vpcId(vpc.id()).cidrBlock("10.0.1.0/24").build(),
              inside);
      registerOutputs(Map.of("subnet", subnet.id()));
    }
  }

  static void stack(Context context) {
    Network network = new Network("network");
    Provider west = new Provider("west", ProviderArgs.builder().region("us-west-2").build());
    BucketV2 data =
        new BucketV2(
            "data",
            BucketV2Args.builder().tags(Map.of("team", "ads")).build(),
            CustomResourceOptions.builder()
                .provider(west)
                .protect(true)
                .retainOnDelete(true)
                .ignoreChanges("tags.owner")
                .build());
    Instance web =
        new Instance(
            "web",
            InstanceArgs.builder()
                .ami("ami-0123456789abcdef0")
                .instanceType("t3.micro")
                .subnetId(network.subnet.id())
                .associatePublicIpAddress(true)
                .tags(Map.of("team", "ads"))
                .build(),
            CustomResourceOptions.builder().dependsOn(data).build());
    Parameter password =
        new Parameter(
            "password",
            ParameterArgs.builder()
                .type("SecureString")
                .value(Output.ofSecret("correct horse"))
                .build());
    context.log().warn("the estate is small");
    context.export("web", web.id());
    context.export("names", Output.of(Map.of("bucket", "data")));
    context.export("password", password.value());
  }
}
