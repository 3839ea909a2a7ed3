package dev.mlestate.simulated.cloud;

import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.record.CloudRecord;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;
import java.util.Optional;

/**
 * A resource that is about to be made or changed.
 *
 * @param before what it is now; empty when it is made
 * @param known what may be named in the cloud
 */
public record Admission(
    String type,
    Obj inputs,
    Optional<RecordedResource> before,
    CloudSettings settings,
    Known known,
    CloudRecord record) {
  /** Everything that exists in the cloud. */
  public List<RecordedResource> all() {
    return record.all().stream().filter(Remainder::exists).toList();
  }

  /** Everything of a type that exists in the cloud. */
  public List<RecordedResource> all(String wanted) {
    return all().stream().filter(each -> each.type().equals(wanted)).toList();
  }

  /** An input's text; empty if it is not given or not known. */
  public Optional<String> input(String path) {
    return PropertyPath.parse(path)
        .get(inputs)
        .map(PropertyText::of)
        .filter(text -> !text.isEmpty());
  }
}
