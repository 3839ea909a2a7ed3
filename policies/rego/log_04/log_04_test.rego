package mlestate.controls.log_04_test

import data.mlestate.controls.log_04
import data.mlestate.fixture_test as fixture

complete := {
	"s3BucketName": "vision-dev-audit",
	"isMultiRegionTrail": true,
	"enableLogFileValidation": true,
	"kmsKeyId": "arn:aws:kms:us-east-1:1:key/a",
	"eventSelectors": [{"dataResources": [{"type": "AWS::S3::Object", "values": ["arn:aws:s3"]}]}],
}

trail(properties) := fixture.resource("aws:cloudtrail/trail:Trail", "audit", properties)

statuses(resources) := fixture.statuses(verdicts) if {
	verdicts := log_04.verdicts with input as fixture.estate(resources)
}

test_allowed if statuses([trail(complete)]) == ["pass"]

test_allowed_with_advanced_selectors if {
	selector := {"fieldSelectors": [{"field": "eventCategory", "equals": ["Data"]}]}
	advanced := object.union(object.remove(complete, ["eventSelectors"]), {"advancedEventSelectors": [selector]})
	statuses([trail(advanced)]) == ["pass"]
}

test_denied_without_trail if statuses([]) == ["fail"]

test_the_verdict_is_on_the_stack if {
	root := fixture.resource("pulumi:pulumi:Stack", "estate-dev", {})
	some verdict in log_04.verdicts with input as fixture.estate([root])
	verdict.urn == root.urn
}

test_denied_without_each_demand if {
	every demand in ["isMultiRegionTrail", "enableLogFileValidation", "kmsKeyId", "eventSelectors"] {
		statuses([trail(object.remove(complete, [demand]))]) == ["fail"]
	}
}

test_denied_when_switched_off if statuses([trail(object.union(complete, {"enableLogging": false}))]) == ["fail"]

test_names_what_is_missing if {
	some verdict in log_04.verdicts with input as fixture.estate([trail(object.remove(complete, ["kmsKeyId"]))])
	verdict.actual == [{"trail": "audit", "missing": ["kmsKeyId"]}]
}

test_one_good_trail_is_enough if {
	other := fixture.resource("aws:cloudtrail/trail:Trail", "other", {})
	statuses([trail(complete), other]) == ["pass"]
}

test_a_key_of_the_stack if {
	unknown := fixture.unknown(trail(object.union(complete, {"kmsKeyId": null})), ["kmsKeyId"])
	statuses([fixture.key, fixture.depending(unknown, [fixture.key])]) == ["pass"]
	statuses([unknown]) == ["undetermined"]
}

test_unknown_selectors if {
	statuses([fixture.unknown(trail(object.remove(complete, ["eventSelectors"])), ["eventSelectors"])]) == ["undetermined"]
}
