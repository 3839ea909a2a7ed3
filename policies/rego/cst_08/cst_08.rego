# METADATA
# scope: package
# title: Everything that takes tags has the organisation's tags
# description: >-
#   Each tag that organisation.yaml names is set, and not empty, on every resource of a type that takes tags, or
#   labels, as GCP calls them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/cost-alloc-tags.html
#     description: Organizing and tracking costs using AWS cost allocation tags
#   - ref: https://cloud.google.com/resource-manager/docs/labels-overview
#     description: Labels overview
#   - ref: https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources
#     description: Use tags to organize your Azure resources
# custom:
#   id: CST-08
#   severity: medium
#   clouds: [aws, gcp, azure]
#   frameworks: {}
#   remediation: Set the missing tags on the resource.
#   input_kinds: ["*"]
#   presence: false
package mlestate.controls.cst_08

import data.mlestate.lib
import data.mlestate.lib.taggable

mandatory := input.organisation.mandatoryTags

# Each resource that takes tags, beside the property that holds them.
tagged contains {"resource": resource, "tags": property} if {
	some property, types in taggable.types_by_property
	some resource in lib.of_types(types)
}

unset(one, tag) if lib.property(one.resource, [one.tags, tag]) in [null, ""]

missing(one) := [tag |
	some tag in mandatory
	unset(one, tag)
	not lib.unresolved(one.resource, [one.tags, tag])
]

unresolved(one) := [tag |
	some tag in mandatory
	lib.unresolved(one.resource, [one.tags, tag])
]

status(one) := "fail" if {
	count(missing(one)) > 0
} else := "undetermined" if {
	count(unresolved(one)) > 0
} else := "pass"

verdicts contains verdict if {
	some one in tagged
	result := status(one)
	verdict := lib.statement(
		one.resource.urn, result, one.tags, shown(one, result), mandatory,
		message(one, result),
	)
}

shown(_, "undetermined") := "(unknown)"

shown(one, result) := sort(object.keys(tags(one))) if result != "undetermined"

tags(one) := value if {
	value := lib.property(one.resource, [one.tags])
	is_object(value)
} else := {}

message(_, "pass") := "All mandatory tags are set."

message(one, "fail") := concat("", ["Tags are missing: ", concat(", ", missing(one)), "."])

message(one, "undetermined") := concat("", ["Tags are not known yet: ", concat(", ", unresolved(one)), "."])
