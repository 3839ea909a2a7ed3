/** Plans an estate on AWS: pure decisions, no call to AWS and no Pulumi type. */
@NullMarked
package dev.mlestate.aws.planning;

import org.jspecify.annotations.NullMarked;
