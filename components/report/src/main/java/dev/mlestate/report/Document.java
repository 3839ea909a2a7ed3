package dev.mlestate.report;

import java.util.List;

/** What is to be shown, whatever it is shown on. */
public record Document(String title, List<Block> blocks) {
  public Document {
    blocks = List.copyOf(blocks);
  }
}
