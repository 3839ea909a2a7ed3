package dev.mlestate.wire;

/** A peer or a file carries a value that Pulumi's form does not allow. */
public final class MalformedValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;

  public MalformedValueException(String path, String reason) {
    super(path.isEmpty() ? reason : path + ": " + reason);
    this.path = path;
  }

  /** Where in the properties the value stands, such as {@code tags.owner}. */
  public String path() {
    return path;
  }
}
