# METADATA
# scope: package
# title: Encryption keys rotate
# description: >-
#   Every symmetric encryption key rotates by itself. Asymmetric and HMAC keys cannot, so they are not judged.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
#     description: Rotate AWS KMS keys
# custom:
#   id: ENC-15
#   severity: medium
#   clouds: [aws]
#   frameworks:
#     cis-aws: ["4.6"]
#     pci-dss-4: [3.7.4]
#     nist-800-53: [SC-12]
#   remediation: Set enableKeyRotation to true on the key.
#   input_kinds: ["aws:kms/key:Key"]
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

message := {
	"pass": "The key rotates by itself.",
	"fail": "The key never rotates.",
	"undetermined": "Whether the key rotates is not known yet.",
}
