package dev.mlestate.catalog;

/**
 * What GKE calls the accelerator of a machine type.
 *
 * @param machine such as a3-highgpu-8g or ct5lp-hightpu-4t
 * @param name such as nvidia-h100-80gb or tpu-v5-lite-podslice
 */
record GkeAccelerator(String machine, String name, Source source) {}
