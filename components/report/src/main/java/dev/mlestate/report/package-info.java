/** One document model and its renderers: terminal, Markdown, JSON. */
@NullMarked
package dev.mlestate.report;

import org.jspecify.annotations.NullMarked;
