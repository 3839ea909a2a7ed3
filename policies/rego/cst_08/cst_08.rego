# METADATA
# scope: package
# title: Everything that takes tags has the organisation's tags
# description: >-
#   Each tag that organisation.yaml names is set, and not empty, on every resource of a type that takes tags.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/cost-alloc-tags.html
#     description: Organizing and tracking costs using AWS cost allocation tags
# custom:
#   id: CST-08
#   severity: medium
#   clouds: [aws]
#   frameworks: {}
#   remediation: Set the missing tags on the resource.
#   input_kinds: ["*"]
#   presence: false
package mlestate.controls.cst_08

import data.mlestate.lib
import data.mlestate.lib.taggable

resources := lib.of_types(taggable.types)

mandatory := input.organisation.mandatoryTags

unset(resource, tag) if lib.property(resource, ["tags", tag]) in [null, ""]

missing(resource) := [tag |
	some tag in mandatory
	unset(resource, tag)
	not lib.unresolved(resource, ["tags", tag])
]

unresolved(resource) := [tag |
	some tag in mandatory
	lib.unresolved(resource, ["tags", tag])
]

status(resource) := "fail" if {
	count(missing(resource)) > 0
} else := "undetermined" if {
	count(unresolved(resource)) > 0
} else := "pass"

verdicts contains verdict if {
	some resource in resources
	result := status(resource)
	verdict := lib.statement(
		resource.urn, result, "tags", shown(resource, result), mandatory,
		message(resource, result),
	)
}

shown(_, "undetermined") := "(unknown)"

shown(resource, result) := sort(object.keys(tags(resource))) if result != "undetermined"

tags(resource) := value if {
	value := lib.property(resource, ["tags"])
	is_object(value)
} else := {}

message(_, "pass") := "All mandatory tags are set."

message(resource, "fail") := concat("", ["Tags are missing: ", concat(", ", missing(resource)), "."])

message(resource, "undetermined") := concat("", ["Tags are not known yet: ", concat(", ", unresolved(resource)), "."])
