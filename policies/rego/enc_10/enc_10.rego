# METADATA
# scope: package
# title: Kubernetes secrets are encrypted with a customer-managed key
# description: >-
#   A cluster's secrets are envelope-encrypted with a KMS key that the customer manages.
# related_resources:
#   - ref: https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html
#     description: Encrypt Kubernetes secrets with KMS
# custom:
#   id: ENC-10
#   severity: high
#   clouds: [aws]
#   frameworks:
#     pci-dss-4: [3.5.1]
#     aws-fsbp: [EKS.3]
#   remediation: Set the cluster's encryptionConfig to resources [secrets] and the ARN of a key of your own.
#   input_kinds: ["aws:eks/cluster:Cluster"]
#   presence: false
package mlestate.controls.enc_10

import data.mlestate.lib
import data.mlestate.lib.aws

clusters := lib.of_types(["aws:eks/cluster:Cluster"])

key := ["encryptionConfig", "provider", "keyArn"]

covered := ["encryptionConfig", "resources"]

covers_secrets(cluster) := "undetermined" if {
	lib.partly_unresolved(cluster, covered)
} else := "pass" if {
	"secrets" in lib.elements(cluster, covered)
} else := "fail"

status(cluster) := lib.worst([covers_secrets(cluster), aws.key_status(cluster, key)])

verdicts contains verdict if {
	some cluster in clusters
	result := status(cluster)
	verdict := lib.verdict(cluster, result, key, "a customer-managed key for secrets", message[result])
}

message := {
	"pass": "The cluster's secrets are encrypted with a customer-managed key.",
	"fail": "The cluster's secrets are not encrypted with a customer-managed key.",
	"undetermined": "The key of the cluster's secrets is not known yet.",
}
