/** Features for training and serving, online and offline. */
@NullMarked
package dev.mlestate.aws.featurestore;

import org.jspecify.annotations.NullMarked;
