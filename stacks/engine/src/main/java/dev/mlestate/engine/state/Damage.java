package dev.mlestate.engine.state;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Place;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Something in a file that is not as it was written.
 *
 * @param line counted from 1
 * @param column in bytes, counted from 1
 * @param offset of that place in the file, in bytes, counted from 0
 * @param reason what is wrong, such as "a line does not match its checksum"
 * @param lastGood up to where all is well, in words
 */
record Damage(Path file, int line, int column, long offset, String reason, String lastGood) {
  private static final String REMEDY =
      "run 'state repair': it says what it would do, and goes back to the last good point";

  /** Damage at a byte of a file. */
  static Damage at(Path file, byte[] content, int offset, String reason, String lastGood) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < Math.min(offset, content.length); i++) {
      if (content[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new Damage(file, line, offset - start + 1, offset, reason, lastGood);
  }

  /** The offset of a line and a column in characters, as a parser tells them. */
  static int offset(byte[] content, int line, int column) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return Math.min(content.length, start + Math.max(0, column - 1));
  }

  Problem problem() {
    return Problem.of(
            file.toString(),
            file.getFileName()
                + " is damaged: "
                + reason
                + " (line "
                + line
                + ", byte "
                + offset
                + "); "
                + lastGood,
            REMEDY)
        .at(new Place(file.toString(), line, column));
  }

  ProblemException exception() {
    return new ProblemException(ErrorKind.CONFIGURATION, problem());
  }
}
