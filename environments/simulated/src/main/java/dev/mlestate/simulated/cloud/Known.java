package dev.mlestate.simulated.cloud;

import dev.mlestate.simulated.record.CloudRecord;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.simulated.record.ResourceKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every text by which something that exists, or that the company had before, can be named.
 *
 * <p>It follows its record: what one resource costs does not grow with what else there is. Used
 * while the record is held exclusively.
 */
public final class Known {
  private final ReferenceForms forms;
  private final CloudRecord record;
  private final String account;
  private final Map<ResourceKey, Names> named = new HashMap<>();
  private final Map<String, TextCounts> byType = new HashMap<>();
  private final TextCounts texts = new TextCounts();
  private final Set<String> existing = new HashSet<>();
  private int seen;

  /** What one resource can be named by. */
  private record Names(Set<String> handles, Set<String> broughtAlong) {}

  Known(ReferenceForms forms, CloudRecord record, String account) {
    this.forms = forms;
    this.record = record;
    this.account = account;
  }

  /** Takes in what changed in the record. */
  void catchUp() {
    for (String id : record.existing()) {
      if (existing.add(id)) {
        existing.add(forms.normal(id, account));
      }
    }
    List<ResourceKey> changes = record.changes(seen);
    seen += changes.size();
    for (ResourceKey key : changes) {
      forget(key);
      Optional<RecordedResource> now = record.find(key).filter(Remainder::exists);
      now.ifPresent(resource -> learn(key, resource));
    }
  }

  private void learn(ResourceKey key, RecordedResource resource) {
    Names names = new Names(forms.handles(resource), forms.broughtAlong(resource));
    named.put(key, names);
    byType.computeIfAbsent(key.type(), absent -> new TextCounts()).add(names.handles());
    texts.add(names.handles());
    texts.add(names.broughtAlong());
  }

  private void forget(ResourceKey key) {
    @Nullable Names names = named.remove(key);
    if (names != null) {
      byType.computeIfAbsent(key.type(), absent -> new TextCounts()).remove(names.handles());
      texts.remove(names.handles());
      texts.remove(names.broughtAlong());
    }
  }

  /** Whether a text names something. */
  public boolean holds(String text) {
    return texts.contains(forms.normal(text, account)) || before(text);
  }

  /** Whether a text names something of a type. */
  public boolean holds(String type, String text) {
    return forms.typed()
        ? isOfType(type, forms.normal(text, account)) || before(text)
        : holds(text);
  }

  private boolean isOfType(String type, String text) {
    @Nullable TextCounts ofType = byType.get(type);
    return ofType != null && ofType.contains(text);
  }

  private boolean before(String text) {
    return existing.contains(text)
        || existing.contains(forms.normal(text, account))
        || existing.contains(text.substring(text.lastIndexOf('/') + 1))
        || forms.foreign(text, account);
  }

  /** Texts that may each come from several resources. */
  private static final class TextCounts {
    private final Map<String, Integer> counts = new HashMap<>();

    void add(Set<String> texts) {
      texts.forEach(text -> counts.merge(text, 1, Integer::sum));
    }

    void remove(Set<String> texts) {
      for (String text : texts) {
        if (counts.merge(text, -1, Integer::sum) == 0) {
          counts.remove(text);
        }
      }
    }

    boolean contains(String text) {
      return counts.containsKey(text);
    }
  }
}
