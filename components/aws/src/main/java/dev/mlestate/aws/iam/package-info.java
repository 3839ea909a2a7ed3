/** IAM policy documents, and the account that they speak of. */
@NullMarked
package dev.mlestate.aws.iam;

import org.jspecify.annotations.NullMarked;
