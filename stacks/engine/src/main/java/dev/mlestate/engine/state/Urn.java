package dev.mlestate.engine.state;

/**
 * The name of a resource within a stack, {@code urn:pulumi:stack::project::parent$type::name}.
 *
 * @param value the whole text
 */
public record Urn(String value) {
  /** The type of the resource that stands for the stack itself. */
  public static final String STACK_TYPE = "pulumi:pulumi:Stack";

  private static final String PREFIX = "urn:pulumi:";
  private static final String PROVIDER_PREFIX = "pulumi:providers:";

  /** The name of a resource under its parent; an empty parent has none. */
  public static Urn of(String stack, String project, String parent, String type, String name) {
    String parentType = parent.isEmpty() ? "" : new Urn(parent).qualifiedType();
    // The stack is every resource's parent, so it adds nothing to a name.
    String qualified =
        parentType.isEmpty() || parentType.equals(STACK_TYPE) ? type : parentType + "$" + type;
    return new Urn(PREFIX + stack + "::" + project + "::" + qualified + "::" + name);
  }

  /** Whether a text has the form of a name. */
  public static boolean isValid(String text) {
    return text.startsWith(PREFIX) && text.split("::", 4).length == 4;
  }

  /** The type of a package's provider resources. */
  public static String providerType(String packageName) {
    return PROVIDER_PREFIX + packageName;
  }

  /** The package of a provider type; empty for any other type. */
  public static String providerPackage(String type) {
    return type.startsWith(PROVIDER_PREFIX) ? type.substring(PROVIDER_PREFIX.length()) : "";
  }

  /** The types of the ancestors and the resource, joined by dollar signs. */
  public String qualifiedType() {
    return part(2);
  }

  public String type() {
    String qualified = qualifiedType();
    return qualified.substring(qualified.lastIndexOf('$') + 1);
  }

  public String name() {
    return part(3);
  }

  public boolean isProvider() {
    return !providerPackage(type()).isEmpty();
  }

  /** Whether this is a provider that the engine registered because no other was named. */
  public boolean isDefaultProvider() {
    return isProvider() && (name().equals("default") || name().startsWith("default_"));
  }

  public String stack() {
    String first = part(0);
    return first.startsWith(PREFIX) ? first.substring(PREFIX.length()) : "";
  }

  public String project() {
    return part(1);
  }

  /** The same resource under another name. */
  public Urn withName(String name) {
    return new Urn(part(0) + "::" + part(1) + "::" + part(2) + "::" + name);
  }

  private String part(int index) {
    String[] parts = value.split("::", 4);
    return parts.length > index ? parts[index] : "";
  }

  @Override
  public String toString() {
    return value;
  }
}
