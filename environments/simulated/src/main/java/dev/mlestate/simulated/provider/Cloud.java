package dev.mlestate.simulated.provider;

import dev.mlestate.simulated.check.CheckFailure;
import dev.mlestate.simulated.diff.DiffAnswer;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;
import java.util.Optional;

/** One configured provider of a simulated cloud. It throws CloudException for what it refuses. */
public interface Cloud {
  /** The inputs to use, with defaults such as automatic names, and what is wrong with them. */
  record Checked(Obj inputs, List<CheckFailure> failures) {
    public Checked {
      failures = List.copyOf(failures);
    }
  }

  /** A resource's id, unknown in a preview, and its outputs. */
  record Made(Optional<String> id, Obj outputs) {}

  /** The version of the provider that this one stands for. */
  String version();

  List<CheckFailure> checkConfiguration(Obj settings);

  /** Whether a change of settings needs every resource anew, as another region does. */
  DiffAnswer diffConfiguration(Obj before, Obj after);

  /**
   * Takes the settings that hold for every later call. The same ones may come again, as several
   * instances of an engine that are attached to one process send them.
   *
   * @throws dev.mlestate.simulated.CloudException if they are wrong, or others are held already
   */
  void configure(Obj settings);

  Checked check(ResourceRequest resource, Obj before, Obj inputs, byte[] seed);

  DiffAnswer diff(ResourceRequest resource, String id, Obj state, Obj before, Obj after);

  /**
   * Creates a resource.
   *
   * @param token of the attempt; what was made under it already is answered again
   */
  Made create(ResourceRequest resource, Obj inputs, Optional<String> token, boolean preview);

  /** What was created under that token and still exists; empty if nothing was. */
  Optional<RecordedResource> made(String token);

  /** The resource as the record has it; empty when it is gone. */
  Optional<RecordedResource> read(ResourceRequest resource, String id);

  Obj update(ResourceRequest resource, String id, Obj state, Obj inputs, boolean preview);

  void delete(ResourceRequest resource, String id);

  /** The answer to a function of the provider. */
  Obj invoke(String token, Obj arguments);
}
