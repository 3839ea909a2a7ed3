# METADATA
# scope: package
# title: A budget warns somebody at two thresholds or more
# description: >-
#   The stack has a monthly cost budget, not above the organisation's monthlyUsd, with notifications at two
#   different thresholds that reach somebody.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create.html
#     description: Creating a budget
# custom:
#   id: CST-07
#   severity: medium
#   clouds: [aws]
#   frameworks: {}
#   remediation: >-
#     Create a budget of type COST by the month with two notifications at different thresholds, each with an
#     address or a topic.
#   input_kinds: ["aws:budgets/budget:Budget"]
#   presence: true
package mlestate.controls.cst_07

import data.mlestate.lib

budgets := lib.of_types(["aws:budgets/budget:Budget"])

expected := "a monthly cost budget within the organisation's limit, with two thresholds that reach somebody"

# An address that is not known yet is a recipient all the same.
reaches_somebody(budget, i) if {
	some key in ["subscriberEmailAddresses", "subscriberSnsTopicArns"]
	count(lib.elements(budget, ["notifications", i, key])) > 0
}

thresholds(budget) := {[notification.thresholdType, notification.threshold] |
	some i, notification in lib.elements(budget, ["notifications"])
	reaches_somebody(budget, i)
	is_number(notification.threshold)
}

warns(budget) := "pass" if {
	count(thresholds(budget)) >= 2
} else := "undetermined" if {
	lib.partly_unresolved(budget, ["notifications"])
} else := "fail"

within_limit(budget) := "undetermined" if {
	lib.unresolved(budget, ["limitAmount"])
} else := "fail" if {
	lib.property(budget, ["limitAmount"]) == null
} else := "undetermined" if {
	not lib.limits
} else := "pass" if {
	to_number(lib.property(budget, ["limitAmount"])) <= lib.limits.monthlyUsd
} else := "fail"

status(budget) := lib.worst([
	lib.status_of(budget, ["budgetType"], ["COST"]),
	lib.status_of(budget, ["timeUnit"], ["MONTHLY"]),
	warns(budget),
	within_limit(budget),
])

result := lib.best([status(budget) | some budget in budgets])

shown := [{"budget": budget.name, "limit": lib.shown(budget, ["limitAmount"]), "thresholds": count(thresholds(budget))} |
	some budget in budgets
]

verdicts contains lib.statement(lib.stack, result, "aws:budgets/budget:Budget", shown, expected, message[result])

message := {
	"pass": "A budget warns somebody before the money is spent.",
	"fail": "No budget warns somebody at two thresholds within the organisation's limit.",
	"undetermined": "Whether a budget warns somebody is not known yet.",
}
