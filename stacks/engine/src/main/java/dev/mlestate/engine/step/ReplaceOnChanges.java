package dev.mlestate.engine.step;

import dev.mlestate.engine.event.PropertyChange;
import dev.mlestate.engine.provider.Diff;
import dev.mlestate.wire.MalformedValueException;
import dev.mlestate.wire.PropertyPath;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes changes of the properties that the program lists replace the resource. */
final class ReplaceOnChanges {
  /** Stands in paths and reasons for what went wrong when the resource was last changed. */
  private static final String INIT_ERROR = "#initerror";

  private ReplaceOnChanges() {}

  static Diff apply(Diff diff, List<String> listed, boolean initErrors) {
    if (listed.isEmpty() || (diff.changes() != Diff.Changes.SOME && !initErrors)) {
      return diff;
    }
    List<PropertyPath> paths = listed.stream().map(PropertyPath::parse).toList();
    TreeSet<String> keys = new TreeSet<>(diff.replaceKeys());
    diff.changedKeys().stream().filter(key -> covered(paths, key)).forEach(keys::add);
    Optional<SortedMap<String, PropertyChange>> detailed =
        diff.detailed().map(changes -> replacing(paths, changes));
    boolean initReplaces = initErrors && covered(paths, INIT_ERROR);
    if (initReplaces) {
      keys.add(INIT_ERROR);
    }
    return new Diff(
        initReplaces ? Diff.Changes.SOME : diff.changes(),
        List.copyOf(keys),
        diff.changedKeys(),
        detailed,
        diff.deleteBeforeReplace());
  }

  private static SortedMap<String, PropertyChange> replacing(
      List<PropertyPath> paths, SortedMap<String, PropertyChange> changes) {
    SortedMap<String, PropertyChange> result = new TreeMap<>(changes);
    result.replaceAll(
        (path, change) ->
            covered(paths, path)
                ? new PropertyChange(change.kind().replacing(), change.inputDiff())
                : change);
    return result;
  }

  private static boolean covered(List<PropertyPath> paths, String text) {
    try {
      PropertyPath path = PropertyPath.parse(text);
      return paths.stream().anyMatch(listed -> listed.contains(path));
    } catch (MalformedValueException e) {
      return false;
    }
  }
}
