/** Where the process starts and ends. */
@NullMarked
package dev.mlestate.cli.launcher;

import org.jspecify.annotations.NullMarked;
