package dev.mlestate.conformance.differential.sdk;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.ResourceArgs;
import org.jspecify.annotations.Nullable;

/** An explicit provider: its region is the output of its resources; a new region replaces them. */
public final class Proof extends ProviderResource {
  /** What a provider takes. */
  public static final class Args extends ResourceArgs {
    @Import(name = "region")
    final @Nullable Output<String> region;

    @Import(name = "account")
    final @Nullable Output<String> account;

    public Args(Output<String> region, @Nullable Output<String> account) {
      this.region = region;
      this.account = account;
    }
  }

  public Proof(String name, String region) {
    this(name, region, CustomResourceOptions.Empty);
  }

  public Proof(String name, String region, CustomResourceOptions options) {
    this(name, new Args(Output.of(region), null), options);
  }

  public Proof(String name, Args args, CustomResourceOptions options) {
    super(
        "proof",
        name,
        args,
        CustomResourceOptions.merge(
            CustomResourceOptions.builder().version("1.0.0").build(), options));
  }
}
