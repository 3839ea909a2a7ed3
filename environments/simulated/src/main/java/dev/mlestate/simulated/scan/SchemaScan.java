package dev.mlestate.simulated.scan;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;

/**
 * Writes down what the classes of the SDKs declare: {@code SchemaScan <folder> <cloud>=<jar>…}
 * makes {@code <folder>/<cloud>.schema} of each jar. A file that was made from the same jar is
 * kept.
 */
public final class SchemaScan {
  /** To be raised with the form of the file, so that old files are made anew. */
  private static final int FORM = 1;

  private SchemaScan() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    for (int i = 1; i < arguments.length; i++) {
      String[] parts = arguments[i].split("=", 2);
      Path jar = jarOf(parts[1]);
      String origin = FORM + " " + jar.getFileName() + " " + Files.size(jar);
      Path file = folder.resolve(parts[0] + ".schema");
      if (!origin.equals(originOf(file))) {
        Files.write(file, scan(jar).toBytes(origin));
      }
    }
  }

  static Path jarOf(String className) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try {
      return Path.of(
          Class.forName(className, false, loader)
              .getProtectionDomain()
              .getCodeSource()
              .getLocation()
              .toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException("no jar holds " + className, e);
    }
  }

  static SdkClasses scan(Path jar) throws IOException {
    SdkClasses classes = new SdkClasses();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().endsWith(".class") && !entry.getName().endsWith("$Builder.class")) {
          try (InputStream in = file.getInputStream(entry)) {
            new ClassReader(in.readAllBytes())
                .accept(
                    new SdkClassVisitor(classes), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
          }
        }
      }
    }
    return classes;
  }

  private static String originOf(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return in.readUTF();
    }
  }
}
