package io.github.multicloudcx.benchmarks.compare;

/**
 * What one call cost on average.
 *
 * @param wall nanoseconds that passed
 * @param cpu nanoseconds of processor time of the whole process
 * @param allocated bytes that all threads allocated
 */
record Cost(double wall, double cpu, double allocated) {}
