/** The project, the providers that act in it, its labels and the services that it must offer. */
@NullMarked
package dev.mlestate.gcp.project;

import org.jspecify.annotations.NullMarked;
