package dev.mlestate.conformance.replacement;

/** What is known of one package's resources. */
interface Facts {
  /**
   * What the cloud does about a change.
   *
   * @param token the resource's type
   * @param plugin the version of the provider that manages it; empty: the default one
   */
  Expectation of(String token, String plugin, Shape inputs, Change change);

  /** Whether the order of a list does not matter to the provider. */
  boolean isSet(String token, String place);
}
