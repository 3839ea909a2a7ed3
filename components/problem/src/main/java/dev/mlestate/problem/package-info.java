/** What is wrong, where, why and what to do about it. */
@NullMarked
package dev.mlestate.problem;

import org.jspecify.annotations.NullMarked;
