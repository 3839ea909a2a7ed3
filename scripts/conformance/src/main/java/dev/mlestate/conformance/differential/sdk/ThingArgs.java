package dev.mlestate.conformance.differential.sdk;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a {@link Thing} takes. */
public final class ThingArgs extends ResourceArgs {
  @Import(name = "value")
  final @Nullable Output<String> value;

  @Import(name = "fixed")
  final @Nullable Output<String> fixed;

  @Import(name = "single")
  final @Nullable Output<String> single;

  @Import(name = "items")
  final @Nullable Output<List<Object>> items;

  @Import(name = "tags")
  final @Nullable Output<Map<String, Object>> tags;

  @Import(name = "answers")
  final @Nullable Output<String> answers;

  @Import(name = "wantsDefault")
  final @Nullable Output<Boolean> wantsDefault;

  @Import(name = "wantsToken")
  final @Nullable Output<Boolean> wantsToken;

  @Import(name = "refuse")
  final @Nullable Output<String> refuse;

  @Import(name = "fails")
  final @Nullable Output<String> fails;

  @Import(name = "halfMade")
  final @Nullable Output<String> halfMade;

  private ThingArgs(Builder builder) {
    this.value = builder.value;
    this.fixed = builder.fixed;
    this.single = builder.single;
    this.items = builder.items;
    this.tags = builder.tags;
    this.answers = builder.answers;
    this.wantsDefault = builder.wantsDefault;
    this.wantsToken = builder.wantsToken;
    this.refuse = builder.refuse;
    this.fails = builder.fails;
    this.halfMade = builder.halfMade;
  }

  /** Arguments without any value yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Arguments with one value that may be changed in place. */
  public static ThingArgs value(String value) {
    return builder().value(value).build();
  }

  /** Arguments with one value that depends on other resources. */
  public static ThingArgs value(Output<String> value) {
    return builder().value(value).build();
  }

  /** Arguments with one value whose change replaces. */
  public static ThingArgs fixed(String fixed) {
    return builder().fixed(fixed).build();
  }

  /** Sets arguments. */
  public static final class Builder {
    private @Nullable Output<String> value;
    private @Nullable Output<String> fixed;
    private @Nullable Output<String> single;
    private @Nullable Output<List<Object>> items;
    private @Nullable Output<Map<String, Object>> tags;
    private @Nullable Output<String> answers;
    private @Nullable Output<Boolean> wantsDefault;
    private @Nullable Output<Boolean> wantsToken;
    private @Nullable Output<String> refuse;
    private @Nullable Output<String> fails;
    private @Nullable Output<String> halfMade;

    private Builder() {}

    /** Changes in place; the output {@code computed} follows it. */
    public Builder value(String text) {
      return value(Output.of(text));
    }

    public Builder value(Output<String> output) {
      value = output;
      return this;
    }

    /** A change replaces the resource. */
    public Builder fixed(String text) {
      return fixed(Output.of(text));
    }

    public Builder fixed(Output<String> output) {
      fixed = output;
      return this;
    }

    /** A change replaces the resource, and the old one must be deleted first. */
    public Builder single(String text) {
      return single(Output.of(text));
    }

    public Builder single(Output<String> output) {
      single = output;
      return this;
    }

    /** Changes in place; elements may be outputs. */
    public Builder items(Object... elements) {
      items = Output.of(List.of(elements));
      return this;
    }

    /** Changes in place; values may be outputs, lists and maps. */
    public Builder tags(Map<String, Object> map) {
      tags = Output.of(map);
      return this;
    }

    /**
     * How the provider answers a Diff: {@code in detail} (the default), {@code in short} (without a
     * detailed diff) or {@code nothing}, which leaves it to the engine.
     */
    public Builder answers(String text) {
      answers = Output.of(text);
      return this;
    }

    /** The provider's Check fills in {@code defaulted} and carries it over from old inputs. */
    public Builder wantsDefault() {
      wantsDefault = Output.of(true);
      return this;
    }

    /** There is a secret output {@code token}. */
    public Builder wantsToken() {
      wantsToken = Output.of(true);
      return this;
    }

    /** The provider's Check refuses the resource for this reason. */
    public Builder refuse(String reason) {
      refuse = Output.of(reason);
      return this;
    }

    /** The operation that fails: {@code create}, {@code update} or {@code delete}. */
    public Builder fails(String operation) {
      fails = Output.of(operation);
      return this;
    }

    /** The operation, create or update, that succeeds only in part. */
    public Builder halfMade(String operation) {
      halfMade = Output.of(operation);
      return this;
    }

    public ThingArgs build() {
      return new ThingArgs(this);
    }
  }
}
