package dev.mlestate.cli;

import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.annotations.ResourceType;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;

/** A small program, which a test runs from a jar: a network and a subnet of it. */
final class NetworkProgram {
  private NetworkProgram() {}

  /** AWS's network. */
  @ResourceType(type = "aws:ec2/vpc:Vpc")
  static final class Vpc extends CustomResource {
    Vpc(String name, Args args) {
      super("aws:ec2/vpc:Vpc", name, args, CustomResourceOptions.Empty);
    }
  }

  /** A part of it. */
  @ResourceType(type = "aws:ec2/subnet:Subnet")
  static final class Subnet extends CustomResource {
    Subnet(String name, SubnetArgs args) {
      super("aws:ec2/subnet:Subnet", name, args, CustomResourceOptions.Empty);
    }
  }

  /** The network's inputs. */
  static final class Args extends ResourceArgs {
    @Import(name = "cidrBlock")
    final Output<String> cidrBlock = Output.of("10.0.0.0/16");
  }

  /** The subnet's inputs. */
  static final class SubnetArgs extends ResourceArgs {
    @Import(name = "vpcId")
    final Output<String> vpcId;

    @Import(name = "cidrBlock")
    final Output<String> cidrBlock = Output.of("10.0.0.0/24");

    SubnetArgs(Output<String> vpcId) {
      this.vpcId = vpcId;
    }
  }

  public static void main(String[] arguments) {
    Pulumi.run(
        context -> {
          Vpc network = new Vpc("network", new Args());
          var unused = new Subnet("subnet", new SubnetArgs(network.id()));
        });
  }
}
