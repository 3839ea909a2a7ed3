package dev.mlestate.gcp.network;

import com.pulumi.core.Output;

/**
 * A network between one interface of each accelerator machine.
 *
 * @param name by which pods ask for it, such as fabric-1
 * @param network its name in Compute Engine
 * @param subnet its subnet's name
 */
public record FabricNetwork(String name, Output<String> network, Output<String> subnet) {}
