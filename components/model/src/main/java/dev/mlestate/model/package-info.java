/**
 * What an environment file and organisation.yaml say, as records: parsed, defaulted and checked.
 */
@NullMarked
package dev.mlestate.model;

import org.jspecify.annotations.NullMarked;
