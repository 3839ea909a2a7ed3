package dev.mlestate.testkit.stack;

import com.pulumi.Context;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.core.Output;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Programs that register buckets. */
final class Buckets {
  private Buckets() {}

  /** Buckets of these names. */
  static Consumer<Context> named(String... names) {
    return context -> Stream.of(names).forEach(BucketV2::new);
  }

  /** A bucket called data whose name in the cloud and whose tag may change. */
  static Consumer<Context> data(String cloudName, String team) {
    return context -> {
      BucketV2 data =
          new BucketV2(
              "data", BucketV2Args.builder().bucket(cloudName).tags(Map.of("team", team)).build());
      context.export("bucket", data.bucket());
      context.export("team", Output.of(team));
    };
  }
}
