package dev.mlestate.model;

import java.util.regex.Pattern;

/** The form of a text, as far as a regular expression can say it. */
public enum Format {
  TEXT("(?s).*\\S.*", "text", "give it a value"),
  /**
   * What every cloud takes in names (RFC 1035 labels), with single hyphens, because we join with
   * hyphens.
   */
  NAME(
      "[a-z][a-z0-9]*(-[a-z0-9]+)*",
      "a name",
      "use lower-case letters, digits and single hyphens, with a letter first, such as train-1"),
  /**
   * Names of features: SageMaker's FeatureName (CloudFormation template reference,
   * AWS::SageMaker::FeatureGroup FeatureDefinition, read 2026-11-23).
   */
  FEATURE(
      "[A-Za-z0-9]([-_]*[A-Za-z0-9])*",
      "the name of a feature",
      "use letters, digits, _ and -, with a letter or digit first and last, such as user_id"),
  EMAIL(
      "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+",
      "an e-mail address", "write it as name@example.com"),
  CIDR("([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}", "an IPv4 CIDR block", "write it as 10.40.0.0/16"),
  /** Values of tags that AWS, GCP's labels (after lower-casing) and Azure all take. */
  TAG(
      "[A-Za-z0-9][A-Za-z0-9_.-]*",
      "a tag's value",
      "use letters, digits, _, . and -, such as ml-1234"),
  KUBERNETES_VERSION(
      "1\\.[0-9]{2}",
      "a Kubernetes version", "write major and minor version in quotes, such as \"1.35\""),
  TOPOLOGY(
      "[1-9][0-9]{0,2}x[1-9][0-9]{0,2}(x[1-9][0-9]{0,2})?",
      "a topology",
      "write it as 4x4 or 2x2x2"),
  /** EC2's capacity reservations. */
  RESERVATION(
      "cr-[0-9a-f]{8,17}", "the id of a capacity reservation", "write it as cr-0123456789abcdef0"),
  /** Names of Compute Engine (RFC 1035). */
  GCP_NAME(
      "[a-z]([a-z0-9-]*[a-z0-9])?",
      "a name of Compute Engine",
      "use lower-case letters, digits and hyphens, with a letter first, such as prod-h100"),
  /** What Azure Resource Manager calls a thing. */
  AZURE_ID(
      "/subscriptions/[0-9a-fA-F-]{36}/resourceGroups/[^/]+/providers/[A-Za-z.]+(/[A-Za-z]+/[^/]+)+",
      "the resource id of a thing on Azure",
      "write it as /subscriptions/…/resourceGroups/…/providers/…"),
  GUID(
      "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
      "an object id", "write it as 00000000-0000-0000-0000-000000000000"),
  REGION("[a-z][a-z0-9-]*", "a region", "write it as us-east-1, us-central1 or eastus"),
  MACHINE_TYPES(
      "[A-Za-z0-9][A-Za-z0-9._-]*\\*?",
      "a machine type or the beginning of some",
      "write it as p5.48xlarge or g6.*");

  private final Pattern pattern;
  private final String noun;
  private final String remedy;

  Format(String pattern, String noun, String remedy) {
    this.pattern = Pattern.compile(pattern);
    this.noun = noun;
    this.remedy = remedy;
  }

  /** What the whole text must match. */
  public String pattern() {
    return pattern.pattern();
  }

  /** What a text of this form is, with its article. */
  public String noun() {
    return noun;
  }

  /** How to write one. */
  public String remedy() {
    return remedy;
  }

  boolean matches(String text) {
    return pattern.matcher(text).matches();
  }
}
