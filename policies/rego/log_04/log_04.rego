# METADATA
# scope: package
# title: A trail records every region and every data access
# description: >-
#   The stack has a CloudTrail trail that is switched on, covers all regions, validates its files, is encrypted with
#   a customer-managed key and records data events.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
#     description: Security best practices in AWS CloudTrail
# custom:
#   id: LOG-04
#   severity: high
#   clouds: [aws]
#   frameworks:
#     cis-aws: ["4.1", "4.2", "4.5", "4.9"]
#   remediation: >-
#     Create a trail with isMultiRegionTrail, enableLogFileValidation, kmsKeyId and an event selector for data
#     events.
#   input_kinds: ["aws:cloudtrail/trail:Trail"]
#   presence: true
package mlestate.controls.log_04

import data.mlestate.lib

trails := lib.of_types(["aws:cloudtrail/trail:Trail"])

expected := "a trail of all regions with validation, a customer-managed key and data events"

basic(trail) := [
selector |
	some i, _ in lib.elements(trail, ["eventSelectors"])
	selector := lib.elements(trail, ["eventSelectors", i, "dataResources"])
	count(selector) > 0
]

advanced(trail) := [
field |
	some selector in lib.elements(trail, ["advancedEventSelectors"])
	some field in object.get(selector, "fieldSelectors", [])
	field.field == "eventCategory"
	"Data" in field.equals
]

data_events(trail) := "pass" if {
	count(basic(trail)) + count(advanced(trail)) > 0
} else := "undetermined" if {
	some selectors in ["eventSelectors", "advancedEventSelectors"]
	lib.partly_unresolved(trail, [selectors])
} else := "fail"

demands(trail) := {
	"enableLogging": lib.status_of(trail, ["enableLogging"], [true, null]),
	"isMultiRegionTrail": lib.status_of(trail, ["isMultiRegionTrail"], [true]),
	"enableLogFileValidation": lib.status_of(trail, ["enableLogFileValidation"], [true]),
	"kmsKeyId": lib.key_status(trail, ["kmsKeyId"]),
	"eventSelectors": data_events(trail),
}

missing(trail) := sort([demand | some demand, status in demands(trail); status != "pass"])

status_by_urn[trail.urn] := lib.worst([status | some status in demands(trail)]) if some trail in trails

result := lib.best([status | some status in status_by_urn])

shown := [{"trail": trail.name, "missing": missing(trail)} | some trail in trails]

verdicts contains lib.statement(lib.stack, result, "aws:cloudtrail/trail:Trail", shown, expected, message[result])

message := {
	"pass": "A trail records every region and data access.",
	"fail": "No trail records every region and data access.",
	"undetermined": "Whether a trail records every region and data access is not known yet.",
}
