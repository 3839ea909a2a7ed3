# METADATA
# scope: package
# title: Kubernetes secrets are encrypted with a customer-managed key
# description: >-
#   A cluster's secrets are envelope-encrypted with a KMS key that the customer manages.
# related_resources:
#   - ref: https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html
#     description: Encrypt Kubernetes secrets with KMS
#   - ref: https://cloud.google.com/kubernetes-engine/docs/how-to/encrypting-secrets
#     description: Encrypt secrets at the application layer
#   - ref: https://learn.microsoft.com/azure/aks/use-kms-etcd-encryption
#     description: Add KMS etcd encryption to an AKS cluster
# custom:
#   id: ENC-10
#   severity: high
#   clouds: [aws, gcp, azure]
#   frameworks:
#     pci-dss-4: [3.5.1]
#     aws-fsbp: [EKS.3]
#   remediation: >-
#     Set the cluster's encryptionConfig to resources [secrets] and the ARN of a key of your own; on GKE its
#     databaseEncryption to state ENCRYPTED and the key; on AKS securityProfile.azureKeyVaultKms.
#   input_kinds:
#     - aws:eks/cluster:Cluster
#     - gcp:container/cluster:Cluster
#     - azure-native:containerservice:ManagedCluster
#   presence: false
package mlestate.controls.enc_10

import data.mlestate.lib

clusters := lib.of_types(["aws:eks/cluster:Cluster"])

key := ["encryptionConfig", "provider", "keyArn"]

covered := ["encryptionConfig", "resources"]

covers_secrets(cluster) := "undetermined" if {
	lib.partly_unresolved(cluster, covered)
} else := "pass" if {
	"secrets" in lib.elements(cluster, covered)
} else := "fail"

status(cluster) := lib.worst([covers_secrets(cluster), lib.key_status(cluster, key)])

verdicts contains verdict if {
	some cluster in clusters
	result := status(cluster)
	verdict := lib.verdict(cluster, result, key, "a customer-managed key for secrets", message[result])
}

# What must be switched on, and the key, on the other clouds.
switches := {
	"gcp:container/cluster:Cluster": {
		"path": ["databaseEncryption", "state"],
		"accepted": ["ENCRYPTED"],
		"key": ["databaseEncryption", "keyName"],
	},
	"azure-native:containerservice:ManagedCluster": {
		"path": ["securityProfile", "azureKeyVaultKms", "enabled"],
		"accepted": [true],
		"key": ["securityProfile", "azureKeyVaultKms", "keyId"],
	},
}

verdicts contains verdict if {
	some type, switch in switches
	some cluster in lib.of_types([type])
	result := lib.worst([lib.status_of(cluster, switch.path, switch.accepted), lib.key_status(cluster, switch.key)])
	verdict := lib.verdict(cluster, result, switch.key, "a customer-managed key for secrets", message[result])
}

message := {
	"pass": "The cluster's secrets are encrypted with a customer-managed key.",
	"fail": "The cluster's secrets are not encrypted with a customer-managed key.",
	"undetermined": "The key of the cluster's secrets is not known yet.",
}
