package dev.mlestate.aws.testing;

import com.pulumi.core.Output;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import dev.mlestate.aws.encryption.EncryptionKeys;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.model.KeyDomain;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Everything that a program registered, in the order of types and names. */
public record RecordedStack(List<Recorded> resources) {
  public static final AwsAccount ACCOUNT = new AwsAccount("111122223333", "us-east-1");

  /** The tags that every estate has. */
  public static final Map<String, String> TAGS =
      Map.of(
          "owner", "ml@example.com",
          "team", "shared",
          "cost-center", "ml-1",
          "environment", "dev",
          "data-classification", "internal",
          "estate", "vision");

  /** Runs a program against a cloud that accepts everything. */
  public static RecordedStack of(Runnable program) {
    Queue<Recorded> recorded = new ConcurrentLinkedQueue<>();
    Mocks mocks =
        args -> {
          recorded.add(new Recorded(args.type, args.name, new TreeMap<>(args.inputs)));
          Map<String, Object> state = new TreeMap<>(args.inputs);
          computed(args.type, args.name, args.inputs).forEach(state::putIfAbsent);
          return CompletableFuture.completedFuture(
              Mocks.ResourceResult.of(Optional.of(id(args.type, args.name)), state));
        };
    PulumiTest.withMocks(mocks).runTest(context -> program.run()).throwOnError();
    return new RecordedStack(
        recorded.stream()
            .sorted(Comparator.comparing(Recorded::type).thenComparing(Recorded::name))
            .toList());
  }

  /** A key for each domain. */
  public static EncryptionKeys keys() {
    Map<KeyDomain, Output<String>> arns = new EnumMap<>(KeyDomain.class);
    for (KeyDomain domain : KeyDomain.values()) {
      arns.put(domain, Output.of(keyArn(domain)));
    }
    return EncryptionKeys.of(arns);
  }

  public static String keyArn(KeyDomain domain) {
    String first =
        switch (domain) {
          case DATA -> "0";
          case COMPUTE -> "1";
          case LOGS -> "2";
          case SECRETS -> "3";
        };
    return ACCOUNT.arn("kms", "key/0000000" + first + "-1111-2222-3333-444455556666");
  }

  /** All of a type. */
  public List<Recorded> all(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  /** The one of a type. */
  public Recorded one(String type) {
    List<Recorded> found = all(type);
    if (found.size() != 1) {
      throw new AssertionError("there are " + found.size() + " of " + type);
    }
    return found.get(0);
  }

  /** The one of a type with a name. */
  public Recorded one(String type, String name) {
    return all(type).stream()
        .filter(resource -> resource.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no " + name + " among " + all(type).stream().map(Recorded::name).toList()));
  }

  private static String id(String type, String name) {
    return switch (type) {
      case "aws:ec2/securityGroup:SecurityGroup" -> "sg-0123456789abcdef0";
      case "aws:ec2/vpc:Vpc" -> "vpc-0123456789abcdef0";
      default -> name + "-id";
    };
  }

  private static Map<String, Object> computed(
      String type, String name, Map<String, Object> inputs) {
    Object physical = inputs.getOrDefault("name", name);
    return switch (type) {
      case "aws:iam/role:Role" -> Map.of("arn", ACCOUNT.iamArn("role/" + physical));
      case "aws:kms/key:Key" ->
          Map.of(
              "arn",
              ACCOUNT.arn("kms", "key/99999999-1111-2222-3333-444455556666"),
              "keyId",
              "99999999-1111-2222-3333-444455556666");
      case "aws:ecr/repository:Repository" ->
          Map.of(
              "repositoryUrl",
              ACCOUNT.id() + ".dkr.ecr." + ACCOUNT.region() + ".amazonaws.com/" + physical);
      case "aws:costexplorer/anomalyMonitor:AnomalyMonitor" ->
          Map.of(
              "arn",
              "arn:aws:ce::"
                  + ACCOUNT.id()
                  + ":anomalymonitor/11111111-2222-3333-4444-555555555555");
      default ->
          Map.of("arn", ACCOUNT.arn(type.substring(4).split("/", 2)[0], "thing/" + physical));
    };
  }
}
