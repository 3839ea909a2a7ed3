# METADATA
# scope: package
# title: Node pools stay within the organisation's limit
# description: >-
#   Every native node pool has a maximum, and it is not above the organisation's maxNodesPerPool for the
#   environment's stage. A maximum for each zone counts for all the pool's zones; a pool of fixed size counts with
#   its size. The environment's policyParameters may lower the limit, never raise it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
#     description: Managed node groups
#   - ref: https://cloud.google.com/kubernetes-engine/docs/concepts/cluster-autoscaler
#     description: About GKE cluster autoscaling
#   - ref: https://learn.microsoft.com/azure/aks/cluster-autoscaler
#     description: Use the cluster autoscaler in AKS
# custom:
#   id: CST-01
#   severity: high
#   clouds: [aws, gcp, azure]
#   frameworks: {}
#   remediation: Lower nodes.max of the pool, or have the organisation raise maxNodesPerPool for the stage.
#   input_kinds:
#     - aws:eks/nodeGroup:NodeGroup
#     - gcp:container/nodePool:NodePool
#     - azure-native:containerservice:AgentPool
#     - azure-native:containerservice:ManagedCluster
#   presence: false
package mlestate.controls.cst_01

import data.mlestate.lib

limit := lib.tightened(
	lib.limits.maxNodesPerPool,
	object.get(input.environment, ["policyParameters", "maxNodesPerPool"], null),
)

# The first of a pool's paths that says something is its maximum; zones multiply those that are for each zone.
maxima := {
	"aws:eks/nodeGroup:NodeGroup": [{"path": ["scalingConfig", "maxSize"], "zones": []}],
	"gcp:container/nodePool:NodePool": [
		{"path": ["autoscaling", "totalMaxNodeCount"], "zones": []},
		{"path": ["autoscaling", "maxNodeCount"], "zones": ["nodeLocations"]},
		{"path": ["nodeCount"], "zones": ["nodeLocations"]},
		{"path": ["initialNodeCount"], "zones": ["nodeLocations"]},
	],
	"azure-native:containerservice:AgentPool": [
		{"path": ["maxCount"], "zones": []},
		{"path": ["count"], "zones": []},
	],
}

said(pool, candidate) if lib.property(pool, candidate.path) != null

said(pool, candidate) if lib.unresolved(pool, candidate.path)

chosen(pool, candidates) := [candidate | some candidate in candidates; said(pool, candidate)][0]

# A pool that says nothing is judged by the path where it should.
maximum(pool, candidates) := chosen(pool, candidates) if {
	chosen(pool, candidates)
} else := candidates[0]

pools contains {"resource": pool, "maximum": maximum(pool, candidates)} if {
	some type, candidates in maxima
	some pool in lib.of_types([type])
}

# The first pools of an AKS cluster stand in the cluster itself.
pools contains {"resource": cluster, "maximum": maximum(cluster, candidates)} if {
	some cluster in lib.of_types(["azure-native:containerservice:ManagedCluster"])
	some i, _ in lib.elements(cluster, ["agentPoolProfiles"])
	candidates := [{"path": ["agentPoolProfiles", i, key], "zones": []} | some key in ["maxCount", "count"]]
}

zones(pool, of) := max([1, count(lib.elements(pool, of))]) if {
	count(of) > 0
} else := 1

status(pool, of) := "undetermined" if {
	lib.unresolved(pool, of.path)
} else := "fail" if {
	not is_number(lib.property(pool, of.path))
} else := "undetermined" if {
	not limit
} else := "undetermined" if {
	count(of.zones) > 0
	lib.partly_unresolved(pool, of.zones)
} else := "pass" if {
	lib.property(pool, of.path) * zones(pool, of.zones) <= limit
} else := "fail"

expected := $"at most {limit}" if {
	limit
} else := "a limit in organisation.yaml"

verdicts contains verdict if {
	some pool in pools
	result := status(pool.resource, pool.maximum)
	verdict := lib.verdict(pool.resource, result, pool.maximum.path, expected, message[result])
}

message := {
	"pass": "The pool's maximum is within the limit.",
	"fail": "The pool's maximum is above the limit, or it has none.",
	"undetermined": "The pool's maximum or the organisation's limit is not known.",
}
