/** Who may do what: Entra groups, managed identities and roles. */
@NullMarked
package dev.mlestate.azure.identity;

import org.jspecify.annotations.NullMarked;
