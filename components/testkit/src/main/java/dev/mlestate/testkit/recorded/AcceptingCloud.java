package dev.mlestate.testkit.recorded;

import java.util.Map;

/** What a cloud answers that accepts everything. */
public interface AcceptingCloud {
  /** The id that it gives a resource, so that a test sees from which one a value comes. */
  String id(String type, String name, Map<String, Object> inputs);

  /** What it computes beside the inputs. */
  Map<String, Object> computed(String type, String name, Map<String, Object> inputs);

  /** What a function returns. */
  Map<String, Object> answer(String token, Map<String, Object> arguments);

  /**
   * What it tells of inputs that it gives back in another form. Default: all come back as given.
   */
  default Map<String, Object> told(String type, Map<String, Object> inputs) {
    return inputs;
  }
}
