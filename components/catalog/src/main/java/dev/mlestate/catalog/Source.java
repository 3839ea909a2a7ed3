package dev.mlestate.catalog;

import java.time.LocalDate;

/**
 * Where a fact comes from, and when it was taken.
 *
 * @param document says "general knowledge" where nobody read a document for it
 */
public record Source(String document, LocalDate date) {}
