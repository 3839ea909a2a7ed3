package dev.mlestate.simulated.cloud;

import dev.mlestate.simulated.record.CloudRecord;
import dev.mlestate.simulated.record.RecordedResource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Every text by which something that exists, or that the company had before, can be named. */
public final class Known {
  private final ReferenceForms forms;
  private final String account;
  private final Map<String, Set<String>> byType = new HashMap<>();
  private final Set<String> texts = new HashSet<>();
  private final Set<String> existing = new HashSet<>();

  Known(ReferenceForms forms, CloudRecord record, String account) {
    this.forms = forms;
    this.account = account;
    for (String id : record.existing()) {
      existing.add(id);
      existing.add(forms.normal(id, account));
    }
    for (RecordedResource resource : record.all()) {
      if (Remainder.exists(resource)) {
        Set<String> handles = forms.handles(resource);
        byType.computeIfAbsent(resource.type(), absent -> new HashSet<>()).addAll(handles);
        texts.addAll(handles);
        texts.addAll(forms.broughtAlong(resource));
      }
    }
  }

  /** Whether a text names something. */
  public boolean holds(String text) {
    return texts.contains(forms.normal(text, account)) || before(text);
  }

  /** Whether a text names something of a type. */
  public boolean holds(String type, String text) {
    return forms.typed()
        ? byType.getOrDefault(type, Set.of()).contains(forms.normal(text, account)) || before(text)
        : holds(text);
  }

  private boolean before(String text) {
    return existing.contains(text)
        || existing.contains(forms.normal(text, account))
        || existing.contains(text.substring(text.lastIndexOf('/') + 1))
        || forms.foreign(text, account);
  }
}
