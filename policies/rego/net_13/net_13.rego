# METADATA
# scope: package
# title: The Kubernetes API is not open to the world
# description: >-
#   A cluster's API endpoint is private, or its public endpoint takes connections from named networks only.
# related_resources:
#   - ref: https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
#     description: Control network access to the cluster's API server endpoint
#   - ref: https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation
#     description: About customizing network isolation in GKE
#   - ref: https://learn.microsoft.com/azure/aks/private-clusters
#     description: Create a private AKS cluster
# custom:
#   id: NET-13
#   severity: critical
#   clouds: [aws, gcp, azure]
#   frameworks:
#     aws-fsbp: [EKS.1]
#     pci-dss-4: [1.3.1]
#     soc2: [CC6.1]
#   remediation: >-
#     Set vpcConfig.endpointPublicAccess to false, or name the networks that need the public endpoint in
#     vpcConfig.publicAccessCidrs; on GKE privateClusterConfig.enablePrivateEndpoint or
#     masterAuthorizedNetworksConfig; on AKS apiServerAccessProfile.enablePrivateCluster or authorizedIPRanges.
#   input_kinds:
#     - aws:eks/cluster:Cluster
#     - gcp:container/cluster:Cluster
#     - azure-native:containerservice:ManagedCluster
#   presence: false
package mlestate.controls.net_13

import data.mlestate.lib

# By type: the switch that makes the API private, where it has that value, and the sources that a public one takes.
endpoints := {
	"aws:eks/cluster:Cluster": {
		"switch": ["vpcConfig", "endpointPublicAccess"],
		"private": false,
		"sources": ["vpcConfig", "publicAccessCidrs"],
	},
	"gcp:container/cluster:Cluster": {
		"switch": ["privateClusterConfig", "enablePrivateEndpoint"],
		"private": true,
		"sources": ["masterAuthorizedNetworksConfig", "cidrBlocks"],
	},
	"azure-native:containerservice:ManagedCluster": {
		"switch": ["apiServerAccessProfile", "enablePrivateCluster"],
		"private": true,
		"sources": ["apiServerAccessProfile", "authorizedIPRanges"],
	},
}

expected := "private, or sources no wider than /8"

# The endpoint is open to everybody unless told otherwise.
world_open(cidr) if to_number(split(cidr, "/")[1]) < 8

# GKE names each source in an object.
cidrs(cluster, endpoint) := [cidr |
	some source in lib.elements(cluster, endpoint.sources)
	some cidr in [source, object.get(cluster_source(source), "cidrBlock", null)]
	is_string(cidr)
]

cluster_source(source) := source if is_object(source)

cluster_source(source) := {} if not is_object(source)

open_to_world(cluster, endpoint) if {
	some cidr in cidrs(cluster, endpoint)
	world_open(cidr)
}

source_status(cluster, endpoint) := "fail" if {
	open_to_world(cluster, endpoint)
} else := "undetermined" if {
	lib.partly_unresolved(cluster, endpoint.sources)
} else := "pass" if {
	count(cidrs(cluster, endpoint)) > 0
} else := "fail"

status(cluster, endpoint) := "pass" if {
	lib.property(cluster, endpoint.switch) == endpoint.private
} else := "pass" if {
	source_status(cluster, endpoint) == "pass"
} else := "undetermined" if {
	lib.unresolved(cluster, endpoint.switch)
} else := source_status(cluster, endpoint)

verdicts contains verdict if {
	some type, endpoint in endpoints
	some cluster in lib.of_types([type])
	result := status(cluster, endpoint)
	verdict := lib.verdict(cluster, result, endpoint.switch, expected, message[result])
}

message := {
	"pass": "The cluster's API is private or open to named networks only.",
	"fail": "The cluster's API is open to the world.",
	"undetermined": "Who reaches the cluster's API is not known yet.",
}
