/** Features for training and serving, online and offline. */
@NullMarked
package dev.mlestate.gcp.featurestore;

import org.jspecify.annotations.NullMarked;
