# METADATA
# scope: package
# title: The Kubernetes API is not open to the world
# description: >-
#   A cluster's API endpoint is private, or its public endpoint takes connections from named networks only.
# related_resources:
#   - ref: https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
#     description: Control network access to the cluster's API server endpoint
# custom:
#   id: NET-13
#   severity: critical
#   clouds: [aws]
#   frameworks:
#     aws-fsbp: [EKS.1]
#     pci-dss-4: [1.3.1]
#     soc2: [CC6.1]
#   remediation: >-
#     Set vpcConfig.endpointPublicAccess to false, or name the networks that need the public endpoint in
#     vpcConfig.publicAccessCidrs.
#   input_kinds: ["aws:eks/cluster:Cluster"]
#   presence: false
package mlestate.controls.net_13

import data.mlestate.lib

public := ["vpcConfig", "endpointPublicAccess"]

sources := ["vpcConfig", "publicAccessCidrs"]

expected := "false, or sources no wider than /8"

# EKS opens the endpoint to everybody unless told otherwise.
world_open(cidr) if to_number(split(cidr, "/")[1]) < 8

open_to_world(cluster) if {
	some cidr in lib.elements(cluster, sources)
	is_string(cidr)
	world_open(cidr)
}

source_status(cluster) := "fail" if {
	open_to_world(cluster)
} else := "undetermined" if {
	lib.partly_unresolved(cluster, sources)
} else := "pass" if {
	count(lib.elements(cluster, sources)) > 0
} else := "fail"

status(cluster) := "pass" if {
	lib.property(cluster, public) == false
} else := "pass" if {
	source_status(cluster) == "pass"
} else := "undetermined" if {
	lib.unresolved(cluster, public)
} else := source_status(cluster)

verdicts contains verdict if {
	some cluster in lib.of_types(["aws:eks/cluster:Cluster"])
	result := status(cluster)
	verdict := lib.verdict(cluster, result, public, expected, message[result])
}

message := {
	"pass": "The cluster's API is private or open to named networks only.",
	"fail": "The cluster's API is open to the world.",
	"undetermined": "Who reaches the cluster's API is not known yet.",
}
