package dev.mlestate.simulated.schema;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schema that the build wrote from an SDK's classes; each type is read when first asked for.
 */
public final class SchemaFile implements Schema {
  private static final Map<String, SchemaFile> LOADED = new ConcurrentHashMap<>();

  private final byte[] content;
  private final Map<String, Integer> offsets = new HashMap<>();
  private final SortedSet<String> tokens = new TreeSet<>();
  private final Map<String, Optional<ResourceDeclaration>> resources = new ConcurrentHashMap<>();
  private final Map<String, Optional<ObjectDeclaration>> objects = new ConcurrentHashMap<>();
  private final Map<String, List<String>> choices = new ConcurrentHashMap<>();

  private SchemaFile(byte[] content) throws IOException {
    this.content = content;
    ByteArrayInputStream bytes = new ByteArrayInputStream(content);
    DataInputStream in = new DataInputStream(bytes);
    in.readUTF();
    int entries = in.readInt();
    for (int i = 0; i < entries; i++) {
      String key = in.readUTF();
      offsets.put(key, in.readInt());
      if (key.startsWith(SchemaKeys.RESOURCE)) {
        tokens.add(key.substring(SchemaKeys.RESOURCE.length()));
      }
    }
    int start = content.length - bytes.available();
    offsets.replaceAll((key, offset) -> offset + start);
  }

  /** The schema of pulumi/aws 6.83.0. */
  public static SchemaFile aws() {
    return LOADED.computeIfAbsent("aws", SchemaFile::load);
  }

  /** The schema of pulumi/gcp 7.0.0. */
  public static SchemaFile gcp() {
    return LOADED.computeIfAbsent("gcp", SchemaFile::load);
  }

  /** The schema of pulumi/azure-native 2.10.0, in the API versions that are its defaults. */
  public static SchemaFile azureNative() {
    return LOADED.computeIfAbsent("azure-native", SchemaFile::load);
  }

  /** The schema of pulumi/kubernetes 4.0.0. */
  public static SchemaFile kubernetes() {
    return LOADED.computeIfAbsent("kubernetes", SchemaFile::load);
  }

  private static SchemaFile load(String cloud) {
    try (InputStream in = SchemaFile.class.getResourceAsStream(cloud + ".schema")) {
      if (in == null) {
        throw new IllegalStateException(
            cloud + ".schema is not on the class path: build the module with Maven");
      }
      return new SchemaFile(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SortedSet<String> tokens() {
    return Collections.unmodifiableSortedSet(tokens);
  }

  @Override
  public Optional<ResourceDeclaration> resource(String token) {
    return resources.computeIfAbsent(
        token,
        absent ->
            at(SchemaKeys.RESOURCE + token)
                .map(in -> new ResourceDeclaration(token, members(in), members(in))));
  }

  @Override
  public Optional<ObjectDeclaration> object(String name) {
    return objects.computeIfAbsent(
        name, absent -> at(SchemaKeys.OBJECT + name).map(SchemaFile::members));
  }

  @Override
  public List<String> choices(String name) {
    return choices.computeIfAbsent(
        name, absent -> at(SchemaKeys.CHOICE + name).map(SchemaFile::names).orElse(List.of()));
  }

  private Optional<DataInputStream> at(String key) {
    Integer offset = offsets.get(key);
    return offset == null
        ? Optional.empty()
        : Optional.of(
            new DataInputStream(
                new ByteArrayInputStream(content, offset, content.length - offset)));
  }

  private static ObjectDeclaration members(DataInputStream in) {
    try {
      SortedMap<String, PropertyDeclaration> members = new TreeMap<>();
      int count = in.readUnsignedShort();
      for (int i = 0; i < count; i++) {
        String name = in.readUTF();
        ValueType type = TypeCode.read(in.readUTF());
        members.put(name, new PropertyDeclaration(name, type, in.readBoolean()));
      }
      return new ObjectDeclaration(members);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(DataInputStream in) {
    try {
      int count = in.readUnsignedShort();
      List<String> names = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        names.add(in.readUTF());
      }
      return List.copyOf(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
