/** What every component on Azure shares. */
@NullMarked
package dev.mlestate.azure.component;

import org.jspecify.annotations.NullMarked;
