package dev.mlestate.aws.featurestore;

import static dev.mlestate.aws.testing.RecordedStack.ACCOUNT;
import static dev.mlestate.aws.testing.RecordedStack.TAGS;
import static dev.mlestate.aws.testing.RecordedStack.keyArn;
import static dev.mlestate.aws.testing.RecordedStack.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.aws.storage.SecureBucket;
import dev.mlestate.aws.testing.RecordedStack;
import dev.mlestate.model.FeatureGroup;
import dev.mlestate.model.FeatureType;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureStoreTest {
  private static final String GROUP = "aws:sagemaker/featureGroup:FeatureGroup";

  private static FeatureGroup users() {
    Map<String, FeatureType> features = new LinkedHashMap<>();
    features.put("age", FeatureType.INT);
    features.put("score", FeatureType.DOUBLE);
    features.put("country", FeatureType.STRING);
    return new FeatureGroup("users", "user_id", "ts", features);
  }

  private static SecureBucket bucket() {
    return SecureBucket.builder("vision-dev-features").account(ACCOUNT).build();
  }

  @Test
  void keepsGroupsInBothStoresByDefault() {
    RecordedStack stack =
        RecordedStack.of(
            () ->
                FeatureStore.builder("vision-dev")
                    .account(ACCOUNT)
                    .bucket(bucket())
                    .groups(List.of(users()))
                    .build());

    var group = stack.one(GROUP);
    assertThat(group.at("featureGroupName")).isEqualTo("vision-dev-users");
    assertThat(group.at("recordIdentifierFeatureName")).isEqualTo("user_id");
    assertThat(group.at("eventTimeFeatureName")).isEqualTo("ts");
    assertThat(group.at("featureDefinitions"))
        .isEqualTo(
            List.of(
                Map.of("featureName", "user_id", "featureType", "String"),
                Map.of("featureName", "ts", "featureType", "String"),
                Map.of("featureName", "age", "featureType", "Integral"),
                Map.of("featureName", "score", "featureType", "Fractional"),
                Map.of("featureName", "country", "featureType", "String")));
    assertThat(group.at("offlineStoreConfig.s3StorageConfig.s3Uri"))
        .isEqualTo("s3://vision-dev-features-111122223333-us-east-1/feature-store");
    assertThat(group.at("onlineStoreConfig.enableOnlineStore")).isEqualTo(true);
  }

  @Test
  void bothStoresUseTheDataKeyAndTheRoleServesTheAccountAlone() {
    RecordedStack stack =
        RecordedStack.of(
            () ->
                FeatureStore.builder("vision-dev")
                    .account(ACCOUNT)
                    .bucket(bucket())
                    .keys(keys())
                    .store(new dev.mlestate.model.FeatureStore(true, List.of(users())))
                    .tags(TAGS)
                    .build());

    var group = stack.one(GROUP);
    assertThat(group.at("offlineStoreConfig.s3StorageConfig.kmsKeyId"))
        .isEqualTo(keyArn(KeyDomain.DATA));
    assertThat(group.at("onlineStoreConfig.securityConfig.kmsKeyId"))
        .isEqualTo(keyArn(KeyDomain.DATA));
    assertThat(group.at("tags")).isEqualTo(TAGS);
    var role = stack.one("aws:iam/role:Role");
    assertThat(group.at("roleArn"))
        .isEqualTo("arn:aws:iam::111122223333:role/vision-dev-feature-store");
    assertThat(
            role.statement("assumeRolePolicy", "Trust")
                .at("/Condition/StringEquals/aws:SourceAccount")
                .asText())
        .isEqualTo("111122223333");
    assertThat(
            stack
                .one("aws:iam/rolePolicy:RolePolicy")
                .statement("policy", "UseObjects")
                .at("/Resource/0")
                .asText())
        .isEqualTo("arn:aws:s3:::vision-dev-features-111122223333-us-east-1/feature-store/*");
  }

  @Test
  void offlineAloneHasNoOnlineStore() {
    RecordedStack stack =
        RecordedStack.of(
            () ->
                FeatureStore.builder("vision-dev")
                    .account(ACCOUNT)
                    .bucket(bucket())
                    .online(false)
                    .groups(List.of(users()))
                    .build());

    assertThat(stack.one(GROUP).has("onlineStoreConfig")).isFalse();
  }

  @Test
  void aDeclaredIdOrTimeKeepsItsTypeAndComesOnce() {
    Map<String, FeatureType> features = new LinkedHashMap<>();
    features.put("ts", FeatureType.DOUBLE);
    features.put("user_id", FeatureType.INT);

    var definitions = FeatureDefinitions.of(new FeatureGroup("users", "user_id", "ts", features));

    assertThat(definitions).hasSize(2);
  }

  @Test
  void saysAllThatSageMakerDoesNotTake() {
    Map<String, FeatureType> features = new LinkedHashMap<>();
    features.put("ts", FeatureType.INT);
    features.put("write_time", FeatureType.STRING);

    assertThatThrownBy(
            () -> FeatureDefinitions.of(new FeatureGroup("users", "user_id", "ts", features)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.path())
                    .containsExactlyInAnyOrder(
                        "featureStore.groups.users.features.write_time",
                        "featureStore.groups.users.features.ts"));
  }
}
