package dev.mlestate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** The environments of this checkout, copied to where a test may change them. */
record Checkout(Path folder) {
  static final Path ROOT = Path.of(System.getProperty("mlestate.root"));

  static Checkout in(Path folder) {
    try {
      for (String name :
          List.of("organisation.yaml", "dev-aws.yaml", "staging-aws.yaml", "prod-aws.yaml")) {
        Files.copy(ROOT.resolve("environments").resolve(name), folder.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Checkout(folder);
  }

  String file(String name) {
    return folder.resolve(name).toString();
  }

  /** Changes a file, and fails where the change changes nothing. */
  void edit(String name, UnaryOperator<String> change) {
    try {
      String before = Files.readString(folder.resolve(name));
      String after = change.apply(before);
      if (after.equals(before)) {
        throw new IllegalArgumentException("the edit of " + name + " changes nothing");
      }
      Files.writeString(folder.resolve(name), after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
