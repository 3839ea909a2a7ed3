/** Workspaces of Azure Machine Learning and what they stand on. */
@NullMarked
package dev.mlestate.azure.workspace;

import org.jspecify.annotations.NullMarked;
