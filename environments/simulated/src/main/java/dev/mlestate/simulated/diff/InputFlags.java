package dev.mlestate.simulated.diff;

/** What a provider's schema says of inputs beyond their types. */
public interface InputFlags {
  /** What counts as the same among a type's inputs. */
  Sameness of(String token);

  /** Whether the provider keeps the value when it is left out. */
  boolean isComputed(String token, String place);
}
