package dev.mlestate.application;

import dev.mlestate.model.Cloud;
import dev.mlestate.planning.capability.CapabilityMatrix;
import dev.mlestate.planning.capability.Support;
import dev.mlestate.report.Block;
import dev.mlestate.report.Column;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What each cloud realises by which resources, and what it cannot. */
public final class CapabilitiesDocument {
  private CapabilitiesDocument() {}

  /** A row for each capability and cloud. */
  public static Document of(CapabilityMatrix matrix) {
    List<List<Line>> rows = new ArrayList<>();
    for (String capability : matrix.capabilities()) {
      boolean first = true;
      for (Cloud cloud : matrix.clouds()) {
        rows.add(
            List.of(
                first ? Line.of(Span.strong(capability)) : Line.of(""),
                Line.of(cloud.word()),
                said(matrix.support(capability, cloud))));
        first = false;
      }
    }
    return new Document(
        "Capabilities",
        List.of(
            new Block.Table(
                List.of(
                    Column.left("Capability"), Column.left("Cloud"), Column.left("Realised by")),
                rows)));
  }

  private static Line said(Optional<Support> support) {
    if (support.isEmpty()) {
      return Line.of("unknown");
    }
    if (support.get() instanceof Support.NotPossible impossible) {
      return Line.of(
          "not possible: %s; %s".formatted(impossible.reason(), impossible.alternative()));
    }
    return Line.of(
        ((Support.Realised) support.get())
            .types().stream()
                .map(CapabilitiesDocument::shortened)
                .collect(Collectors.joining(", ")));
  }

  /** A token without the part that repeats its type: aws:s3/bucketV2:BucketV2 is s3.BucketV2. */
  private static String shortened(String token) {
    String[] parts = token.split(":", -1);
    if (parts.length != 3) {
      return token;
    }
    String module = parts[1].split("/", -1)[0];
    return module + "." + parts[2];
  }
}
