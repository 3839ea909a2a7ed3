/** The command line: every command thin over one use case. */
@NullMarked
package dev.mlestate.cli;

import org.jspecify.annotations.NullMarked;
