package mlestate.controls.cst_06_test

import data.mlestate.controls.cst_06
import data.mlestate.fixture_test as fixture

pools(maxima) := {"clusters": [{"name": "train", "nodePools": [{"nodes": {"max": most}} | some most in maxima]}]}

dev := object.union(fixture.environment("dev"), pools([4, 8]))

cheap := {"monthlyUsd": 4999.5, "gpuHoursPerMonth": 1000, "unpriced": []}

status(cap, environment, estimate) := verdict.status if {
	base := fixture.estate_of([], environment)
	some verdict in cst_06.verdicts with input as object.union(base, {"estimate": estimate})
	verdict.path == cap
}

budget(change) := object.union(dev, {"budget": change})

test_allowed if {
	every cap in ["monthlyUsd", "gpuHoursPerMonth", "maxNodes"] {
		status(cap, dev, cheap) == "pass"
	}
}

test_denied_cost if status("monthlyUsd", dev, object.union(cheap, {"monthlyUsd": 5000.01})) == "fail"

test_denied_hours if status("gpuHoursPerMonth", dev, object.union(cheap, {"gpuHoursPerMonth": 1001})) == "fail"

test_denied_nodes if status("maxNodes", object.union(dev, pools([8, 8, 5])), cheap) == "fail"

test_the_environment_can_tighten if status("monthlyUsd", budget({"monthlyUsd": 100}), cheap) == "fail"

test_the_environment_cannot_loosen if {
	status("monthlyUsd", budget({"monthlyUsd": 100000}), object.union(cheap, {"monthlyUsd": 6000})) == "fail"
	status("gpuHoursPerMonth", budget({"gpuHoursPerMonth": 9000}), object.union(cheap, {"gpuHoursPerMonth": 6000})) == "fail"
}

test_what_has_no_price_is_not_free if {
	status("monthlyUsd", dev, object.union(cheap, {"unpriced": ["train"]})) == "undetermined"
	status("monthlyUsd", dev, object.union(cheap, {"unpriced": ["train"], "monthlyUsd": 6000})) == "fail"
}

test_without_estimate if {
	found := {verdict.path: verdict.status |
		some verdict in cst_06.verdicts with input as fixture.estate_of([], dev)
	}
	found == {"monthlyUsd": "undetermined", "gpuHoursPerMonth": "undetermined", "maxNodes": "pass"}
}

test_no_limit_for_the_stage if status("monthlyUsd", fixture.environment("staging"), cheap) == "undetermined"

with_team(hours) := object.union(dev, {"teams": [{"name": "ads"}, {"name": "research", "gpuHoursPerMonth": hours}]})

using(hours) := object.union(cheap, {"perTeam": {"research": {"gpuHoursPerMonth": hours}}})

test_a_teams_own_cap if {
	path := "teams[1].gpuHoursPerMonth"
	status(path, with_team(100), using(100)) == "pass"
	status(path, with_team(100), using(101)) == "fail"
	status(path, with_team(100), object.union(cheap, {"perTeam": {}})) == "pass"
	status(path, with_team(100), cheap) == "undetermined"
	status(path, with_team(100), object.union(using(100), {"gpuHoursPerMonth": null})) == "undetermined"
}

test_a_team_without_cap_is_not_judged if {
	found := cst_06.verdicts with input as fixture.estate_of([], with_team(100))
	count(found) == 4
}
