package dev.mlestate.catalog;

import java.time.LocalDate;

/** Where a fact was read, and when. */
public record Source(String document, LocalDate date) {}
