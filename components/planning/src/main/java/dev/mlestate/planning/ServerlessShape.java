package dev.mlestate.planning;

/**
 * What a serverless replica has.
 *
 * @param vcpus 0 where the cloud derives it from the memory
 * @param memoryMib mebibytes
 * @param accelerators 0 or 1; which one the serving says
 */
public record ServerlessShape(double vcpus, int memoryMib, int accelerators) {}
