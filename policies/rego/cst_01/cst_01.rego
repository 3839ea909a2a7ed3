# METADATA
# scope: package
# title: Node pools stay within the organisation's limit
# description: >-
#   Every node group has a maximum, and it is not above the organisation's maxNodesPerPool for the environment's
#   stage. The environment's policyParameters may lower the limit, never raise it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
#     description: Managed node groups
# custom:
#   id: CST-01
#   severity: high
#   clouds: [aws]
#   frameworks: {}
#   remediation: Lower nodes.max of the pool, or have the organisation raise maxNodesPerPool for the stage.
#   input_kinds: ["aws:eks/nodeGroup:NodeGroup"]
#   presence: false
package mlestate.controls.cst_01

import data.mlestate.lib

path := ["scalingConfig", "maxSize"]

limit := lib.tightened(
	lib.limits.maxNodesPerPool,
	object.get(input.environment, ["policyParameters", "maxNodesPerPool"], null),
)

status(group) := "undetermined" if {
	lib.unresolved(group, path)
} else := "fail" if {
	not is_number(lib.property(group, path))
} else := "undetermined" if {
	not limit
} else := "pass" if {
	lib.property(group, path) <= limit
} else := "fail"

expected := $"at most {limit}" if {
	limit
} else := "a limit in organisation.yaml"

verdicts contains verdict if {
	some group in lib.of_types(["aws:eks/nodeGroup:NodeGroup"])
	result := status(group)
	verdict := lib.verdict(group, result, path, expected, message[result])
}

message := {
	"pass": "The pool's maximum is within the limit.",
	"fail": "The pool's maximum is above the limit, or it has none.",
	"undetermined": "The pool's maximum or the organisation's limit is not known.",
}
