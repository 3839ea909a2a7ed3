/** Tests of Pulumi programs: the JUnit extension that runs them on simulated clouds. */
@NullMarked
package dev.mlestate.testkit;

import org.jspecify.annotations.NullMarked;
