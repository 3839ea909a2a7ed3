package dev.mlestate.application;

import dev.mlestate.report.Document;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passes on what is said, and keeps what is shown for the case that it goes wrong. */
final class QuietListener implements RunListener {
  private final RunListener heard;
  private final String phase;
  private @Nullable Document last;

  /**
   * Creates it.
   *
   * @param phase what every phase is called
   */
  QuietListener(RunListener heard, String phase) {
    this.heard = heard;
    this.phase = phase;
  }

  /** What was shown last. */
  Optional<Document> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public void phase(String text) {
    heard.phase(phase);
  }

  @Override
  public void show(Document document) {
    last = document;
  }

  @Override
  public void counted(int resources) {
    heard.counted(resources);
  }

  @Override
  public void finished(StepLine step) {}

  @Override
  public void failed(StepLine step, String reason) {}

  @Override
  public void said(String message) {
    heard.said(message);
  }
}
