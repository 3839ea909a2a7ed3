/** Features for training and serving, online and offline. */
@NullMarked
package dev.mlestate.azure.featurestore;

import org.jspecify.annotations.NullMarked;
