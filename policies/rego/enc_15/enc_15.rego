# METADATA
# scope: package
# title: Encryption keys rotate
# description: >-
#   Every encryption key rotates by itself. Asymmetric and HMAC keys of AWS and GCP cannot, so they are not judged.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
#     description: Rotate AWS KMS keys
#   - ref: https://cloud.google.com/kms/docs/key-rotation
#     description: Key rotation in Cloud KMS
#   - ref: https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation
#     description: Configure cryptographic key auto-rotation in Azure Key Vault
# custom:
#   id: ENC-15
#   severity: medium
#   clouds: [aws, gcp, azure]
#   frameworks:
#     cis-aws: ["4.6"]
#     pci-dss-4: [3.7.4]
#     nist-800-53: [SC-12]
#   remediation: >-
#     Set enableKeyRotation to true on the key; on GCP its rotationPeriod; on Azure a rotationPolicy with a lifetime
#     action of type rotate.
#   input_kinds:
#     - aws:kms/key:Key
#     - gcp:kms/cryptoKey:CryptoKey
#     - azure-native:keyvault:Key
#   presence: false
package mlestate.controls.enc_15

import data.mlestate.lib

path := ["enableKeyRotation"]

cannot_rotate(key) if {
	spec := lib.property(key, ["customerMasterKeySpec"])
	is_string(spec)
	spec != "SYMMETRIC_DEFAULT"
}

cannot_rotate(key) if {
	usage := lib.property(key, ["keyUsage"])
	is_string(usage)
	usage != "ENCRYPT_DECRYPT"
}

verdicts contains verdict if {
	some key in lib.of_types(["aws:kms/key:Key"])
	not cannot_rotate(key)
	result := lib.status_of(key, path, [true])
	verdict := lib.verdict(key, result, path, true, message[result])
}

period := ["rotationPeriod"]

period_status(key) := "undetermined" if {
	lib.unresolved(key, period)
} else := "pass" if {
	is_string(lib.property(key, period))
} else := "fail"

verdicts contains verdict if {
	some key in lib.of_types(["gcp:kms/cryptoKey:CryptoKey"])
	lib.property(key, ["purpose"]) in [null, "ENCRYPT_DECRYPT"]
	result := period_status(key)
	verdict := lib.verdict(key, result, period, "a period", message[result])
}

actions := ["properties", "rotationPolicy", "lifetimeActions"]

policy_status(key) := "pass" if {
	some action in lib.elements(key, actions)
	lower(action.action.type) == "rotate"
} else := "undetermined" if {
	lib.partly_unresolved(key, actions)
} else := "fail"

verdicts contains verdict if {
	some key in lib.of_types(["azure-native:keyvault:Key"])
	result := policy_status(key)
	verdict := lib.verdict(key, result, actions, "a lifetime action of type rotate", message[result])
}

message := {
	"pass": "The key rotates by itself.",
	"fail": "The key never rotates.",
	"undetermined": "Whether the key rotates is not known yet.",
}
