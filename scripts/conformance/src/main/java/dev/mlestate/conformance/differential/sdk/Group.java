package dev.mlestate.conformance.differential.sdk;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;

/** A component of whatever a program puts into it. */
public final class Group extends ComponentResource {
  /** The type that most programs use. */
  public static final String TYPE = "proof:index:Group";

  public Group(String name) {
    this(TYPE, name, ComponentResourceOptions.Empty);
  }

  public Group(String name, ComponentResourceOptions options) {
    this(TYPE, name, options);
  }

  public Group(String type, String name, ComponentResourceOptions options) {
    super(type, name, options);
  }

  /** Completes the component. */
  public void done(Map<String, Output<?>> outputs) {
    registerOutputs(outputs);
  }
}
