package dev.mlestate.aws.testing;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.test.Mocks;
import dev.mlestate.aws.encryption.EncryptionKeys;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.testkit.program.MockedProgram;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

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
    return of(context -> program.run());
  }

  /** Runs a program that exports outputs against a cloud that accepts everything. */
  public static RecordedStack of(Consumer<Context> program) {
    Queue<Recorded> recorded = new ConcurrentLinkedQueue<>();
    Mocks mocks =
        args -> {
          recorded.add(
              new Recorded(
                  args.type, args.name, new TreeMap<>(args.inputs), String.valueOf(args.provider)));
          Map<String, Object> state = new TreeMap<>(args.inputs);
          Computed.of(args.type, args.name, args.inputs).forEach(state::putIfAbsent);
          return CompletableFuture.completedFuture(
              Mocks.ResourceResult.of(Optional.of(Computed.id(args.type, args.name)), state));
        };
    MockedProgram.run(mocks, program);
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
}
