/** What a generated SDK of the suite's provider would be: resources, arguments, functions. */
@NullMarked
package dev.mlestate.conformance.differential.sdk;

import org.jspecify.annotations.NullMarked;
