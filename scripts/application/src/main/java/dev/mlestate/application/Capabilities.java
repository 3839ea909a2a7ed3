package dev.mlestate.application;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.model.Cloud;
import dev.mlestate.planning.capability.CapabilityMatrix;
import dev.mlestate.planning.capability.Support;
import dev.mlestate.report.Document;

/** What each cloud realises. */
public final class Capabilities {
  private Capabilities() {}

  /** For people. */
  public static Document document() {
    return CapabilitiesDocument.of(CapabilityMatrix.load());
  }

  /** For programs: by capability and cloud the types, or the reason and the alternative. */
  public static ObjectNode json() {
    CapabilityMatrix matrix = CapabilityMatrix.load();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    for (String capability : matrix.capabilities()) {
      ObjectNode clouds = root.putObject(capability);
      for (Cloud cloud : matrix.clouds()) {
        matrix
            .support(capability, cloud)
            .ifPresent(support -> write(clouds.putObject(cloud.word()), support));
      }
    }
    return root;
  }

  private static void write(ObjectNode node, Support support) {
    if (support instanceof Support.NotPossible impossible) {
      node.put("reason", impossible.reason()).put("alternative", impossible.alternative());
      return;
    }
    ArrayNode types = node.putArray("realisedBy");
    ((Support.Realised) support).types().forEach(types::add);
  }
}
