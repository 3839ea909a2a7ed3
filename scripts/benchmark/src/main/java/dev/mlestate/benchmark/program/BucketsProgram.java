package dev.mlestate.benchmark.program;

import com.pulumi.Context;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One key, and buckets that are encrypted with it: two resources each, the second of which needs
 * the first and the key. How many buckets is the configuration value {@code buckets}.
 */
public final class BucketsProgram implements Consumer<Context> {
  @Override
  public void accept(Context context) {
    int buckets = context.config().requireInteger("buckets");
    Key key =
        new Key(
            "key",
            KeyArgs.builder().description("Encrypts the buckets").enableKeyRotation(true).build());
    for (int number = 0; number < buckets; number++) {
      String name = String.format(Locale.ROOT, "bucket-%05d", number);
      BucketV2 bucket =
          new BucketV2(
              name,
              BucketV2Args.builder()
                  .forceDestroy(true)
                  .tags(Map.of("team", "platform", "number", Integer.toString(number)))
                  .build());
      BucketServerSideEncryptionConfigurationV2 unused =
          new BucketServerSideEncryptionConfigurationV2(
              name + "-encryption",
              BucketServerSideEncryptionConfigurationV2Args.builder()
                  .bucket(bucket.id())
                  .rules(
                      BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                          .applyServerSideEncryptionByDefault(
                              BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
                                  .builder()
                                  .sseAlgorithm("aws:kms")
                                  .kmsMasterKeyId(key.arn())
                                  .build())
                          .bucketKeyEnabled(true)
                          .build())
                  .build());
    }
    context.export("key", key.arn());
  }
}
