/** Stacks of tests: runs, updates, failures and what programs are told. */
@NullMarked
package dev.mlestate.testkit.stack;

import org.jspecify.annotations.NullMarked;
