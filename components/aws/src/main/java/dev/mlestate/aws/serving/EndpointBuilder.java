package dev.mlestate.aws.serving;

import com.pulumi.core.Output;
import dev.mlestate.aws.encryption.EncryptionKeys;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.aws.storage.SecureBucket;
import dev.mlestate.pulumi.ComponentBuilder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of both kinds of endpoints have.
 *
 * @param <T> the component
 * @param <B> the builder itself
 */
public abstract sealed class EndpointBuilder<T, B extends EndpointBuilder<T, B>>
    extends ComponentBuilder<T, B> permits RealtimeEndpoint.Builder, ServerlessEndpoint.Builder {
  private @Nullable AwsAccount account;
  private @Nullable Output<String> modelPackage;
  private @Nullable SecureBucket artifacts;
  private EncryptionKeys keys = EncryptionKeys.providerManaged();
  private Optional<String> allowedKeys = Optional.empty();
  private int logRetentionDays = 365;

  EndpointBuilder(String name) {
    super(name);
  }

  /** Account and region. Required. */
  public B account(AwsAccount value) {
    account = value;
    return self();
  }

  /** ARN of an approved version in the model registry. Required. */
  public B modelPackage(Output<String> value) {
    modelPackage = value;
    return self();
  }

  /** The bucket of the model's artifacts. Required. */
  public B artifacts(SecureBucket value) {
    artifacts = value;
    return self();
  }

  /** Keys of volumes, captured traffic and logs. Default: keys that AWS manages. */
  public B keys(EncryptionKeys value) {
    keys = value;
    return self();
  }

  /** Pattern of the ARNs of keys that the model may use. Default: any of account and region. */
  public B allowedKeys(String value) {
    allowedKeys = Optional.of(value);
    return self();
  }

  /** Days that the log is kept at the least. Default: 365. */
  public B logRetentionDays(int value) {
    logRetentionDays = value;
    return self();
  }

  final AwsAccount account() {
    return required(account, "account");
  }

  final Output<String> modelPackage() {
    return required(modelPackage, "modelPackage");
  }

  final SecureBucket artifacts() {
    return required(artifacts, "artifacts");
  }

  final EncryptionKeys keys() {
    return keys;
  }

  final String allowedKeys() {
    return allowedKeys.orElse(account().arn("kms", "key/*"));
  }

  final int logRetentionDays() {
    return logRetentionDays;
  }
}
