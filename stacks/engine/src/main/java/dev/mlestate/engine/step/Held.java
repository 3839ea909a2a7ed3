package dev.mlestate.engine.step;

import dev.mlestate.engine.state.ResourceState;

/** A resource that the state holds, under its handle. */
record Held(int handle, ResourceState state) {}
