# METADATA
# title: Budgets of all clouds in one form
# description: >-
#   For each budget where its amount stands, what it must be besides, and the thresholds at which it reaches
#   somebody.
package mlestate.lib.budgets

import data.mlestate.lib

type_of := {
	"aws": "aws:budgets/budget:Budget",
	"gcp": "gcp:billing/budget:Budget",
	"azure": "azure-native:consumption:Budget",
}

all contains {
	"resource": budget,
	"amount": ["limitAmount"],
	"demands": [
		{"path": ["budgetType"], "accepted": ["COST"]},
		{"path": ["timeUnit"], "accepted": ["MONTHLY"]},
	],
	"thresholds": aws_thresholds(budget),
	"warnings": [["notifications"]],
} if {
	some budget in lib.of_types([type_of.aws])
}

aws_thresholds(budget) := {[notification.thresholdType, notification.threshold] |
	some i, notification in lib.elements(budget, ["notifications"])
	some key in ["subscriberEmailAddresses", "subscriberSnsTopicArns"]
	count(lib.elements(budget, ["notifications", i, key])) > 0
	is_number(notification.threshold)
}

# A budget without a calendar period is for each month.
all contains {
	"resource": budget,
	"amount": ["amount", "specifiedAmount", "units"],
	"demands": [{"path": ["budgetFilter", "calendarPeriod"], "accepted": ["MONTH", null]}],
	"thresholds": gcp_thresholds(budget),
	"warnings": [["thresholdRules"], ["allUpdatesRule"]],
} if {
	some budget in lib.of_types([type_of.gcp])
}

gcp_thresholds(budget) := {[object.get(rule, "spendBasis", "CURRENT_SPEND"), rule.thresholdPercent] |
	mails(budget)
	some rule in lib.elements(budget, ["thresholdRules"])
	is_number(rule.thresholdPercent)
}

# The billing account's administrators get mails unless they are switched off, and then channels must do it.
mails(budget) if not lib.property(budget, ["allUpdatesRule", "disableDefaultIamRecipients"]) == true

mails(budget) if count(lib.elements(budget, ["allUpdatesRule", "monitoringNotificationChannels"])) > 0

mails(budget) if is_string(lib.property(budget, ["allUpdatesRule", "pubsubTopic"]))

all contains {
	"resource": budget,
	"amount": ["amount"],
	"demands": [
		{"path": ["category"], "accepted": ["Cost"]},
		{"path": ["timeGrain"], "accepted": ["Monthly"]},
	],
	"thresholds": azure_thresholds(budget),
	"warnings": [["notifications"]],
} if {
	some budget in lib.of_types([type_of.azure])
}

azure_thresholds(budget) := {[object.get(notification, "thresholdType", "Actual"), notification.threshold] |
	notifications := lib.property(budget, ["notifications"])
	is_object(notifications)
	some notification in notifications
	notification.enabled == true
	some key in ["contactEmails", "contactGroups", "contactRoles"]
	count(object.get(notification, key, [])) > 0
	is_number(notification.threshold)
}
