package dev.mlestate.simulated.cloud;

import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.record.CloudRecord;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;
import java.util.Optional;

/** What the rules of outputs.tsv may refer to besides the resource's own inputs and outputs. */
public final class Surroundings implements Template.Values {
  private final CloudProfile profile;
  private final CloudRecord record;
  private final CloudSettings settings;
  private final Obj inputs;
  private final String type;
  private final GeneratedValues generated;

  Surroundings(
      CloudProfile profile,
      CloudRecord record,
      CloudSettings settings,
      Obj inputs,
      String type,
      String urn,
      int generation) {
    this.profile = profile;
    this.record = record;
    this.settings = settings;
    this.inputs = inputs;
    this.type = type;
    this.generated = new GeneratedValues(settings.account(), type, urn, generation);
  }

  @Override
  public Optional<String> value(String place) {
    return switch (place) {
      case "account" -> Optional.of(settings.account());
      case "region" -> Optional.of(settings.region()).filter(region -> !region.isEmpty());
      // The token's middle and last parts, such as s3 and Bucket of aws:s3/bucket:Bucket.
      case "service" -> Optional.of(type.split("[:/]", -1)[1]);
      case "kind" -> {
        String[] parts = type.split("[:/]", -1);
        yield Optional.of(parts.length > 2 ? parts[2] : parts[parts.length - 1]);
      }
      default -> profile.place(place, this).or(() -> generated.value(place));
    };
  }

  /** The resource's type. */
  public String type() {
    return type;
  }

  /** All its inputs. */
  public Obj inputs() {
    return inputs;
  }

  public CloudSettings settings() {
    return settings;
  }

  /** A value that looks random but belongs to the resource for good, such as {@code hex17}. */
  public Optional<String> generated(String place) {
    return generated.value(place);
  }

  /** An input's text; empty if it is not given or not known. */
  public Optional<String> input(String path) {
    return PropertyPath.parse(path)
        .get(inputs)
        .map(PropertyText::of)
        .filter(text -> !text.isEmpty());
  }

  /** An output of the resource with an id. */
  public Optional<String> output(String id, String property) {
    return all().stream()
        .filter(resource -> resource.id().equals(id))
        .findFirst()
        .map(RecordedResource::outputs)
        .flatMap(outputs -> PropertyPath.parse(property).get(outputs))
        .map(PropertyText::of);
  }

  /** Everything recorded, with what is left over. */
  public List<RecordedResource> all() {
    return record.all();
  }
}
