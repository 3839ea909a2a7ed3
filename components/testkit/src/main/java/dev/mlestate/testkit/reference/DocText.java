package dev.mlestate.testkit.reference;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of a Javadoc comment as Markdown. */
final class DocText {
  private static final Pattern DEFAULT = Pattern.compile("Default: ([^.]+(\\.\\w[^.]*)*)\\.\\s*");

  private final String text;

  DocText(String comment) {
    text =
        comment
            .replaceAll("(?s)<pre>.*?</pre>", "")
            .replaceAll("(?s)\n\\s*@(param|throws).*", "")
            .replaceAll("\\{@link (?:\\w*#)?(\\w+)[^}]*}", "`$1`")
            .replaceAll("\\{@code ([^}]*)}", "`$1`")
            .replaceAll("\\s*<p>\\s*", "\u0000")
            .replaceAll("\\s+", " ")
            .replace("\u0000", "\n\n")
            .strip();
  }

  /** All of it. */
  String all() {
    return text;
  }

  /** Up to the first full stop that ends a sentence. */
  String firstSentence() {
    Matcher matcher = Pattern.compile("(?s)^(.*?[.])(\\s|$)").matcher(text);
    return matcher.find() ? matcher.group(1) : text;
  }

  /** All but the first sentence. */
  String rest() {
    return text.substring(firstSentence().length()).strip();
  }

  /** What the comment says of the value that holds if none is given. */
  Optional<String> standard() {
    Matcher matcher = DEFAULT.matcher(text + " ");
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** All in one line, but the default and that it is required. */
  String meaning() {
    return DEFAULT
        .matcher(text + " ")
        .replaceAll("")
        .replace("Required.", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
