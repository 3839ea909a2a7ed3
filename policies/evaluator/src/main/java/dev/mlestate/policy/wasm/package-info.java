/** The binding to the rules' WebAssembly, compiled ahead of time into Java classes. */
@NullMarked
package dev.mlestate.policy.wasm;

import org.jspecify.annotations.NullMarked;
