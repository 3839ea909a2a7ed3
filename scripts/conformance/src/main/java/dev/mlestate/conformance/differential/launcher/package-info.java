/** What the shell starts: the comparison, and one version of a program as the CLI runs it. */
@NullMarked
package dev.mlestate.conformance.differential.launcher;

import org.jspecify.annotations.NullMarked;
