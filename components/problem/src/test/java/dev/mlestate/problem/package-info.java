/** Tests of problems and positioned YAML. */
@NullMarked
package dev.mlestate.problem;

import org.jspecify.annotations.NullMarked;
