package dev.mlestate.aws.serving;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which instance types have disks of their own. These are encrypted by the instance itself, and an
 * endpoint configuration that names a KMS key for them is refused (SageMaker API Reference,
 * CreateEndpointConfig, KmsKeyId; general knowledge, not read).
 */
final class LocalStorage {
  /** Such as ml.g4dn.xlarge: series g, generation 4, attributes dn. */
  private static final Pattern TYPE =
      Pattern.compile("(?:ml\\.)?(([a-z]+)\\d+)([a-z]*)(-[^.]+)?\\..+");

  /**
   * Families that have local disks without a "d" in their name (Amazon EC2 Instance Types guide,
   * "Instance store volumes"; general knowledge, not read).
   */
  private static final Set<String> FAMILIES =
      Set.of(
          "g5", "g6", "g6e", "g6f", "gr6", "gr6f", "p5", "p5e", "p5en", "p6", "p6e", "trn1",
          "trn1n", "trn2", "dl1");

  private static final Set<String> STORAGE_SERIES = Set.of("i", "im", "is", "h", "x");

  private LocalStorage() {}

  static boolean of(String instanceType) {
    Matcher type = TYPE.matcher(instanceType);
    if (!type.matches()) {
      throw new IllegalArgumentException(instanceType + " is no instance type");
    }
    String attributes = type.group(3);
    return attributes.contains("d")
        || FAMILIES.contains(type.group(1) + attributes)
        || STORAGE_SERIES.contains(type.group(2));
  }
}
