/**
 * What can go wrong in a simulated cloud on request: throttling, quotas, capacity, permissions,
 * time.
 *
 * <p>A fault is told to one command and forgotten with it. It is matched by a resource's type, name
 * or URN, counts each resource's calls of one kind apart, and so comes the same way whatever runs
 * at once. What a caller gets is the text that the cloud itself would give, in a gRPC status that
 * says of which kind it is (package {@code provider}).
 */
@NullMarked
package dev.mlestate.simulated.fault;

import org.jspecify.annotations.NullMarked;
