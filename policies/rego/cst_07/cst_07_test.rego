package mlestate.controls.cst_07_test

import data.mlestate.controls.cst_07
import data.mlestate.fixture_test as fixture

notification(threshold) := {
	"threshold": threshold,
	"thresholdType": "PERCENTAGE",
	"subscriberEmailAddresses": ["oncall@example.com"],
}

of_notifications(notifications) := {
	"budgetType": "COST",
	"timeUnit": "MONTHLY",
	"limitAmount": "5000",
	"notifications": notifications,
}

complete := of_notifications([notification(50), notification(100)])

budget(properties) := fixture.resource("aws:budgets/budget:Budget", "monthly", properties)

statuses(resources) := fixture.statuses(verdicts) if {
	verdicts := cst_07.verdicts with input as fixture.estate(resources)
}

test_allowed if statuses([budget(complete)]) == ["pass"]

test_denied_without_budget if statuses([]) == ["fail"]

test_denied_with_one_threshold if {
	statuses([budget(of_notifications([notification(50)]))]) == ["fail"]
	statuses([budget(of_notifications([notification(50), notification(50)]))]) == ["fail"]
}

test_denied_without_recipient if {
	silent := object.remove(notification(80), ["subscriberEmailAddresses"])
	statuses([budget(of_notifications([notification(50), silent]))]) == ["fail"]
}

test_denied_above_the_organisations_limit if statuses([budget(object.union(complete, {"limitAmount": "5001"}))]) == ["fail"]

test_denied_without_limit if statuses([budget(object.remove(complete, ["limitAmount"]))]) == ["fail"]

test_denied_by_the_year if statuses([budget(object.union(complete, {"timeUnit": "ANNUALLY"}))]) == ["fail"]

test_an_unknown_topic_is_a_recipient if {
	topic := {"threshold": 80, "thresholdType": "PERCENTAGE", "subscriberSnsTopicArns": [null]}
	one := budget(of_notifications([notification(50), topic]))
	statuses([fixture.unknown(one, ["notifications[1].subscriberSnsTopicArns[0]"])]) == ["pass"]
}

test_unknown_notifications if {
	statuses([fixture.unknown(budget(of_notifications(null)), ["notifications"])]) == ["undetermined"]
}

test_unknown_limit if {
	statuses([fixture.unknown(budget(object.union(complete, {"limitAmount": null})), ["limitAmount"])]) == ["undetermined"]
}

test_no_limit_for_the_stage if {
	estate := fixture.estate_of([budget(complete)], fixture.environment("staging"))
	verdicts := cst_07.verdicts with input as estate
	fixture.statuses(verdicts) == ["undetermined"]
}

on(cloud, budget_on_it) := statuses if {
	estate := fixture.estate_of([budget_on_it], fixture.on(cloud, fixture.environment("dev")))
	verdicts := cst_07.verdicts with input as estate
	statuses := fixture.statuses(verdicts)
}

gcp(updates) := fixture.resource("gcp:billing/budget:Budget", "b", {
	"amount": {"specifiedAmount": {"units": "4000"}},
	"thresholdRules": [{"thresholdPercent": 0.5}, {"thresholdPercent": 1}],
	"allUpdatesRule": updates,
})

azure(mails) := fixture.resource("azure-native:consumption:Budget", "b", {
	"amount": 4000,
	"category": "Cost",
	"timeGrain": "Monthly",
	"notifications": {
		"half": {"enabled": true, "threshold": 50, "contactEmails": mails},
		"whole": {"enabled": true, "threshold": 100, "contactEmails": mails},
	},
})

test_allowed_on_gcp if {
	on("gcp", gcp({})) == ["pass"]
	on("gcp", gcp({"disableDefaultIamRecipients": true, "monitoringNotificationChannels": ["c"]})) == ["pass"]
	on("gcp", gcp({"disableDefaultIamRecipients": true, "pubsubTopic": "t"})) == ["pass"]
}

test_denied_on_gcp if on("gcp", gcp({"disableDefaultIamRecipients": true})) == ["fail"]

test_azure if {
	on("azure", azure(["a@example.com"])) == ["pass"]
	on("azure", azure([])) == ["fail"]
}
