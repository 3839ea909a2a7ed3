package mlestate.controls.cst_01_test

import data.mlestate.controls.cst_01
import data.mlestate.fixture_test as fixture

group(size) := fixture.resource("aws:eks/nodeGroup:NodeGroup", "h100", {"scalingConfig": {"minSize": 0, "maxSize": size}})

statuses(resources, environment) := fixture.statuses(verdicts) if {
	verdicts := cst_01.verdicts with input as fixture.estate_of(resources, environment)
}

dev := fixture.environment("dev")

tightened(cap) := object.union(dev, {"policyParameters": {"maxNodesPerPool": cap}})

test_allowed if statuses([group(8)], dev) == ["pass"]

test_denied if statuses([group(9)], dev) == ["fail"]

test_the_stage_has_its_own_limit if statuses([group(9)], fixture.environment("prod")) == ["pass"]

test_the_environment_can_tighten if statuses([group(8)], tightened(4)) == ["fail"]

test_the_environment_cannot_loosen if statuses([group(9)], tightened(100)) == ["fail"]

test_denied_without_maximum if {
	statuses([fixture.resource("aws:eks/nodeGroup:NodeGroup", "g", {"scalingConfig": {"minSize": 0}})], dev) == ["fail"]
}

test_unknown_maximum if statuses([fixture.unknown(group(null), ["scalingConfig"])], dev) == ["undetermined"]

test_no_limit_for_the_stage if statuses([group(1)], fixture.environment("staging")) == ["undetermined"]

gke(properties) := fixture.resource("gcp:container/nodePool:NodePool", "h100", properties)

aks(properties) := fixture.resource("azure-native:containerservice:AgentPool", "h100", properties)

two_zones := {"autoscaling": {"maxNodeCount": 5}, "nodeLocations": ["a", "b"]}

test_allowed_on_gke if statuses([gke({"autoscaling": {"totalMaxNodeCount": 8}})], dev) == ["pass"]

test_denied_on_gke_counts_zones if statuses([gke(two_zones)], dev) == ["fail"]

test_gke_with_unknown_zones if statuses([fixture.unknown(gke({"nodeCount": 1}), ["nodeLocations"])], dev) == ["undetermined"]

test_a_fixed_size_counts if statuses([gke({"nodeCount": 9})], dev) == ["fail"]

test_denied_on_gke_without_size if statuses([gke({})], dev) == ["fail"]

test_aks if statuses([aks({"maxCount": 8}), aks({"count": 9})], dev) == ["pass", "fail"]

test_the_clusters_own_pools if {
	cluster := fixture.resource("azure-native:containerservice:ManagedCluster", "c", {"agentPoolProfiles": [{"maxCount": 9}]})
	statuses([cluster], dev) == ["fail"]
}
