package dev.mlestate.aws.iam;

import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One statement of a policy. Immutable: each call returns another. */
public final class Statement {
  private final Map<String, Object> tree;

  private Statement(Map<String, Object> tree) {
    this.tree = Collections.unmodifiableMap(tree);
  }

  public static Statement allow(String sid) {
    return start(sid, "Allow");
  }

  public static Statement deny(String sid) {
    return start(sid, "Deny");
  }

  /** Lets a service assume a role, on behalf of the account alone. */
  public static Statement trust(String service, AwsAccount account) {
    return allow("Trust")
        .service(service)
        .actions("sts:AssumeRole")
        .condition("StringEquals", "aws:SourceAccount", account.id());
  }

  public Statement sid(String sid) {
    return with("Sid", sid);
  }

  /** AWS services as principals, such as logs.us-east-1.amazonaws.com. */
  public Statement service(String... services) {
    return with("Principal", Map.of("Service", List.of(services)));
  }

  /** ARNs of accounts, roles or users as principals. */
  public Statement aws(String... arns) {
    return with("Principal", Map.of("AWS", List.of(arns)));
  }

  /** Everybody as principal: for denials, and for what conditions narrow. */
  public Statement everybody() {
    return with("Principal", "*");
  }

  /** Every caller that has an AWS account: only for what conditions narrow to known ones. */
  public Statement everybodyWithAnAccount() {
    return aws("*");
  }

  public Statement actions(String... actions) {
    return with("Action", List.of(actions));
  }

  public Statement resources(String... arns) {
    return with("Resource", List.of(arns));
  }

  /** Resources whose ARNs are known only when they exist. */
  public Statement resources(List<Output<String>> arns) {
    return with("Resource", List.copyOf(arns));
  }

  /**
   * A condition beside those given.
   *
   * @param operator such as StringEquals
   * @param key such as aws:SourceAccount
   */
  public Statement condition(String operator, String key, String... values) {
    return condition(operator, key, values.length == 1 ? values[0] : List.of(values));
  }

  /** A condition whose value is known only when a resource exists. */
  public Statement condition(String operator, String key, Output<String> value) {
    return condition(operator, key, (Object) value);
  }

  private Statement condition(String operator, String key, Object value) {
    Map<String, Object> conditions = copy(tree.get("Condition"));
    Map<String, Object> keys = copy(conditions.get(operator));
    keys.put(key, value);
    conditions.put(operator, keys);
    return with("Condition", conditions);
  }

  Map<String, Object> tree() {
    return tree;
  }

  private static Statement start(String sid, String effect) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("Sid", sid);
    tree.put("Effect", effect);
    return new Statement(tree);
  }

  private Statement with(String key, Object value) {
    Map<String, Object> changed = new TreeMap<>(tree);
    changed.put(key, value);
    return new Statement(changed);
  }

  private static Map<String, Object> copy(@Nullable Object map) {
    Map<String, Object> copied = new TreeMap<>();
    if (map instanceof Map<?, ?> existing) {
      existing.forEach((key, value) -> copied.put((String) key, value));
    }
    return copied;
  }

  static List<Object> trees(List<Statement> statements) {
    List<Object> trees = new ArrayList<>();
    statements.forEach(statement -> trees.add(statement.tree()));
    return trees;
  }
}
