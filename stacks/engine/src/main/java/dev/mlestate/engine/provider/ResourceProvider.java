package dev.mlestate.engine.provider;

import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;
import java.util.Optional;

/**
 * What manages resources: a provider, or, for provider resources themselves, the registry.
 *
 * <p>Every method may throw {@link ProviderException}; in a preview, values may be unknown.
 */
public interface ResourceProvider {
  /**
   * Checks inputs and fills in defaults.
   *
   * @param before the inputs that the resource has; empty if it is new
   */
  Checked check(String urn, Optional<Obj> before, Obj inputs);

  /** What new inputs would do to a resource. */
  Diff diff(ResourceState before, Obj inputs, List<String> ignoreChanges);

  /**
   * Creates a resource; a preview only says what would be.
   *
   * @param token of this attempt: a provider that keeps tokens answers a second attempt with it by
   *     what the first one made; empty in a preview
   */
  Result create(ResourceState wanted, String token, boolean preview);

  /** Changes a resource in place; a preview only says what would be. */
  Result update(ResourceState before, ResourceState wanted, boolean preview);

  void delete(ResourceState state);

  /**
   * Reads a resource as it is now.
   *
   * @param inputs its inputs as far as they are known
   * @param outputs its outputs as far as they are known
   */
  Reading read(ResourceState resource, Obj inputs, Obj outputs);
}
