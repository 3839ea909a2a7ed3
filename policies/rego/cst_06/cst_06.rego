# METADATA
# scope: package
# title: The whole estate stays within the organisation's caps
# description: >-
#   The estimated monthly cost, the accelerator hours and the sum of all pools' maxima stay below what the
#   organisation allows the environment's stage; the environment's own budget may lower cost and hours, and a team's
#   hours may have a cap of their own. What has no price counts as unknown, never as nothing. Without an estimate cost
#   and hours are undetermined.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html
#     description: Managing your costs
# custom:
#   id: CST-06
#   severity: high
#   clouds: [aws, gcp, azure]
#   frameworks: {}
#   remediation: >-
#     Lower the pools' maxima or the usage, take smaller machines, or have the organisation raise the stage's
#     monthlyUsd, gpuHoursPerMonth or maxNodes.
#   input_kinds: []
#   presence: true
package mlestate.controls.cst_06

import data.mlestate.lib

estimate := object.get(input, "estimate", {})

incomplete if count(object.get(estimate, "unpriced", [])) > 0

caps := {
	"monthlyUsd": {
		"actual": object.get(estimate, "monthlyUsd", null),
		"own": object.get(input.environment, ["budget", "monthlyUsd"], null),
		"lower_bound": incomplete_estimate,
		"name": "estimated monthly cost",
	},
	"gpuHoursPerMonth": {
		"actual": object.get(estimate, "gpuHoursPerMonth", null),
		"own": object.get(input.environment, ["budget", "gpuHoursPerMonth"], null),
		"lower_bound": false,
		"name": "accelerator hours per month",
	},
	"maxNodes": {
		"actual": nodes,
		"own": null,
		"lower_bound": false,
		"name": "sum of all pools' maxima",
	},
}

incomplete_estimate if {
	incomplete
} else := false

# A pool's capacity options share its maximum, so the environment is counted and not its node groups.
nodes := sum([pool.nodes.max |
	some cluster in object.get(input.environment, "clusters", [])
	some pool in object.get(cluster, "nodePools", [])
])

limit(cap) := lib.tightened(lib.limits[cap], caps[cap].own)

status(cap) := "undetermined" if {
	not limit(cap)
} else := "undetermined" if {
	not is_number(caps[cap].actual)
} else := "fail" if {
	caps[cap].actual > limit(cap)
} else := "undetermined" if {
	caps[cap].lower_bound
} else := "pass"

expected(cap) := $"at most {limit(cap)}" if {
	limit(cap)
} else := "a limit in organisation.yaml"

shown(cap) := caps[cap].actual if {
	is_number(caps[cap].actual)
} else := "(unknown)"

verdicts contains verdict if {
	some cap, fact in caps
	result := status(cap)
	verdict := lib.statement(
		lib.stack, result, cap, shown(cap), expected(cap),
		concat("", ["The ", fact.name, message[result]]),
	)
}

verdicts contains verdict if {
	some i, team in object.get(input.environment, "teams", [])
	is_number(team.gpuHoursPerMonth)
	result := team_status(team)
	verdict := lib.statement(
		lib.stack, result, $"teams[{i}].gpuHoursPerMonth", team_hours(team), $"at most {team.gpuHoursPerMonth}",
		concat("", ["The accelerator hours of team ", team.name, message[result]]),
	)
}

# A team that an estimate does not name uses none.
team_hours(team) := hours if {
	hours := estimate.perTeam[team.name].gpuHoursPerMonth
	is_number(hours)
} else := 0 if {
	is_object(estimate.perTeam)
} else := "(unknown)"

team_status(team) := "undetermined" if {
	not is_number(team_hours(team))
} else := "fail" if {
	team_hours(team) > team.gpuHoursPerMonth
} else := "undetermined" if {
	not is_number(estimate.gpuHoursPerMonth)
} else := "pass"

message := {
	"pass": " is within the limit.",
	"fail": " is above the limit.",
	"undetermined": " or its limit is not known in full.",
}
