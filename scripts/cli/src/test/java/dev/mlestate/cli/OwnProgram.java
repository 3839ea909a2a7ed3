package dev.mlestate.cli;

import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.annotations.ResourceType;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A program as a person would write it; the test makes a jar that runs it. */
final class OwnProgram {
  private OwnProgram() {}

  /** A resource of the test's provider. */
  @ResourceType(type = "thing:index:Thing")
  static final class Thing extends CustomResource {
    @Export(
        name = "arn",
        refs = {String.class},
        tree = "[0]")
    // The SDK sets it before an initial value would.
    private @Nullable Output<String> arn;

    Thing(String name, ThingArgs args) {
      super("thing:index:Thing", name, args, CustomResourceOptions.Empty);
    }

    Output<String> arn() {
      return Objects.requireNonNull(arn);
    }
  }

  /** Its inputs. */
  static final class ThingArgs extends ResourceArgs {
    @Import(name = "name")
    final Output<String> name;

    @Import(name = "password")
    final Output<String> password;

    ThingArgs(Output<String> name, Output<String> password) {
      this.name = name;
      this.password = password;
    }
  }

  public static void main(String[] arguments) {
    Pulumi.run(
        context -> {
          Output<String> password = Output.ofSecret(context.config().require("password"));
          Thing first = new Thing("first", new ThingArgs(Output.of("one"), password));
          Thing second = new Thing("second", new ThingArgs(first.arn(), password));
          context.export("arn", second.arn());
          context.export("password", password);
        });
  }
}
