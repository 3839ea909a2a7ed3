package dev.mlestate.model;

import java.util.List;
import java.util.Optional;

/** A group of like machines; exactly one of cpu, accelerator and tpu is present. */
public record NodePool(
    @Key(value = "The pool's name", required = true, format = Format.NAME, longest = 12)
        String name,
    @Key(value = "The team that owns it", format = Format.NAME, longest = 30, computed = "shared")
        Optional<String> team,
    @Key(
            value = "Machines without accelerators; exactly one of cpu, accelerator and tpu",
            computed = "none")
        Optional<Cpu> cpu,
    @Key(
            value = "Machines with accelerators; exactly one of cpu, accelerator and tpu",
            computed = "none")
        Optional<Accelerator> accelerator,
    @Key(
            value = "A slice of Google's TPUs; exactly one of cpu, accelerator and tpu",
            computed = "none")
        Optional<Tpu> tpu,
    @Key("The bounds of the pool") Nodes nodes,
    @Key(
            value =
                "The network between the pool's nodes; rdma: EFA on AWS, GPUDirect on GCP, InfiniBand on Azure",
            standard = "\"none\"")
        Fabric fabric,
    @Key(
            value = "Ways to get machines, tried in this order; nodes.max is their shared limit",
            fewest = 1,
            computed =
                "cpu: on-demand; a slice of several hosts: spot in dev and staging, on-demand in prod; otherwise spot, then on-demand in dev and staging, on-demand in prod")
        List<CapacityOption> capacity) {
  public NodePool {
    capacity = List.copyOf(capacity);
  }
}
