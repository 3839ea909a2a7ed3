package dev.mlestate.simulated.schema;

/**
 * What a resource type takes and gives.
 *
 * @param token Pulumi's type token, such as aws:s3/bucketV2:BucketV2
 */
public record ResourceDeclaration(
    String token, ObjectDeclaration inputs, ObjectDeclaration outputs) {
  /** Whether a value that no input gives is computed by the provider, rather than absent. */
  public boolean computes(String property) {
    PropertyDeclaration output = outputs.members().get(property);
    return output != null && output.required();
  }
}
