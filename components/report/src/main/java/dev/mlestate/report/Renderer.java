package dev.mlestate.report;

/** Puts a document into a format. */
public interface Renderer {
  /** The text, ending with a line break. */
  String render(Document document);
}
