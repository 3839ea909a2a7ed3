package dev.mlestate.engine.state;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Turns back single flipped bits in a journal's lines: a line's checksum tells which one it was.
 *
 * <p>That another flip would match by chance is less likely than one in 10,000 for the longest line
 * that is tried.
 */
final class FlippedBits {
  private static final int LONGEST_LINE = 8 * 1024;

  private FlippedBits() {}

  /** The journal as it was, as far as that can be told; else as it is. */
  static JournalReader.Content corrected(JournalReader.Content journal) {
    byte[] content = journal.content().clone();
    for (Damage damage : journal.damages()) {
      correct(content, Math.toIntExact(damage.offset()));
    }
    return JournalReader.scan(journal.file(), content).orElse(journal);
  }

  private static void correct(byte[] content, int from) {
    int start = Math.min(from, content.length);
    while (start > 0 && content[start - 1] != '\n') {
      start--;
    }
    int end = start;
    while (end < content.length && content[end] != '\n') {
      end++;
    }
    if (end == content.length && end > start && parses(content, start, end - 1)) {
      content[end - 1] = '\n';
      return;
    }
    if (end - start > LONGEST_LINE) {
      return;
    }
    int json = start + JournalCodec.SUM_LENGTH + 1;
    if (json >= end) {
      return;
    }
    String actual = JournalCodec.checksum(content, json, end - json) + " ";
    if (bitsApart(content, start, actual) == 1) {
      System.arraycopy(
          actual.getBytes(StandardCharsets.ISO_8859_1), 0, content, start, actual.length());
      return;
    }
    long sum = sum(content, start);
    CRC32 crc = new CRC32();
    for (int at = json; at < end; at++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        content[at] ^= (byte) (1 << bit);
        crc.reset();
        crc.update(content, json, end - json);
        if (crc.getValue() == sum) {
          return;
        }
        content[at] ^= (byte) (1 << bit);
      }
    }
  }

  /** The checksum that stands before a line; -1: none does. */
  private static long sum(byte[] content, int start) {
    try {
      return Long.parseLong(
          new String(content, start, JournalCodec.SUM_LENGTH, StandardCharsets.ISO_8859_1), 16);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static int bitsApart(byte[] content, int start, String wanted) {
    int apart = 0;
    for (int i = 0; i < wanted.length(); i++) {
      apart += Integer.bitCount((content[start + i] ^ wanted.charAt(i)) & 0xff);
    }
    return apart;
  }

  private static boolean parses(byte[] content, int start, int end) {
    return JournalCodec.parse(content, start, end).isPresent();
  }
}
