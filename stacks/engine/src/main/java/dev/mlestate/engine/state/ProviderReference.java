package dev.mlestate.engine.state;

import java.util.Optional;

/**
 * Names the provider that a resource belongs to.
 *
 * @param urn the provider resource
 * @param id its id; Pulumi's unknown sentinel in the preview of a provider's creation
 */
public record ProviderReference(String urn, String id) {
  /** Reads {@code urn::id}; empty if the text has another form. */
  public static Optional<ProviderReference> parse(String text) {
    int at = text.lastIndexOf("::");
    if (at < 0 || !Urn.isValid(text.substring(0, at))) {
      return Optional.empty();
    }
    return Optional.of(new ProviderReference(text.substring(0, at), text.substring(at + 2)));
  }

  public String packageName() {
    return Urn.providerPackage(new Urn(urn).type());
  }

  @Override
  public String toString() {
    return urn + "::" + id;
  }
}
