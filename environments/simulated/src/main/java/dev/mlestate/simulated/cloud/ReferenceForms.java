package dev.mlestate.simulated.cloud;

import dev.mlestate.simulated.record.RecordedResource;
import java.util.Set;

/** How resources are named in the inputs of others. */
public interface ReferenceForms {
  /** Every text by which a resource can be named, in normal form. */
  Set<String> handles(RecordedResource resource);

  /** The texts by which others can be named that came with a resource, in normal form. */
  default Set<String> broughtAlong(RecordedResource resource) {
    return Set.of();
  }

  /** The form in which texts are compared, such as a link without its host. */
  default String normal(String text, String account) {
    return text;
  }

  /** Whether a text names something of which the account knows nothing, such as another's. */
  boolean foreign(String text, String account);

  /** Whether a name counts for one type only, rather than being unique among all. */
  boolean typed();
}
