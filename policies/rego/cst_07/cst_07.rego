# METADATA
# scope: package
# title: A budget warns somebody at two thresholds or more
# description: >-
#   The stack has a monthly cost budget, not above the organisation's monthlyUsd, with notifications at two
#   different thresholds that reach somebody.
# related_resources:
#   - ref: https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create.html
#     description: Creating a budget
#   - ref: https://cloud.google.com/billing/docs/how-to/budgets
#     description: Create, edit, or delete budgets and budget alerts
#   - ref: https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-acm-create-budgets
#     description: Create and manage budgets
# custom:
#   id: CST-07
#   severity: medium
#   clouds: [aws, gcp, azure]
#   frameworks: {}
#   remediation: >-
#     Create a monthly budget of costs with two notifications at different thresholds, each with an address or a
#     topic.
#   input_kinds:
#     - aws:budgets/budget:Budget
#     - gcp:billing/budget:Budget
#     - azure-native:consumption:Budget
#   presence: true
package mlestate.controls.cst_07

import data.mlestate.lib
import data.mlestate.lib.budgets

expected := "a monthly cost budget within the organisation's limit, with two thresholds that reach somebody"

warns(budget) := "pass" if {
	count(budget.thresholds) >= 2
} else := "undetermined" if {
	some segments in budget.warnings
	lib.partly_unresolved(budget.resource, segments)
} else := "fail"

within_limit(budget) := "undetermined" if {
	lib.unresolved(budget.resource, budget.amount)
} else := "fail" if {
	lib.property(budget.resource, budget.amount) == null
} else := "undetermined" if {
	not lib.limits
} else := "pass" if {
	to_number(lib.property(budget.resource, budget.amount)) <= lib.limits.monthlyUsd
} else := "fail"

status(budget) := lib.worst(array.concat(
	[warns(budget), within_limit(budget)],
	[lib.status_of(budget.resource, demand.path, demand.accepted) | some demand in budget.demands],
))

result := lib.best([status(budget) | some budget in budgets.all])

shown := [
{
	"budget": budget.resource.name,
	"limit": lib.shown(budget.resource, budget.amount),
	"thresholds": count(budget.thresholds),
} |
	some budget in budgets.all
]

verdicts contains lib.statement(
	lib.stack, result, budgets.type_of[input.environment.cloud], shown, expected,
	message[result],
)

message := {
	"pass": "A budget warns somebody before the money is spent.",
	"fail": "No budget warns somebody at two thresholds within the organisation's limit.",
	"undetermined": "Whether a budget warns somebody is not known yet.",
}
