package dev.mlestate.simulated.aws;

import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.cloud.ReferenceForms;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ids, ARNs and names: each means one thing only in an account. */
final class AwsReferenceForms implements ReferenceForms {
  @Override
  public boolean typed() {
    return false;
  }

  @Override
  public Set<String> handles(RecordedResource resource) {
    Set<String> handles = new HashSet<>();
    handles.add(resource.id());
    for (String property : List.of("arn", "name", "bucket", "keyId", "url")) {
      var value = resource.outputs().members().get(property);
      if (value != null) {
        handles.add(PropertyText.of(value));
      }
    }
    return handles;
  }

  /** Ids in outputs that are no inputs, such as a VPC's main route table. */
  @Override
  public Set<String> broughtAlong(RecordedResource resource) {
    Set<String> texts = new HashSet<>();
    resource
        .outputs()
        .members()
        .forEach(
            (name, value) -> {
              if (!resource.inputs().members().containsKey(name)
                  && value instanceof Str text
                  && (name.endsWith("Id") || name.endsWith("Arn"))) {
                texts.add(text.value());
              } else if (name.equals("vpcConfig") && value instanceof Obj config) {
                texts.add(
                    PropertyText.of(
                        config
                            .members()
                            .getOrDefault("clusterSecurityGroupId", PropertyValues.NULL)));
              }
            });
    return texts;
  }

  /** Of other accounts and of AWS itself the record knows nothing. */
  @Override
  public boolean foreign(String text, String account) {
    return text.startsWith("arn:")
        && (!text.contains(":" + account + ":") || text.contains("/aws-service-role/"));
  }
}
