/** What tests of components on Azure share. */
@NullMarked
package dev.mlestate.azure.testing;

import org.jspecify.annotations.NullMarked;
