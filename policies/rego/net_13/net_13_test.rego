package mlestate.controls.net_13_test

import data.mlestate.controls.net_13
import data.mlestate.fixture_test as fixture

cluster(access) := fixture.resource("aws:eks/cluster:Cluster", "train", {"vpcConfig": access})

statuses(resources) := fixture.statuses(verdicts) if {
	verdicts := net_13.verdicts with input as fixture.estate(resources)
}

test_allowed_private if statuses([cluster({"endpointPublicAccess": false})]) == ["pass"]

test_allowed_from_named_networks if {
	statuses([cluster({"endpointPublicAccess": true, "publicAccessCidrs": ["192.0.2.0/24"]})]) == ["pass"]
}

test_denied_by_default if statuses([cluster({})]) == ["fail"]

test_denied_open if {
	statuses([cluster({"endpointPublicAccess": true, "publicAccessCidrs": ["192.0.2.0/24", "0.0.0.0/0"]})]) == ["fail"]
}

test_denied_in_halves if {
	statuses([cluster({"endpointPublicAccess": true, "publicAccessCidrs": ["0.0.0.0/1", "128.0.0.0/1"]})]) == ["fail"]
}

test_denied_over_ipv6 if statuses([cluster({"publicAccessCidrs": ["::/0"]})]) == ["fail"]

test_unknown_access if {
	statuses([fixture.unknown(cluster({"endpointPublicAccess": null}), ["vpcConfig.endpointPublicAccess"])]) == ["undetermined"]
}

test_unknown_sources if {
	one := cluster({"endpointPublicAccess": true, "publicAccessCidrs": ["192.0.2.0/24", null]})
	statuses([fixture.unknown(one, ["vpcConfig.publicAccessCidrs[1]"])]) == ["undetermined"]
}

test_an_open_source_is_enough_to_deny if {
	one := cluster({"endpointPublicAccess": true, "publicAccessCidrs": ["0.0.0.0/0", null]})
	statuses([fixture.unknown(one, ["vpcConfig.publicAccessCidrs[1]"])]) == ["fail"]
}

test_gke_names_sources_in_objects if {
	statuses([gke("10.0.0.0/8")]) == ["pass"]
	statuses([gke("0.0.0.0/0")]) == ["fail"]
}

gke(source) := fixture.resource(
	"gcp:container/cluster:Cluster", "c",
	{"masterAuthorizedNetworksConfig": {"cidrBlocks": [{"cidrBlock": source}]}},
)
