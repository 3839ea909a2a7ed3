package dev.mlestate.simulated.scan;

import dev.mlestate.simulated.schema.SchemaKeys;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was read from the classes of one SDK, before it is written. */
final class SdkClasses {
  /** A property with its type's code. */
  record Property(String name, String signature, boolean required) {}

  /** A resource's class. */
  record ResourceClass(String token, List<Property> exports, SortedSet<String> optional) {}

  final SortedMap<String, ResourceClass> resources = new TreeMap<>();
  final SortedMap<String, List<Property>> arguments = new TreeMap<>();
  final SortedMap<String, List<String>> enumerations = new TreeMap<>();

  byte[] toBytes(String origin) throws IOException {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    TypeNames types = new TypeNames(enumerations.keySet());
    SortedSet<String> tokens = new TreeSet<>();
    for (Map.Entry<String, ResourceClass> entry : resources.entrySet()) {
      ResourceClass resource = entry.getValue();
      List<Property> inputs = arguments.getOrDefault(entry.getKey() + "Args", List.of());
      if (tokens.add(resource.token())) {
        List<Property> outputs = new ArrayList<>();
        for (Property export : resource.exports()) {
          boolean always = !resource.optional().contains(export.name());
          outputs.add(new Property(export.name(), export.signature(), always));
        }
        entries.put(
            SchemaKeys.RESOURCE + resource.token(),
            concatenated(members(inputs, types), members(outputs, types)));
      }
    }
    for (Map.Entry<String, List<Property>> entry : arguments.entrySet()) {
      entries.put(SchemaKeys.OBJECT + entry.getKey(), members(entry.getValue(), types));
    }
    for (Map.Entry<String, List<String>> entry : enumerations.entrySet()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeShort(entry.getValue().size());
      for (String value : entry.getValue()) {
        out.writeUTF(value);
      }
      entries.put(SchemaKeys.CHOICE + entry.getKey(), bytes.toByteArray());
    }
    return file(origin, entries);
  }

  private static byte[] file(String origin, SortedMap<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(origin);
    out.writeInt(entries.size());
    int offset = 0;
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(offset);
      offset += entry.getValue().length;
    }
    for (byte[] content : entries.values()) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] members(List<Property> properties, TypeNames types) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(properties.size());
    for (Property property : properties) {
      out.writeUTF(property.name());
      out.writeUTF(types.code(property.signature()));
      out.writeBoolean(property.required());
    }
    return bytes.toByteArray();
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
