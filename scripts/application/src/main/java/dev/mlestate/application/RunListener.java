package dev.mlestate.application;

import dev.mlestate.report.Document;
import java.time.Duration;

/** Hears of a run while it goes on, in the order in which a person should see it. */
public interface RunListener {
  /** Hears nothing. */
  RunListener SILENT =
      new RunListener() {
        @Override
        public void phase(String text) {}

        @Override
        public void show(Document document) {}

        @Override
        public void counted(int resources) {}

        @Override
        public void finished(StepLine step) {}

        @Override
        public void failed(StepLine step, String reason) {}

        @Override
        public void said(String message) {}
      };

  /** Something that takes a while begins, such as "running the program". */
  void phase(String text);

  /** A part of the result is ready. */
  void show(Document document);

  /** A preview has seen this many resources so far. */
  void counted(int resources);

  /** A step that changed something is done. */
  void finished(StepLine step);

  /** A step failed. */
  void failed(StepLine step, String reason);

  /** The program or a provider says something. */
  void said(String message);

  /**
   * A step, for a line of output.
   *
   * @param symbol Pulumi's, such as {@code +} or {@code +-}
   * @param operation Pulumi's word, such as {@code create}
   * @param name the resource's own name
   * @param done how many changes are done, this one included
   * @param total how many the preview foresaw
   */
  record StepLine(
      String symbol,
      String operation,
      String type,
      String name,
      Duration duration,
      int done,
      int total) {}
}
