package dev.mlestate.simulated.schema;

/** What the keys of a schema file start with. */
public final class SchemaKeys {
  public static final String RESOURCE = "resource ";
  public static final String OBJECT = "object ";
  public static final String CHOICE = "choice ";

  private SchemaKeys() {}
}
