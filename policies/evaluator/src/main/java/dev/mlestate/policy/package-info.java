/** Judges an inventory by the rules: findings with three states. */
@NullMarked
package dev.mlestate.policy;

import org.jspecify.annotations.NullMarked;
