package dev.mlestate.azure.monitoring;

import com.pulumi.core.Output;

/**
 * The Log Analytics workspace to which everything sends its logs.
 *
 * @param workspaceId resource id
 * @param customerId by which agents and Container Apps name the workspace
 */
public record LogDestination(Output<String> workspaceId, Output<String> customerId) {}
