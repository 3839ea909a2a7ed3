/** What a program's run comes to, resource by resource, and assertions on it. */
@NullMarked
package dev.mlestate.testkit.graph;

import org.jspecify.annotations.NullMarked;
