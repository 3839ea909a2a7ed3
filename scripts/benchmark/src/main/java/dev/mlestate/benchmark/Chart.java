package dev.mlestate.benchmark;

import java.util.List;
import java.util.Locale;

/**
 * Bars of medians with their spread, as one SVG without script. The same figures give the same
 * text.
 */
public final class Chart {
  private static final int LABELS = 330;
  private static final int BARS = 520;
  private static final int ROW = 26;
  private static final int TOP = 48;
  private static final int WIDTH = LABELS + BARS + 110;

  private Chart() {}

  /** Draws the figures in their order. */
  public static String of(List<Measurement> measurements) {
    double longest = measurements.stream().mapToDouble(Measurement::maximum).max().orElse(1);
    int height = TOP + ROW * measurements.size() + 24;
    StringBuilder svg = new StringBuilder();
    svg.append(
        text(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" aria-labelledby=\"title\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n",
            WIDTH, height, WIDTH, height));
    svg.append("<title id=\"title\">Whole processes, seconds of wall-clock time</title>\n");
    svg.append(text("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n", WIDTH, height));
    svg.append(
        text(
            "<text x=\"12\" y=\"26\" font-size=\"15\" fill=\"#1f2933\">Whole processes: median"
                + " and spread, seconds</text>%n"));
    for (int row = 0; row < measurements.size(); row++) {
      svg.append(bar(measurements.get(row), TOP + ROW * row, BARS / longest));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String bar(Measurement figure, int y, double scale) {
    double least = LABELS + figure.minimum() * scale;
    double most = LABELS + figure.maximum() * scale;
    int middle = y + ROW / 2;
    return text(
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#1f2933\">%s</text>%n",
            LABELS - 8, middle + 4, figure.title())
        + text(
            "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
            LABELS,
            y + 5,
            figure.median() * scale,
            ROW - 10,
            figure.id().contains("stock") ? "#9aa5b1" : "#2f6f9f")
        + text(
            "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#1f2933\"/>%n",
            least, middle, most, middle)
        + text(
            "<text x=\"%.1f\" y=\"%d\" fill=\"#1f2933\">%.2f</text>%n",
            Math.max(most, LABELS) + 6, middle + 4, figure.median());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
  }
}
