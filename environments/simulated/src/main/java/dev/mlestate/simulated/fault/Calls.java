package dev.mlestate.simulated.fault;

import dev.mlestate.simulated.provider.ResourceRequest;
import java.util.Collections;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The calls that a fault is about.
 *
 * @param type of Pulumi's type token, such as {@code aws:ec2/subnet:Subnet}
 * @param name of the resource's name in the program
 * @param on which calls
 * @param times how many such calls of each resource fail; empty: all of them
 */
public record Calls(Glob type, Glob name, Glob urn, Set<Call> on, OptionalInt times) {
  public Calls {
    on = Collections.unmodifiableSet(new TreeSet<>(on));
  }

  boolean matches(Call call, ResourceRequest resource) {
    return on.contains(call)
        && type.matches(resource.type())
        && name.matches(resource.name())
        && urn.matches(resource.urn());
  }
}
