package dev.mlestate.catalog;

/** Typed lookup of the dated data beside this class. */
public final class Catalog {}
