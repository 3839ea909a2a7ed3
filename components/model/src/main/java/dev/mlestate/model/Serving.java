package dev.mlestate.model;

import java.util.Optional;

/** An endpoint for predictions. */
public record Serving(
    @Key(value = "The endpoint's name", required = true, format = Format.NAME, longest = 30)
        String name,
    @Key(value = "The team that owns it", format = Format.NAME, longest = 30, computed = "shared")
        Optional<String> team,
    @Key(
            value = "How it serves: on machines of its own, or on the cloud's for each request",
            standard = "\"realtime\"")
        ServingKind kind,
    @Key(
            value = "The model it serves, a name of registry.models",
            format = Format.NAME,
            longest = 30,
            computed = "the endpoint's name")
        String model,
    @Key(
            value = "The approved version of the model in the registry",
            min = 1,
            max = 100000,
            standard = "1")
        int modelVersion,
    @Key(value = "The accelerators of each replica; on AWS not for serverless", computed = "none")
        Optional<ServingAccelerator> accelerator,
    @Key("What each replica has at the least; for serverless on AWS its memory alone") Cpu cpu,
    @Key("The bounds of the endpoint") Replicas replicas,
    @Key("How much of the traffic is recorded; not for serverless") Capture capture) {}
